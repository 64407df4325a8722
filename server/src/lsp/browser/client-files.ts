/**
 * Asks the client for files, in batches. What a client answers only claims to be of the right form; what is not, counts as
 * a failure of the file. Knows messages; nothing of which files are asked for, or why.
 */
import {
  listFoldersRequest,
  readFilesRequest,
  statFilesRequest,
  type FileEntry,
  type FileError,
  type FileErrorCode,
  type FileKind,
  type ListFoldersParams,
  type ReadFilesParams,
  type StatFilesParams,
} from '../../../../protocol/src/files';
import type { FileContent, ReadFailure, ReadProblem } from '../../files/host';
import { tooLarge, type SizeLimit } from '../../files/size-limit';
import { isRecord } from '../is-record';

/** What is in a folder, or why that cannot be told. */
export type Listing = { readonly entries: readonly FileEntry[] } | { readonly problem: ReadProblem };

/** What there is at a URI; null for nothing. */
export type Stat = { readonly kind: FileKind; readonly stamp: string } | null;

/** What of a connection files are asked for with. */
export interface Requests {
  readonly sendRequest: (method: string, params: object) => Promise<unknown>;
}

/** Files of one message: enough to hide the way to the client and back, few enough for the memory. */
const batchSize = 64;

export class ClientFiles {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** What is in these folders, one for each, in order. */
  async list(uris: readonly string[]): Promise<readonly Listing[]> {
    const all: Listing[] = [];
    for (const batch of batchesOf(uris))
      all.push(...(await this.#ask(listFoldersRequest, { uris: batch }, toListing)));
    return all;
  }

  /** The contents of these files, one for each, in order; the next batch is under way while one is used. */
  async *read(uris: readonly string[], limit: SizeLimit): AsyncIterable<FileContent> {
    const batches = batchesOf(uris);
    const ask = (batch: readonly string[] | undefined): Promise<readonly FileContent[]> =>
      batch === undefined
        ? Promise.resolve([])
        : this.#ask(readFilesRequest, { uris: batch, largest: limit.size }, (value) =>
            toContent(value, limit),
          );
    let next = ask(batches[0]);
    for (let index = 0; index < batches.length; index++) {
      const contents = await next;
      next = ask(batches[index + 1]);
      yield* contents;
    }
  }

  /** What there is at these URIs, one for each, in order. */
  async *stat(uris: readonly string[]): AsyncIterable<Stat> {
    for (const batch of batchesOf(uris)) yield* await this.#ask(statFilesRequest, { uris: batch }, toStat);
  }

  /** Never rejects: a client that refuses, or is gone, has no files. */
  async #ask<T>(
    { method }: { readonly method: string },
    params: ListFoldersParams | ReadFilesParams | StatFilesParams,
    read: (value: unknown) => T,
  ): Promise<readonly T[]> {
    let answer: unknown;
    try {
      answer = await this.#requests.sendRequest(method, params);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      answer = params.uris.map(() => ({ error: { code: 'failed', detail } }));
    }
    const values: readonly unknown[] = Array.isArray(answer) ? answer : [];
    return params.uris.map((_, index) => read(values[index]));
  }
}

function batchesOf(uris: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(uris.length / batchSize);
  return Array.from({ length: count }, (_, index) => uris.slice(index * batchSize, (index + 1) * batchSize));
}

function toListing(value: unknown): Listing {
  if (!isRecord(value) || !Array.isArray(value['entries'])) return { problem: toProblem(errorIn(value)) };
  return { entries: value['entries'].filter(isEntry) };
}

function toContent(value: unknown, limit: SizeLimit): FileContent {
  if (isRecord(value) && value['bytes'] instanceof Uint8Array && typeof value['stamp'] === 'string') {
    const { bytes, stamp } = { bytes: value['bytes'], stamp: value['stamp'] };
    return bytes.byteLength > limit.size ? { problem: tooLarge(bytes.byteLength, limit) } : { bytes, stamp };
  }
  const error = errorIn(value);
  return error.code === 'too-large' && typeof error.detail === 'number'
    ? { problem: tooLarge(error.detail, limit) }
    : { problem: toProblem(error) };
}

function toStat(value: unknown): Stat {
  if (!isRecord(value) || typeof value['stamp'] !== 'string') return null;
  return { kind: toKind(value['kind']), stamp: value['stamp'] };
}

function toProblem({ code, detail }: FileError): ReadProblem {
  const [reason, message] = problems[code];
  return {
    reason,
    message: code === 'failed' && detail !== undefined ? `File system error: ${String(detail)}` : message,
  };
}

const problems: Readonly<Record<FileErrorCode, readonly [ReadFailure, string]>> = {
  'not-found': ['vanished', 'It does not exist.'],
  'not-a-folder': ['vanished', 'It is not a folder.'],
  'is-a-folder': ['not-a-file', 'It is a folder, not a file.'],
  'no-permission': ['permission', 'Access denied. Check its permissions and those of its folder.'],
  unavailable: ['failed', 'The file system is unavailable. Check the connection, then reload the window.'],
  'too-large': ['too-large', 'It is too large.'],
  failed: ['failed', 'The file system gave no answer that could be read.'],
};

function errorIn(value: unknown): FileError {
  const error = isRecord(value) ? value['error'] : undefined;
  const code = isRecord(error) ? error['code'] : undefined;
  const detail = isRecord(error) ? error['detail'] : undefined;
  if (!isErrorCode(code)) return { code: 'failed' };
  return typeof detail === 'string' || typeof detail === 'number' ? { code, detail } : { code };
}

function isErrorCode(code: unknown): code is FileErrorCode {
  return typeof code === 'string' && Object.hasOwn(problems, code);
}

function isEntry(value: unknown): value is FileEntry {
  return (
    isRecord(value) &&
    isName(value['name']) &&
    toKind(value['kind']) === value['kind'] &&
    typeof value['isLink'] === 'boolean'
  );
}

/** Names lead to what is in a folder, and nowhere else. */
function isName(name: unknown): name is string {
  return typeof name === 'string' && name !== '' && name !== '.' && name !== '..' && !name.includes('/');
}

function toKind(kind: unknown): FileKind {
  return kind === 'file' || kind === 'folder' ? kind : 'other';
}
