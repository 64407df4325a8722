/** The disk as the language server's source of files. */
import type { Diagnostic } from 'vscode-languageserver';
import { DiskWorkspace, type DiskProblem, type Pace } from '../../disk/disk-workspace';
import { toPath } from '../../disk/paths';
import { ruleOptions, type RunbookService } from '../../service';
import type { WorkspaceFolder } from '../../workspace';
import type { FileSource } from '../server';
import { toConfigurationDiagnostics } from '../to-diagnostic';

export class DiskFileSource implements FileSource {
  readonly #disk: DiskWorkspace;

  /** `pace`: when requests get their turn while much is read. */
  constructor(service: RunbookService, pace: Pace) {
    this.#disk = new DiskWorkspace(service, ruleOptions, { pace });
  }

  async load(folders: readonly WorkspaceFolder[], onConfigured: () => void): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const folder of folders) {
      const options = folder === folders.at(-1) ? { onConfigured } : {};
      problems.push(...(await this.#disk.load(folder, options)).problems.map(toWords));
    }
    return problems;
  }

  unload(folderUri: string): Iterable<string> {
    return this.#disk.unload(folderUri);
  }

  async onChanged(uri: string): Promise<{ affected: Iterable<string>; problems: readonly string[] }> {
    const { affected, problems } = await this.#disk.onChanged(uri);
    return { affected, problems: problems.map(toWords) };
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

function toWords({ uri, message }: DiskProblem): string {
  return `${toPath(uri) ?? uri} was skipped: ${message}`;
}
