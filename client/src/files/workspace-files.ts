/**
 * The files of the workspace for a server that has no disk: what `workspace.fs` says, in the words of the protocol.
 * Knows neither the connection nor the editor, so that it is tested without them.
 */
import type {
  FileEntry,
  FileError,
  FileErrorCode,
  FileKind,
  ListFoldersParams,
  ListFoldersResult,
  ReadFilesParams,
  ReadFilesResult,
  StatFilesParams,
  StatFilesResult,
} from '../../../protocol/src/files.js';
import { Lanes } from './lanes.js';

/** The part of `FileStat` that is needed. */
export interface FileStat {
  readonly type: number;
  readonly mtime: number;
  readonly size: number;
}

/**
 * The part of the editor that is needed, whose URIs are of the type `Place`. Promises are refused with what `FileSystemError`
 * looks like.
 */
export interface Files<Place extends { readonly path: string }> {
  /** @throws for a text that is no URI */
  parse(uri: string): Place;
  /** Whether it is a workspace folder or in one, by its path as it is written. */
  isInFolder(uri: Place): boolean;
  stat(uri: Place): PromiseLike<FileStat>;
  readDirectory(uri: Place): PromiseLike<(readonly [name: string, type: number])[]>;
  readFile(uri: Place): PromiseLike<Uint8Array>;
}

/** How many files are asked for at once: enough to hide the way to a server, few enough not to be turned away by it. */
const usualLanes = 16;

/** `FileType` of the editor, whose values are bits and part of its API. */
const typeBits = { file: 1, folder: 2, link: 64 } as const;

const codes: Readonly<Record<string, FileErrorCode>> = {
  FileNotFound: 'not-found',
  FileNotADirectory: 'not-a-folder',
  FileIsADirectory: 'is-a-folder',
  NoPermissions: 'no-permission',
  Unavailable: 'unavailable',
};

interface Failure {
  readonly error: FileError;
}

const refused: Failure = { error: { code: 'no-permission' } };

export class WorkspaceFiles<Place extends { readonly path: string }> {
  readonly #files: Files<Place>;
  readonly #lanes: Lanes;

  constructor(files: Files<Place>, lanes = usualLanes) {
    this.#files = files;
    this.#lanes = new Lanes(lanes);
  }

  list({ uris }: ListFoldersParams): Promise<ListFoldersResult> {
    return this.#each<ListFoldersResult[number]>(uris, async (uri) => ({
      entries: (await this.#files.readDirectory(uri)).map(toEntry),
    }));
  }

  /** The stamp is from before the file was read: what is written meanwhile has another one. */
  read({ uris, largest }: ReadFilesParams): Promise<ReadFilesResult> {
    return this.#each<ReadFilesResult[number]>(uris, async (uri) => {
      const stat = await this.#files.stat(uri);
      const kind = kindOf(stat.type);
      if (kind === 'folder') return { error: { code: 'is-a-folder' } };
      if (kind === 'other') return { error: { code: 'failed', detail: 'it is not a file' } };
      if (stat.size > largest) return tooLarge(stat.size);
      const bytes = await this.#files.readFile(uri);
      if (bytes.byteLength > largest) return tooLarge(bytes.byteLength);
      // a part of a larger buffer would travel with all of it
      return {
        bytes: bytes.byteLength < bytes.buffer.byteLength ? bytes.slice() : bytes,
        stamp: stampOf(stat),
      };
    });
  }

  async stat({ uris }: StatFilesParams): Promise<StatFilesResult> {
    const found = await this.#each<NonNullable<StatFilesResult[number]> | Failure>(uris, async (uri) => {
      const stat = await this.#files.stat(uri);
      return { kind: kindOf(stat.type), stamp: stampOf(stat) };
    });
    return found.map((one) => ('error' in one ? null : one));
  }

  #each<Answer>(
    uris: readonly string[],
    ask: (uri: Place) => Promise<Answer>,
  ): Promise<(Answer | Failure)[]> {
    return Promise.all(
      uris.map((uri) =>
        this.#lanes.run(async () => {
          try {
            const place = this.#locate(uri);
            return place === null ? refused : await ask(place);
          } catch (error) {
            return { error: toFileError(error) };
          }
        }),
      ),
    );
  }

  /** Null for what is not in the workspace: the server is given nothing else, whatever it asks for. */
  #locate(uri: string): Place | null {
    const place = this.#files.parse(uri);
    const climbs = place.path.split(/[\\/]/).some((segment) => segment === '..');
    return climbs || !this.#files.isInFolder(place) ? null : place;
  }
}

function toEntry([name, type]: readonly [string, number]): FileEntry {
  return { name, kind: kindOf(type), isLink: (type & typeBits.link) !== 0 };
}

function kindOf(type: number): FileKind {
  if ((type & typeBits.folder) !== 0) return 'folder';
  return (type & typeBits.file) !== 0 ? 'file' : 'other';
}

function stampOf({ mtime, size }: FileStat): string {
  return `${String(mtime)} ${String(size)}`;
}

function tooLarge(size: number): Failure {
  return { error: { code: 'too-large', detail: size } };
}

function toFileError(error: unknown): FileError {
  const known =
    error instanceof Error && 'code' in error && typeof error.code === 'string'
      ? codes[error.code]
      : undefined;
  if (known !== undefined) return { code: known };
  return { code: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
