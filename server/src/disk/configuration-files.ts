/** The configuration files of all loaded folders, as they were read, with what is wrong in them. */
import { parseConfiguration, type KnownRules, type ParsedConfiguration } from '../config/parse-configuration';
import type { ConfigurationFile } from './load-rules';
import { fromRelativePath, toUri } from './paths';

/** A configuration file with what is wrong in it. */
export interface ReadConfiguration extends ParsedConfiguration {
  readonly uri: string;
  readonly text: string;
}

export class ConfigurationFiles {
  readonly #knownRules: KnownRules;
  readonly #files = new Map<string, ReadConfiguration>();

  /** `knownRules`: rules that a configuration may set. */
  constructor(knownRules: KnownRules) {
    this.#knownRules = knownRules;
  }

  get all(): Iterable<ReadConfiguration> {
    return this.#files.values();
  }

  /** Takes the files of a folder (its URI and absolute path) instead of those that it had. */
  put(folderUri: string, path: string, files: readonly ConfigurationFile[]): void {
    this.remove(folderUri, () => false);
    for (const { path: relative, text } of files) {
      const uri = toUri(fromRelativePath(path, relative));
      this.#files.set(uri, { uri, text, ...parseConfiguration(text, this.#knownRules) });
    }
  }

  /** Forgets the files of a folder, but for those that `isKept` names. */
  remove(folderUri: string, isKept: (uri: string) => boolean): void {
    for (const uri of [...this.#files.keys()])
      if (uri.startsWith(`${folderUri}/`) && !isKept(uri)) this.#files.delete(uri);
  }
}
