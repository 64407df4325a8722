/** Hands the service what is accepted in each workspace folder: the baseline that its configuration names. */
import type { Affected, RunbookService } from '../service';
import { Baseline, readBaseline } from '../service';
import type { WorkspaceFolder } from '../workspace';
import { decodeText } from './decode-text';
import type { HostFolder } from './host';
import type { WorkspaceRules } from './workspace-rules';

/** A folder with its files and the rules that were found in it. */
export interface RuledFolder {
  readonly folder: WorkspaceFolder;
  readonly files: HostFolder;
  readonly rules: WorkspaceRules;
}

export interface BaselineChange {
  /** The documents whose accepted findings may differ. */
  readonly affected: Affected;
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
}

export class FolderBaselines {
  readonly #service: RunbookService;
  /** What was read, by folder, to tell whether it differs. */
  readonly #read = new Map<string, string>();

  constructor(service: RunbookService) {
    this.#service = service;
  }

  /** Whether a file is the baseline of the folder. */
  isBaseline({ rules }: RuledFolder, path: string): boolean {
    return rules.configurations.forFolder('').baseline === path;
  }

  /** Reads the baseline of a folder, where it has one. One that cannot be read accepts nothing. */
  async load({ folder, files, rules }: RuledFolder): Promise<BaselineChange> {
    const path = rules.configurations.forFolder('').baseline;
    const read = path === null ? null : await readAt(files, path);
    const print = JSON.stringify(read);
    if ((this.#read.get(folder.uri) ?? 'null') === print) return { affected: new Set(), problems: [] };
    this.#read.set(folder.uri, print);
    const found = read === null ? null : 'text' in read ? readBaseline(read.text) : read;
    const affected = this.#service.setBaseline(folder.uri, found instanceof Baseline ? found : null);
    if (path === null || found === null || found instanceof Baseline) return { affected, problems: [] };
    const message = `The baseline cannot be read, so nothing is accepted. ${found.problem}`;
    return { affected, problems: [{ uri: files.uriOf(path), message }] };
  }

  /** A folder is gone. */
  unload(folderUri: string): void {
    if (this.#read.delete(folderUri)) this.#service.setBaseline(folderUri, null);
  }
}

async function readAt(
  files: HostFolder,
  path: string,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  for await (const content of files.read([path])) {
    if ('problem' in content) return { problem: content.problem.message };
    const decoded = decodeText(content.bytes);
    return 'text' in decoded ? { text: decoded.text } : { problem: decoded.message };
  }
  return { problem: 'It does not exist.' };
}
