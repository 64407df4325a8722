/** How files are named for tools that know the folder in which the run began, not the one that was checked. */
import { toRelativePath } from '../disk/paths';

/**
 * What to put before a path relative to `root` to have it relative to `here`: `docs/`. Empty where `root` is `here`,
 * or lies outside of it. Both are absolute paths.
 */
export function fromHere(root: string, here: string): string {
  const path = toRelativePath(here, root);
  return path === null || path === '' ? '' : `${path}/`;
}
