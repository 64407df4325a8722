/** A client whose files are in memory: answers what a server without a disk asks for. */
import type {
  FileEntry,
  FileError,
  FileErrorCode,
  ListFoldersParams,
  ReadFilesParams,
  ReadStorageParams,
  StatFilesParams,
  WriteStorageParams,
} from '../../protocol/src/files';

/** A file by its text or bytes, or a file or folder that fails. */
export type MemoryFile = string | Uint8Array | { readonly error: FileErrorCode };

/** Files by path; a folder is there where a file is below it. */
export type MemoryFiles = Record<string, MemoryFile>;

export const memoryRoot = 'memory://host/work';

export class MemoryClient {
  readonly files: Map<string, MemoryFile>;
  readonly storage = new Map<string, Uint8Array>();
  /** URIs of the files that were read since it was last emptied. */
  readonly read: string[] = [];
  /** Methods of all requests. */
  readonly requests: string[] = [];
  readonly #links: ReadonlySet<string>;

  /** `links`: paths that are symbolic links. */
  constructor(files: MemoryFiles, links: readonly string[] = []) {
    this.files = new Map(Object.entries(files));
    this.#links = new Set(links);
  }

  /** As a connection's `sendRequest`. */
  readonly sendRequest = (method: string, params: unknown): Promise<unknown> => {
    this.requests.push(method);
    return Promise.resolve(this.#answer(method, params));
  };

  /** Changes a file without a word. */
  write(path: string, content: MemoryFile): void {
    this.files.set(path, content);
  }

  #answer(method: string, params: unknown): unknown {
    switch (method) {
      case 'runbook/files/list':
        return (params as ListFoldersParams).uris.map((uri) => this.#list(pathOf(uri)));
      case 'runbook/files/read':
        return (params as ReadFilesParams).uris.map((uri) => this.#read(uri));
      case 'runbook/files/stat':
        return (params as StatFilesParams).uris.map((uri) => this.#stat(pathOf(uri)));
      case 'runbook/storage/read':
        return this.storage.get((params as ReadStorageParams).name) ?? null;
      case 'runbook/storage/write': {
        const { name, bytes } = params as WriteStorageParams;
        this.storage.set(name, bytes);
        return null;
      }
      default:
        throw new Error(`Unhandled method ${method}`);
    }
  }

  #list(folder: string): { entries: readonly FileEntry[] } | { error: FileError } {
    const broken = this.files.get(folder);
    if (typeof broken === 'object' && 'error' in broken) return { error: { code: broken.error } };
    const start = folder === '' ? '' : `${folder}/`;
    const entries = new Map<string, FileEntry>();
    for (const [path, file] of this.files) {
      if (!path.startsWith(start) || path === folder) continue;
      const [name = '', ...more] = path.slice(start.length).split('/');
      const isFolder =
        more.length > 0 || (typeof file === 'object' && 'error' in file && path.endsWith('.d'));
      entries.set(name, {
        name,
        kind: isFolder ? 'folder' : 'file',
        isLink: this.#links.has(start + name),
      });
    }
    return { entries: [...entries.values()] };
  }

  #read(uri: string): { bytes: Uint8Array; stamp: string } | { error: FileError } {
    this.read.push(uri);
    const path = pathOf(uri);
    const file = this.files.get(path);
    if (file === undefined) return { error: { code: 'not-found' } };
    if (typeof file === 'object' && 'error' in file) return { error: { code: file.error } };
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    return { bytes, stamp: this.#stampOf(path) };
  }

  #stat(path: string): { kind: 'file' | 'folder'; stamp: string } | null {
    if (this.files.has(path)) return { kind: 'file', stamp: this.#stampOf(path) };
    const isFolder = [...this.files.keys()].some((one) => one.startsWith(`${path}/`));
    return isFolder ? { kind: 'folder', stamp: '' } : null;
  }

  #stampOf(path: string): string {
    return JSON.stringify([path, this.files.get(path)]);
  }
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice(memoryRoot.length + 1));
}
