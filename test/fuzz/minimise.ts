/** Makes a case that fails smaller, as long as it fails in the same way: fewer files, fewer lines, fewer characters. */
import type { Case } from './case';

type Fails = (smaller: Case) => Promise<boolean>;

/**
 * The smallest case found until `deadline` (milliseconds since 1970). fast-check has shrunk the choices that made the
 * case; what these were made of, templates and documents as a whole, is cut down here.
 */
export async function minimise(given: Case, fails: Fails, deadline: number): Promise<Case> {
  let best = given;
  const attempt = async (smaller: Case): Promise<boolean> => {
    if (Date.now() > deadline || !(await fails(smaller))) return false;
    best = smaller;
    return true;
  };
  for (const path of given.files.keys())
    if (best.files.size > 1)
      await attempt({ ...best, files: new Map([...best.files].filter(([one]) => one !== path)) });
  for (const choice of [0, 1, best.choice % 100])
    if (choice < best.choice) await attempt({ ...best, choice });
  for (const path of best.files.keys()) {
    for (const units of [/(?<=\n)/, /(?<=[ \n])/, /(?:)/u]) {
      let before = -1;
      // until a whole round takes nothing away
      while (before !== sizeOf(best) && Date.now() <= deadline) {
        before = sizeOf(best);
        await withoutParts(best.files.get(path)?.split(units) ?? [], (parts) =>
          attempt({ ...best, files: new Map([...best.files, [path, parts.join('')]]) }),
        );
        if ((best.files.get(path)?.length ?? 0) > 400 && units.source === '(?:)') break;
      }
    }
  }
  return best;
}

/** Tries a list without stretches of it, from long ones to single parts. */
async function withoutParts(
  parts: readonly string[],
  attempt: (fewer: readonly string[]) => Promise<boolean>,
): Promise<void> {
  let left = parts;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < left.length;) {
      const fewer = [...left.slice(0, at), ...left.slice(at + size)];
      if (await attempt(fewer)) left = fewer;
      else at += size;
    }
  }
}

function sizeOf({ files }: Case): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}
