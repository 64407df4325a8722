/** The files of a host as the language server's source of files. */
import type { Diagnostic } from 'vscode-languageserver';
import { fileNotice } from '../files/file-notice';
import type { KnownBaseline } from '../files/folder-baselines';
import { readForSetup, type ReadForSetup, type ReadForSetupOptions } from '../files/read-for-setup';
import { openTrial, type Trial, type TrialOptions } from '../files/trial';
import type { WorkspaceChange, WorkspaceProblem } from '../files/workspace-change';
import type { WorkspaceFiles } from '../files/workspace-files';
import type { WorkspaceFolder } from '../workspace';
import type { FileChanges, FileSource, LoadMilestones } from './file-source';
import type { Say } from '../text/say';
import { toConfigurationDiagnostics } from './to-diagnostic';

export interface UriWays {
  /** One spelling for all the ways to write a URI. */
  readonly toCanonicalUri: (uri: string) => string;
  /** How users are told of a file. */
  readonly nameOf: (uri: string) => string;
  readonly say: Say;
}

export class WorkspaceFileSource implements FileSource {
  readonly #files: WorkspaceFiles;
  readonly #ways: UriWays;

  constructor(files: WorkspaceFiles, ways: UriWays) {
    this.#files = files;
    this.#ways = ways;
  }

  async load(folders: readonly WorkspaceFolder[], milestones: LoadMilestones): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const folder of folders) {
      // of several, the others are loaded by then
      const options = folder === folders.at(-1) ? milestones : {};
      problems.push(...this.#changes(await this.#files.load(folder, options)).problems);
    }
    return problems;
  }

  save(options: { readonly atOnce: boolean }): Promise<void> {
    return this.#files.save(options);
  }

  configureFor(uri: string): Promise<void> {
    return this.#files.configureFor(uri);
  }

  loadDefining(key: string): Promise<void> {
    return this.#files.loadDefining(key);
  }

  unload(folderUri: string): Iterable<string> {
    return this.#files.unload(folderUri);
  }

  async onChanged(uri: string): Promise<FileChanges> {
    return this.#changes(await this.#files.onChanged(this.#ways.toCanonicalUri(uri)));
  }

  async rescan(signal: AbortSignal): Promise<FileChanges> {
    try {
      return this.#changes(await this.#files.rescan(signal));
    } catch (error) {
      if (signal.aborted) return { affected: new Set(), problems: [] };
      throw error;
    }
  }

  baselineOf(folderUri: string): KnownBaseline | null {
    return this.#files.baselines?.of(folderUri) ?? null;
  }

  isStale(uris: Iterable<string>): Promise<boolean> {
    return this.#files.isStale(uris);
  }

  readForSetup(folder: WorkspaceFolder, options: ReadForSetupOptions): Promise<ReadForSetup> {
    return readForSetup(this.#files.host, folder, options);
  }

  openTrial(folder: WorkspaceFolder, options: TrialOptions): Promise<Trial> {
    return openTrial(this.#files.host, folder, options);
  }

  diagnosticsOf(uri: string, text: string): readonly Diagnostic[] {
    return toConfigurationDiagnostics(
      this.#ways.say,
      text,
      this.#files.readConfiguration(uri, text).problems,
    );
  }

  configurationTexts(): ReadonlyMap<string, string> {
    return new Map(this.#files.configurations.map(({ uri, text }) => [uri, text]));
  }

  configurationDiagnostics(): ReadonlyMap<string, readonly Diagnostic[]> {
    return new Map(
      this.#files.configurations.map(({ uri, text, problems }) => [
        uri,
        toConfigurationDiagnostics(this.#ways.say, text, problems),
      ]),
    );
  }

  #changes({ affected, problems }: WorkspaceChange): FileChanges {
    const toWords = (problem: WorkspaceProblem): string =>
      fileNotice(this.#ways.nameOf(problem.uri), problem);
    return { affected, problems: problems.map(toWords) };
  }
}
