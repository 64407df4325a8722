/**
 * Finds the styles that the configuration files of a folder extend: files of it, packages in a `node_modules` of it, and
 * those that are shipped. They are read like any file of the folder, never run, and only where they really are inside.
 */
import { asStyle } from '../config/extend-layer';
import type { ConfigurationLayer, ExtendSetting } from '../config/configuration';
import { parseConfiguration, type KnownRules, type ParsedConfiguration } from '../config/parse-configuration';
import { placeOfExtended, type ExtendedPlace } from '../config/read-extends';
import { shippedStyles } from '../config/shipped-styles';
import { configurationProblem, type ConfigurationProblem } from '../config/yaml-reader';
import { LineIndex } from '../text/line-index';
import { folderOf, pathFrom } from '../text/paths';
import { words, type Words } from '../text/say';
import { shorten } from '../text/shorten';
import { decodeText } from './decode-text';
import type { ExtendedFile, ExtendedStyles } from './found-styles';
import type { FoundFiles, HostFolder } from './host';
import type { WorkspaceRules } from './workspace-rules';

/** More files than these are not read for one configuration file. */
const mostFiles = 32;
const packageFiles: readonly string[] = ['runbook.yaml', '.runbook.yaml'];

/** Where styles are read. */
export interface StyleSource {
  /** The contents of files by path, relative to the folder in which styles may be. */
  readonly read: HostFolder['read'];
  /** The folder of the configuration file in it. */
  readonly folder: string;
  /** The path of a template in it, null for one outside, as the configuration would have it. */
  readonly templateAt: (path: string | null) => string;
  /** Says that a file is not in it; `name` is as the configuration has it. */
  readonly wordOutside: (name: string) => Words;
}

/** A workspace folder as a source, for a configuration file that stands in a folder of it. */
export function styleSource(read: HostFolder['read'], folder: string): StyleSource {
  const up = folder === '' ? 0 : folder.split('/').length;
  return {
    read,
    folder,
    templateAt: (path) => `${'../'.repeat(up)}${path ?? ''}`,
    wordOutside: (name) => words`"${shorten(name)}" is outside of the workspace folder.`,
  };
}

/** The styles that a configuration file extends. */
export async function extendedStyles(
  source: StyleSource,
  settings: readonly ExtendSetting[],
  knownRules: KnownRules,
): Promise<ExtendedStyles> {
  const { folder } = source;
  const search = new Search(source, knownRules);
  const problems: ConfigurationProblem[] = [];
  for (const { name, span } of settings) {
    const problem = await search.add(name, folder, []);
    if (problem !== null) problems.push(configurationProblem(span, problem, 'error'));
  }
  return { styles: search.styles, problems, files: [...search.files.values()] };
}

/** Hands over to `rules` what the configuration files that it found extend. Where the files are found does not depend on it. */
export async function learnStyles(
  read: HostFolder['read'],
  rules: WorkspaceRules,
  knownRules: KnownRules,
): Promise<void> {
  for (const [folder, { extends: settings = [] }] of rules.configurations.layers)
    if (settings.length > 0 && rules.hasConfigurationFiles)
      rules.extend(folder, await extendedStyles(styleSource(read, folder), settings, knownRules));
}

/** A configuration file, or a style that one extends, as it was found. */
export interface FoundConfiguration {
  readonly uri: string;
  readonly text: string;
  /** What it extends; null for nothing that was looked for. */
  readonly extended: ExtendedStyles | null;
}

/** The configuration files of a folder, and the styles in it but for those of packages, whose mistakes are told elsewhere. */
export function foundConfigurations(
  files: Pick<HostFolder, 'uriOf'>,
  { extended, extendedFiles }: WorkspaceRules,
  { configurationFiles }: Pick<FoundFiles, 'configurationFiles'>,
): readonly FoundConfiguration[] {
  const found = new Map<string, FoundConfiguration>();
  for (const { path, text } of configurationFiles)
    found.set(path, { uri: files.uriOf(path), text, extended: extended.get(folderOf(path)) ?? null });
  for (const { path, text } of extendedFiles)
    if (text !== null && !found.has(path) && !isOfPackage(path))
      found.set(path, { uri: files.uriOf(path), text, extended: null });
  return [...found.values()];
}

