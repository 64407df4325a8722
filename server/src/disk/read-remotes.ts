/** Reads which addresses the repository of a folder has. Knows where Git keeps them, not what they mean. */
import { join } from 'node:path';
import { remotesIn } from '../files/remotes-in';
import type { Boundary } from './boundary';
import { readContent } from './read-document';
import { toDocument } from '../files/to-document';

/** The addresses of all remotes of the repository whose top is the folder at `path`; none where there is no such. */
export function readRemotes(path: string, boundary: Boundary | null): readonly string[] {
  const content = readContent(join(path, '.git', 'config'), boundary);
  const read = 'bytes' in content ? toDocument(content.bytes) : content;
  return 'text' in read ? remotesIn(read.text) : [];
}
