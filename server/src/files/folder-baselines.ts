/** Hands the service what is accepted in each workspace folder: the baseline that its configuration names. */
import type { Affected, CoreService } from '../service';
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

/** The file of a baseline. */
export interface KnownBaseline {
  readonly uri: string;
  /** Relative to the workspace folder. */
  readonly path: string;
  /** Null where there is no file. */
  readonly text: string | null;
}

export interface BaselineChange {
  /** The documents whose accepted findings may differ. */
  readonly affected: Affected;
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
}

export class FolderBaselines {
  readonly #service: CoreService;
  /** What was read, by folder. */
  readonly #read = new Map<string, ReadBaseline>();

  constructor(service: CoreService) {
    this.#service = service;
  }

  /** Whether a file is the baseline of the folder. */
  isBaseline({ rules }: RuledFolder, path: string): boolean {
    return rules.configurations.forFolder('').baseline === path;
  }

  /** Reads the baseline of a folder, where it has one. One that cannot be read accepts nothing. */
  async load({ folder, files, rules }: RuledFolder): Promise<BaselineChange> {
    const path = rules.configurations.forFolder('').baseline;
    const read = path === null ? null : { uri: files.uriOf(path), path, ...(await readAt(files, path)) };
    const before = this.#read.get(folder.uri) ?? null;
    if (JSON.stringify(before) === JSON.stringify(read)) return { affected: new Set(), problems: [] };
    if (read === null) this.#read.delete(folder.uri);
    else this.#read.set(folder.uri, read);
    const found =
      read === null ? null : read.text === null ? { problem: read.problem } : readBaseline(read.text);
    const affected = this.#service.setBaseline(folder.uri, found instanceof Baseline ? found : null);
    if (path === null || found === null || found instanceof Baseline) return { affected, problems: [] };
    const message = `The baseline cannot be read, so nothing is accepted. ${found.problem}`;
    return { affected, problems: [{ uri: files.uriOf(path), message }] };
  }

  /** The baseline that the configuration of a folder names, by URI; null where it names none that could be read or written. */
  of(folderUri: string): KnownBaseline | null {
    const read = this.#read.get(folderUri);
    return read === undefined || (read.text === null && !read.isMissing) ? null : read;
  }

  /** A folder is gone. */
  unload(folderUri: string): void {
    if (this.#read.delete(folderUri)) this.#service.setBaseline(folderUri, null);
  }
}

type ReadText =
  { readonly text: string } | { readonly text: null; readonly problem: string; readonly isMissing: boolean };
type ReadBaseline = ReadText & Pick<KnownBaseline, 'uri' | 'path'>;

async function readAt(files: HostFolder, path: string): Promise<ReadText> {
  for await (const content of files.read([path])) {
    if ('problem' in content) {
      const { reason, message } = content.problem;
      return { text: null, problem: message, isMissing: reason === 'vanished' };
    }
    const decoded = decodeText(content.bytes);
    return 'text' in decoded ? decoded : { text: null, problem: decoded.message, isMissing: false };
  }
  return { text: null, problem: 'It does not exist.', isMissing: true };
}
