/** Errors of the file system in words for people. Knows no paths: the caller says which file it is about. */

/** The code of a system error such as `ENOENT`; empty for any other error. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Why the file system refused, as a sentence. */
export function describeError(error: unknown): string {
  const code = errorCode(error);
  const known = sentences[code];
  if (known !== undefined) return known;
  const message = error instanceof Error ? error.message : String(error);
  return `File system error: ${message}`;
}

const sentences: Readonly<Record<string, string>> = {
  EACCES: 'Access denied. Check its permissions and those of its folder.',
  EPERM: 'Operation not permitted. Check permissions and attributes.',
  ENOENT: 'It does not exist.',
  ENOTDIR: 'It is not a folder.',
  EISDIR: 'It is a folder, not a file.',
  ELOOP: 'Its symbolic links form a loop.',
  ENXIO: 'It is a device or a socket, not a file.',
  ENODEV: 'It is a device or a socket, not a file.',
  EMFILE: 'Too many open files. Close some programs, or raise the limit (ulimit -n).',
  ENFILE: 'Too many open files. Close some programs, or raise the limit (ulimit -n).',
  ENOSPC: 'The disk is full. Free some space.',
  EDQUOT: 'Your disk quota is used up. Free some space.',
  EROFS: 'The disk is read-only.',
  ENAMETOOLONG: 'Its path is too long for this system.',
  EIO: 'The disk could not be read or written.',
};
