/** The configuration files of one workspace folder, each for its own folder and what is below. Knows no disks. */
import { folderOf } from '../text/paths';
import { applyLayer } from './apply-layer';
import { inherited } from './extend-layer';
import { defaultConfiguration, type Configuration, type ConfigurationLayer } from './configuration';

/** What goes before all files; what is known of alerts is laid key by key, and never from above. */
type Layered = Omit<ConfigurationLayer, 'alerts'>;

/**
 * Answers which configuration holds for a file. Paths are POSIX style and relative to the workspace folder, which
 * itself is the empty path.
 */
export class ConfigurationTree {
  readonly #layers = new Map<string, ConfigurationLayer>();
  readonly #styles = new Map<string, readonly ConfigurationLayer[]>();
  readonly #resolved = new Map<string, Configuration>();
  readonly #above: Layered | null;

  /** `above`: goes before what all files say. */
  constructor(above: Layered | null = null) {
    this.#above = above;
  }

  /** Takes over what the configuration file in `folder` says, instead of what it said before. */
  set(folder: string, layer: ConfigurationLayer): void {
    this.#layers.set(folder, layer);
    this.#resolved.clear();
  }

  /** The same with another configuration file in `folder`; this one stays as it is. */
  with(folder: string, layer: ConfigurationLayer): ConfigurationTree {
    const tree = new ConfigurationTree(this.#above);
    for (const [path, known] of this.#layers) tree.set(path, known);
    for (const [path, styles] of this.#styles) tree.extend(path, styles);
    tree.set(folder, layer);
    return tree;
  }

  /** What the configuration file in each folder says. */
  get layers(): ReadonlyMap<string, ConfigurationLayer> {
    return this.#layers;
  }

  /** Lays styles, in order, below what the configuration file in `folder` says. */
  extend(folder: string, styles: readonly ConfigurationLayer[]): void {
    this.#styles.set(folder, styles);
    this.#resolved.clear();
  }

  /** Forgets the configuration file of `folder`; false when there was none. */
  delete(folder: string): boolean {
    this.#resolved.clear();
    return this.#layers.delete(folder);
  }

  /** The configuration for a file, merged from its folder and all folders above. */
  forFile(path: string): Configuration {
    return this.forFolder(parentOf(path) ?? '');
  }

  /** The configuration for the files in a folder. */
  forFolder(folder: string): Configuration {
    const known = this.#resolved.get(folder);
    if (known !== undefined) return known;
    const parent = parentOf(folder);
    const above = parent === null ? defaultConfiguration : this.forFolder(parent);
    const layer = this.#layers.get(folder);
    const styles = this.#styles.get(folder) ?? [];
    const based = styles.reduce<Configuration>((base, style) => applyLayer(base, style, folder), above);
    const said = layer === undefined ? based : applyLayer(based, inherited(layer, styles), folder);
    const configuration =
      this.#above === null || (layer === undefined && parent !== null) ? said : { ...said, ...this.#above };
    this.#resolved.set(folder, configuration);
    return configuration;
  }
}

/** The folder that holds a file or folder: empty for the workspace folder, null for what is above that. */
function parentOf(path: string): string | null {
  if (path === '') return null;
  return folderOf(path);
}
