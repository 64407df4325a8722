/** The disk as the language server's source of files. */
import type { Diagnostic } from 'vscode-languageserver';
import { DiskWorkspace, type DiskProblem, type Pace } from '../../disk/disk-workspace';
import { fileNotice } from '../../disk/file-notice';
import type { Keeping } from '../../disk/loaded-folder';
import { toPath } from '../../disk/paths';
import { ruleOptions, type RunbookService } from '../../service';
import type { WorkspaceFolder } from '../../workspace';
import type { FileSource, LoadMilestones } from '../file-source';
import { toConfigurationDiagnostics } from '../to-diagnostic';

export class DiskFileSource implements FileSource {
  readonly #disk: DiskWorkspace;

  /** `pace`: when requests get their turn while much is read. `keeping`: null for starting afresh each time. */
  constructor(service: RunbookService, pace: Pace, keeping: Keeping | null) {
    this.#disk = new DiskWorkspace(service, ruleOptions, { pace, ...(keeping === null ? {} : { keeping }) });
  }

  async load(folders: readonly WorkspaceFolder[], milestones: LoadMilestones): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const folder of folders) {
      // of several, the others are loaded by then
      const options = folder === folders.at(-1) ? milestones : {};
      problems.push(...(await this.#disk.load(folder, options)).problems.map(toWords));
    }
    return problems;
  }

  save(options: { readonly atOnce: boolean }): Promise<void> {
    return this.#disk.save(options);
  }

  loadDefining(key: string): Promise<void> {
    return this.#disk.loadDefining(key);
  }

  unload(folderUri: string): Iterable<string> {
    return this.#disk.unload(folderUri);
  }

  async onChanged(uri: string): Promise<{ affected: Iterable<string>; problems: readonly string[] }> {
    const { affected, problems } = await this.#disk.onChanged(uri);
    return { affected, problems: problems.map(toWords) };
  }

  async rescan(signal: AbortSignal): Promise<{ affected: ReadonlySet<string>; problems: readonly string[] }> {
    try {
      const { affected, problems } = await this.#disk.rescan(signal);
      return { affected, problems: problems.map(toWords) };
    } catch (error) {
      if (signal.aborted) return { affected: new Set(), problems: [] };
      throw error;
    }
  }

  isStale(uris: Iterable<string>): boolean {
    return this.#disk.isStale(uris);
  }

  diagnosticsOf(uri: string, text: string): readonly Diagnostic[] {
    return toConfigurationDiagnostics(text, this.#disk.readConfiguration(uri, text).problems);
  }

  configurationDiagnostics(): ReadonlyMap<string, readonly Diagnostic[]> {
    return new Map(
      [...this.#disk.configurations].map(({ uri, text, problems }) => [
        uri,
        toConfigurationDiagnostics(text, problems),
      ]),
    );
  }
}

function toWords(problem: DiskProblem): string {
  return fileNotice(toPath(problem.uri) ?? problem.uri, problem);
}
