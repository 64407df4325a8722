/**
 * Which files of one workspace folder are documents of it: by name, by `.gitignore` and by configuration.
 * Knows the rules that it was given, and reads nothing from disk.
 */
import {
  isExcluded,
  isFolderExcluded,
  isIncluded,
  isNamedWithEnding,
  namesAlerts,
} from '../config/configured-files';
import type { ConfigurationLayer } from '../config/configuration';
import { ConfigurationTree } from '../config/configuration-tree';
import type { ExtendedFile, ExtendedStyles } from './found-styles';
import {
  isDocumentName,
  isForeignFolderName,
  isHiddenFolderName,
  isOtherPageName,
  mayHoldAlertsByName,
} from './document-name';
import type { ImportedList } from './found-lists';
import { IgnoreRules } from './ignore-rules';

/** A configuration of the workspace folder that is in none of its files, with what it extends. */
export interface GivenRules {
  readonly layer: ConfigurationLayer;
  readonly extended: ExtendedStyles;
}

export interface WorkspaceRulesOptions {
  /** Reads the text of a configuration file; null when there are to be no such files. */
  readonly parseConfiguration: ((text: string) => ConfigurationLayer) | null;
  /** Where the configuration files that are found are kept; what it already holds applies too. */
  readonly configurations?: ConfigurationTree;
  readonly given?: GivenRules;
  /** Text that stands instead of the configuration file at the top of the workspace folder, be that there or not. */
  readonly top?: string;
  /** Whether `.gitignore` files take no account of case. */
  readonly ignoreCase: boolean;
}

/**
 * What a file may be: a Markdown document; one with alert rules, if a look into it says so; a page that is not read but may
 * be where an address leads.
 */
export type FileRole = 'document' | 'alerts' | 'page';

/** The rules that stand in one folder, as they were handed over. */
export interface FolderRules {
  readonly folder: string;
  readonly ignoreText: string | null;
  readonly configurationText: string | null;
}

/** Paths are POSIX style and relative to the workspace folder, which itself is the empty path. */
export class WorkspaceRules {
  readonly configurations: ConfigurationTree;
  readonly #parseConfiguration: ((text: string) => ConfigurationLayer) | null;
  readonly #ignoreRules: IgnoreRules;
  readonly #top: string | null;
  readonly #learned = new Map<string, FolderRules>();
  readonly #extended = new Map<string, ExtendedStyles>();
  #imported: readonly ImportedList[] = [];

  constructor({ parseConfiguration, configurations, given, top, ignoreCase }: WorkspaceRulesOptions) {
    this.#parseConfiguration = parseConfiguration;
    this.#top = top ?? null;
    this.configurations = configurations ?? new ConfigurationTree();
    this.#ignoreRules = new IgnoreRules({ ignoreCase });
    if (given === undefined) return;
    this.configurations.set('', given.layer);
    this.extend('', given.extended);
  }

  /** Whether configuration files count at all. */
  get hasConfigurationFiles(): boolean {
    return this.#parseConfiguration !== null;
  }

  /** Whether the rules that stand in a folder were handed over. */
  knows(folder: string): boolean {
    return this.#learned.has(folder);
  }

  /**
   * Takes over the rules that stand in a folder; null for a file that it does not have. Returns what of its `.gitignore`
   * does not count, in words, or null.
   */
  learn(folder: string, ignoreText: string | null, foundText: string | null): string | null {
    const configurationText = folder === '' ? (this.#top ?? foundText) : foundText;
    this.#learned.set(folder, { folder, ignoreText, configurationText });
    const beyond = ignoreText === null ? null : this.#ignoreRules.set(folder, ignoreText);
    if (configurationText !== null && this.#parseConfiguration !== null) {
      this.configurations.set(folder, this.#parseConfiguration(configurationText));
    }
    return beyond;
  }

  /** Takes over the styles that the configuration file of a folder extends. */
  extend(folder: string, styles: ExtendedStyles): void {
    this.#extended.set(folder, styles);
    this.configurations.extend(folder, styles.styles);
  }

  /** The styles that were handed over, by the folder of the file that extends them. */
  get extended(): ReadonlyMap<string, ExtendedStyles> {
    return this.#extended;
  }

  /** The files that styles were looked for in, whether there or not. */
  get extendedFiles(): readonly ExtendedFile[] {
    return [...this.#extended.values()].flatMap(({ files }) => files);
  }

  /** Takes over the lists of identifiers that the configuration of the workspace folder imports. */
  importLists(lists: readonly ImportedList[]): void {
    this.#imported = lists;
  }

  /** The lists that were handed over. */
  get imported(): readonly ImportedList[] {
    return this.#imported;
  }

  /** All that was handed over, sorted by folder. */
  get learned(): readonly FolderRules[] {
    return [...this.#learned.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
  }

  /** Whether a folder may hold documents, if the one that holds it may. The rules above it must be known. */
  entersFolder(path: string): boolean {
    const name = nameOf(path);
    if (isForeignFolderName(name) || this.#ignoreRules.ignores(path, true)) return false;
    const configuration = this.configurations.forFile(path);
    if (isHiddenFolderName(name) && !configuration.include.some((glob) => namesFolder(glob, name)))
      return false;
    return !isFolderExcluded(configuration, path);
  }

  /** Whether a file is a document, if its folder may hold some. The rules above it must be known. */
  takesFile(path: string): boolean {
    return (
      this.mayTake(path) &&
      !this.#ignoreRules.ignores(path, false) &&
      isIncluded(this.configurations.forFile(path), path)
    );
  }

  /** What a file may be, if its folder may hold any; null for nothing. The rules above it must be known. */
  roleOf(path: string): FileRole | null {
    if (this.mayTake(path)) return this.takesFile(path) ? 'document' : null;
    const role = this.#roleOfOther(path);
    const isKept =
      role !== null &&
      !this.#ignoreRules.ignores(path, false) &&
      !isExcluded(this.configurations.forFile(path), path);
    return isKept ? role : null;
  }

  #roleOfOther(path: string): FileRole | null {
    const name = nameOf(path);
    if (mayHoldAlertsByName(name) || namesAlerts(this.configurations.forFile(path), path)) return 'alerts';
    return isOtherPageName(name) ? 'page' : null;
  }

  /** Whether a file is a document by its name: a Markdown file, or one whose ending `include` names. */
  mayTake(path: string): boolean {
    const name = nameOf(path);
    if (isDocumentName(name)) return true;
    return !name.startsWith('.') && isNamedWithEnding(this.configurations.forFile(path), path);
  }

  /** Whether these rules keep a file out of the workspace, be it there or not, as far as they are known. */
  leavesOut(path: string): boolean {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
      if (!this.entersFolder(path.slice(0, at))) return true;
    return !this.takesFile(path);
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function namesFolder(glob: string, name: string): boolean {
  return glob.split('/').includes(name);
}
