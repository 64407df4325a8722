/** The configuration files of all workspace folders, with what is wrong in them. Knows where they stand. */
import { configurationFileName } from '../config/configuration';
import { parseConfiguration, type KnownRules, type ParsedConfiguration } from '../config/parse-configuration';
import { configurationProblem, type ConfigurationProblem } from '../config/yaml-reader';
import type { CoreService } from '../service';
import { folderOf, pathFrom } from '../text/paths';
import { type Words, words } from '../text/say';
import type { FoundConfiguration } from './extended-styles';
import type { ImportedList } from './found-lists';
import { wordsOnList } from './imported-lists';
import { shorten } from '../text/shorten';

/** A configuration file with what is wrong in it. */
export interface ReadConfiguration extends ParsedConfiguration {
  readonly uri: string;
  readonly text: string;
}

interface HeldFile extends ReadConfiguration, FoundConfiguration {
  readonly folder: string;
}

/** Says why a folder that is joined is not read; `path` is as the configuration has it. */
export type WordUnread = (path: string) => Words;

/** In an editor, the folders of the window may be joined. */
const notInWindow: WordUnread = (path) =>
  words`"${shorten(path)}" is not open in this window, so undefined IDs are not reported. Add the folder to the workspace.`;

/** Whether a file, by its path, is a document of a folder; undefined while that is not known. */
export type HasDocument = (folderUri: string, path: string) => boolean | undefined;

export class ConfigurationFiles {
  readonly #service: CoreService;
  readonly #knownRules: KnownRules;
  readonly #wordUnread: WordUnread;
  readonly #hasDocument: HasDocument;
  readonly #files = new Map<string, HeldFile>();
  readonly #lists = new Map<string, readonly ImportedList[]>();

  constructor(
    service: CoreService,
    knownRules: KnownRules,
    hasDocument: HasDocument,
    wordUnread: WordUnread = notInWindow,
  ) {
    this.#service = service;
    this.#knownRules = knownRules;
    this.#wordUnread = wordUnread;
    this.#hasDocument = hasDocument;
  }

  /** Replaces the files of a folder. */
  set(folderUri: string, files: readonly FoundConfiguration[], lists: readonly ImportedList[] = []): void {
    this.delete(folderUri);
    this.#lists.set(folderUri, lists);
    for (const file of files) {
      const { uri, text } = file;
      if (this.#service.placeOf(uri).folder === folderUri)
        this.#files.set(uri, { ...file, folder: folderUri, ...parseConfiguration(text, this.#knownRules) });
    }
  }

  /** A folder is gone. */
  delete(folderUri: string): void {
    this.#lists.delete(folderUri);
    for (const { uri, folder } of this.#files.values()) if (folder === folderUri) this.#files.delete(uri);
  }

  /** The files as they are now: what a folder may join depends on the other folders. */
  all(): readonly ReadConfiguration[] {
    return Array.from(this.#files.values(), ({ uri, text, configuration, templates, problems }) => ({
      uri,
      text,
      ...this.#withOthers(uri, { configuration, templates, problems }),
    }));
  }

  /** What is wrong in a text that stands, or is to stand, in a configuration file. */
  read(uri: string, text: string): ParsedConfiguration {
    return this.#withOthers(uri, parseConfiguration(text, this.#knownRules));
  }

  /** The same with what is wrong about the styles, folders and templates that it names. */
  #withOthers(uri: string, parsed: ParsedConfiguration): ParsedConfiguration {
    const { folder, path } = this.#service.placeOf(uri);
    const problems = [
      ...this.#ofStyles(uri, parsed),
      ...this.#ofJoins(uri, parsed),
      ...this.#ofImports(uri, parsed),
      ...lostTemplates(parsed, folderOf(path), (template) => this.#hasDocument(folder, template)),
    ];
    if (problems.length === 0) return parsed;
    const all = [...parsed.problems, ...problems];
    return { ...parsed, problems: all.sort((a, b) => a.span.start - b.span.start) };
  }

  /** What was found of styles when the file was read from disk holds for an edited text that still names them. */
  #ofStyles(uri: string, { configuration }: ParsedConfiguration): readonly ConfigurationProblem[] {
    const file = this.#files.get(uri);
    if (file?.extended == null) return [];
    const known = new Map(
      file.extended.problems.map((problem) => [
        file.configuration.extends?.find(({ span }) => span.start === problem.span.start)?.name,
        problem,
      ]),
    );
    return (configuration.extends ?? []).flatMap(({ name, span }) => {
      const problem = known.get(name);
      return problem === undefined ? [] : [{ ...problem, span }];
    });
  }

  /** A list is a file that is made elsewhere, so nobody looks for what is wrong with it in itself. */
  #ofImports(uri: string, { configuration }: ParsedConfiguration): readonly ConfigurationProblem[] {
    const { folder, path } = this.#service.placeOf(uri);
    return (configuration.imports ?? []).flatMap(({ path: name, span }): ConfigurationProblem[] => {
      if (path !== configurationFileName) return [configurationProblem(span, nestedImports, 'warning')];
      const list = this.#lists.get(folder)?.find((one) => one.path === name);
      const said = list === undefined ? null : wordsOnList(list, this.#service.today());
      return said === null
        ? []
        : [configurationProblem(span, said, list?.problem === null ? 'warning' : 'error')];
    });
  }

  #ofJoins(uri: string, { configuration }: ParsedConfiguration): readonly ConfigurationProblem[] {
    const join = configuration.join ?? [];
    if (join.length === 0) return [];
    const { layout } = this.#service;
    const { folder, path } = this.#service.placeOf(uri);
    return join.flatMap(({ path: way, span }): ConfigurationProblem[] => {
      if (path !== configurationFileName) return [configurationProblem(span, nested, 'warning')];
      if (layout.folderAt(folder, way) !== null) return [];
      return [configurationProblem(span, this.#wordUnread(way), 'warning')];
    });
  }
}

/** What is wrong about the templates that a file in a folder names: a template is a document of the workspace. */
export function lostTemplates(
  { templates }: Pick<ParsedConfiguration, 'templates'>,
  folder: string,
  has: (path: string) => boolean | undefined,
): readonly ConfigurationProblem[] {
  return templates.flatMap(({ text, span }) => {
    const path = pathFrom(folder, text);
    if (path !== null && has(path) !== false) return [];
    const lost =
      path === null
        ? words`"${shorten(text)}" is outside of the workspace folder.`
        : words`"${shorten(text)}" is no document of this workspace folder, so new documents begin without it. A template is a Markdown file that is there and not excluded.`;
    return [configurationProblem(span, lost, 'error')];
  });
}

const nestedImports = words`"imports" has no effect in a subfolder. Move it to the configuration file of the workspace folder.`;
const nested = words`"join" has no effect in a subfolder. Move it to the configuration file of the workspace folder.`;
