/** Which program this is, by the files that it is made of: what other code has worked out may be something else. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { SizeLimit } from '../files/size-limit';
import { readFile } from './read-file';

export interface Program {
  /** The names of its files. */
  readonly name: string;
  /** The same for the same code on the same platform only. */
  readonly fingerprint: string;
}

/** The program of the files at these absolute paths. Null when none of them can be read, so that it cannot be told. */
export function readProgram(paths: readonly string[]): Program | null {
  const digests = paths.map(digestOfFile);
  if (digests.every((digest) => digest === null)) return null;
  const { version, platform, arch } = process;
  return {
    name: paths.map((path) => basename(path)).join('\n'),
    fingerprint: JSON.stringify([digests, version, platform, arch]),
  };
}

const programFiles: SizeLimit = { size: 64 * 1024 * 1024, noun: 'program files', advice: '' };

function digestOfFile(path: string): string | null {
  const content = readFile(path, programFiles, null);
  return 'bytes' in content ? createHash('sha256').update(content.bytes).digest('base64') : null;
}
