/**
 * Globs for documents that a list of files would mean: folders with what is left out of them, and what their names have in
 * common, as many as a person reads. Those that only a list would mean are not meant then. Knows paths only.
 */
import { escapeGlob } from '../config/glob';
import { globsWithout, matcherOf } from './globs-for';

/** Globs with the chosen documents that they mean; they mean no others of today. */
export interface FewerGlobs {
  readonly globs: readonly string[];
  readonly meant: ReadonlySet<string>;
}

/** At most so many globs: the best of `given` and of folders that hold some of the chosen documents. */
export function fewerGlobs(
  chosen: ReadonlySet<string>,
  all: readonly string[],
  given: readonly string[],
  most: number,
): FewerGlobs {
  const single = given.filter((glob) => !glob.startsWith('!'));
  let left = [...new Set([...single, ...foldersOf(chosen)])].map((glob) => {
    const matched = all.filter(matcherOf([glob]));
    return { glob, matched, cost: 1 + globsWithout(matched, chosen).length };
  });
  const found: string[] = [];
  let matched: ReadonlySet<string> = new Set();
  let globs: readonly string[] = [];
  const gainOf = (paths: readonly string[]): number =>
    paths.filter((path) => chosen.has(path) && !matched.has(path)).length;
  while (left.length > 0) {
    const [best, ...others] = left
      .map((one) => ({ ...one, gain: gainOf(one.matched) }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain / b.cost - a.gain / a.cost || b.gain - a.gain);
    if (best === undefined) break;
    left = others;
    const next = new Set([...matched, ...best.matched]);
    const withThis = [...found, best.glob, ...globsWithout([...next], chosen)];
    if (withThis.length > most) continue;
    found.push(best.glob);
    [matched, globs] = [next, withThis];
  }
  return { globs, meant: new Set([...matched].filter((path) => chosen.has(path))) };
}

/** Folders around chosen documents, with all that is below or what stands in them alone. */
function foldersOf(chosen: ReadonlySet<string>): readonly string[] {
  const folders = new Map<string, number>();
  for (const path of chosen) {
    const names = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= names.length; depth++) {
      const folder = names.slice(0, depth).join('/');
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
  }
  return [...folders].flatMap(([folder, count]) =>
    count < fewest ? [] : [`${escapeGlob(folder)}/**`, `${escapeGlob(folder)}/*.md`],
  );
}

/** A folder with fewer chosen documents is told by their names. */
const fewest = 3;
