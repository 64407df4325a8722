/** Paths as links write them. */

/** The link from the file at `from` to the file at `to`, both relative to the workspace folder with `/`, percent-encoded. */
export function relativePath(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++;
  const up = base.slice(shared).map(() => '..');
  return [...up, ...target.slice(shared)]
    .map((segment) => encodeURI(segment).replace(/[()#?]/g, encodeURIComponent))
    .join('/');
}