/** Whether a style is of an installed package: its mistakes are told where it is named. */
export function isOfPackage(path: string): boolean {
  return path.split('/').includes('node_modules');
}

class Search {
  readonly styles: ConfigurationLayer[] = [];
  readonly files = new Map<string, ExtendedFile>();
  readonly #source: StyleSource;
  readonly #knownRules: KnownRules;

  constructor(source: StyleSource, knownRules: KnownRules) {
    this.#source = source;
    this.#knownRules = knownRules;
  }

  /** Adds a style with those that it extends; `around`: the files that lead here. Returns what is wrong, or null. */
  async add(name: string, folder: string, around: readonly string[]): Promise<Words | null> {
    const place = placeOfExtended(name);
    if (place === null) return null;
    if (place.kind === 'shipped') {
      const { configuration } = parseConfiguration(shippedStyles[place.name].text, this.#knownRules);
      this.styles.push(asStyle(configuration, (path) => path));
      return null;
    }
    const found = await this.#find(place, name, folder);
    if ('problem' in found) return found.problem;
    const { path, text } = found;
    if (around.includes(path))
      return words`"${shorten(name)}" leads back to itself, so it is not read again. Remove it from one of the files.`;
    const parsed = parseConfiguration(text, this.#knownRules);
    const inner = folderOf(path);
    let problem = place.kind === 'package' ? mistakeIn(parsed, text, name) : null;
    for (const further of parsed.configuration.extends ?? [])
      problem ??= await this.add(further.name, inner, [...around, path]);
    this.styles.push(
      asStyle(parsed.configuration, (template) => this.#source.templateAt(pathFrom(inner, template))),
    );
    return problem;
  }

  async #find(
    place: Exclude<ExtendedPlace, { kind: 'shipped' }>,
    name: string,
    folder: string,
  ): Promise<{ readonly path: string; readonly text: string } | { readonly problem: Words }> {
    const paths = place.kind === 'path' ? [pathFrom(folder, place.path)] : candidatesOf(place, folder);
    for (const path of paths) {
      if (path === null) return { problem: this.#source.wordOutside(name) };
      const read = await this.#textOf(path);
      if ('text' in read) return { path, text: read.text };
      if (read.problem !== null)
        return { problem: words`"${shorten(name)}" cannot be read. ${read.problem}` };
    }
    return {
      problem:
        place.kind === 'path'
          ? words`There is no file "${shorten(name)}".`
          : words`There is no package "${shorten(name)}" with a runbook.yaml in node_modules beside this file or above. Install it.`,
    };
  }

  /** The text at a path; a problem of null where there is no file. */
  async #textOf(path: string): Promise<{ readonly text: string } | { readonly problem: string | null }> {
    const known = this.files.get(path);
    if (known !== undefined) return known.text === null ? { problem: null } : { text: known.text };
    if (this.files.size >= mostFiles)
      return { problem: `More than ${String(mostFiles)} files are extended.` };
    for await (const content of this.#source.read([path])) {
      const decoded = 'problem' in content ? null : decodeText(content.bytes);
      const text = decoded !== null && 'text' in decoded ? decoded.text : null;
      this.files.set(path, { path, text });
      if (text !== null) return { text };
      if ('problem' in content)
        return { problem: content.problem.reason === 'vanished' ? null : content.problem.message };
      return { problem: decoded !== null && 'message' in decoded ? decoded.message : null };
    }
    return { problem: null };
  }
}

/** Where the file of a package may be: in the nearest `node_modules` first. */
function candidatesOf(
  { name, file }: Extract<ExtendedPlace, { kind: 'package' }>,
  folder: string,
): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return Array.from({ length: parts.length + 1 }, (_, up) =>
    [...parts.slice(0, parts.length - up), 'node_modules', name].join('/'),
  ).flatMap((root) => (file === null ? packageFiles : [file]).map((one) => `${root}/${one}`));
}

/** Nobody looks for findings in a package: they are told where it is named. */
function mistakeIn({ problems: [first] }: ParsedConfiguration, text: string, name: string): Words | null {
  if (first === undefined) return null;
  const line = new LineIndex(text).positionAt(first.span.start).line + 1;
  return words`"${shorten(name)}" has a mistake in line ${line}. ${first.words}`;
}
