/** The fragments by which headings can be linked, before they are written. */
import GithubSlugger, { slug } from 'github-slugger';

/** GitHub's fragment of the heading `ID: Title`, without `#`: `run-004-cache-is-cold`. */
export function entryFragment(id: string, title: string): string {
  return slug(`${id}: ${title}`);
}

/** GitHub's fragments of the headings of one document, in order; a second heading of the same words gets `-1`. */
export function headingFragments(headings: readonly string[]): string[] {
  const slugger = new GithubSlugger();
  return headings.map((words) => slugger.slug(words));
}
