/** The file systems whose documents the server can read on a host with a disk. */
export function documentSchemes(): readonly string[] {
  return ['file'];
}
