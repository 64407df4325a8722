/**
 * How a server without a disk gets at the files of a workspace: it asks its client, in batches. Sent by the server of the
 * web extension only. All URIs are in the client's spelling; bytes travel as they are, which `postMessage` allows.
 */

/** Why something cannot be read, by the codes of VS Code's `FileSystemError`; `failed` for any other reason. */
export type FileErrorCode =
  'not-found' | 'not-a-folder' | 'is-a-folder' | 'no-permission' | 'unavailable' | 'too-large' | 'failed';

export interface FileError {
  readonly code: FileErrorCode;
  /** What the file system says, for `failed`; the size in bytes, for `too-large`. */
  readonly detail?: string | number;
}

/** Symbolic links are what they lead to; `other` is neither file nor folder, or a link to nothing. */
export type FileKind = 'file' | 'folder' | 'other';

export interface FileEntry {
  readonly name: string;
  readonly kind: FileKind;
  readonly isLink: boolean;
}

/** Lists folders. */
export const listFoldersRequest = { method: 'runbook/files/list' } as const;

export interface ListFoldersParams {
  readonly uris: readonly string[];
}

/** One for each URI, in order. */
export type ListFoldersResult = readonly (
  { readonly entries: readonly FileEntry[] } | { readonly error: FileError }
)[];

/** Reads files. */
export const readFilesRequest = { method: 'runbook/files/read' } as const;

export interface ReadFilesParams {
  readonly uris: readonly string[];
  /** Bytes above which a file is not read, but `too-large`. */
  readonly largest: number;
}

/** One for each URI, in order. `stamp` differs for a file that was written in between, as far as its times and size tell. */
export type ReadFilesResult = readonly (
  { readonly bytes: Uint8Array; readonly stamp: string } | { readonly error: FileError }
)[];

/** Looks at files and folders without reading them. */
export const statFilesRequest = { method: 'runbook/files/stat' } as const;

export interface StatFilesParams {
  readonly uris: readonly string[];
}

/** One for each URI, in order; null where there is nothing, or it cannot be told. */
export type StatFilesResult = readonly ({ readonly kind: FileKind; readonly stamp: string } | null)[];

/** Reads what a session saved in the storage of the client for later ones, by a name of lower-case letters and digits. */
export const readStorageRequest = { method: 'runbook/storage/read' } as const;

export interface ReadStorageParams {
  readonly name: string;
}

/** Null where there is nothing of this name. */
export type ReadStorageResult = Uint8Array | null;

/** Saves bytes under a name instead of what was there. Answers when they are saved, or could not be: that is no error. */
export const writeStorageRequest = { method: 'runbook/storage/write' } as const;

export interface WriteStorageParams {
  readonly name: string;
  readonly bytes: Uint8Array;
}
