/** The fragment by which a new entry's heading can be linked. */
import { slug } from 'github-slugger';

/** GitHub's fragment of the heading `ID: Title`, without `#`: `run-004-cache-is-cold`. */
export function entryFragment(id: string, title: string): string {
  return slug(`${id}: ${title}`);
}
