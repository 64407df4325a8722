/** Differences of texts as unified diffs, in a time that stays bounded. */
import { createTwoFilesPatch, formatPatch } from 'diff';

/** Lines that differ, above which the shortest difference takes too long to find: its work grows with their square. */
const mostDifferent = 1_000;

/** What a file becomes, as a unified diff that `git apply` and `patch -p1` read. */
export function differenceOf(file: string, from: string, to: string): string {
  const names = [`a/${file}`, `b/${file}`] as const;
  const options = { context: 3, maxEditLength: mostDifferent };
  const patch =
    createTwoFilesPatch(...names, from, to, undefined, undefined, options) ??
    wholeDifference(names, from, to);
  return patch.replace(/^=+\n/, '');
}

/** All lines from the first to the last that differ, as one hunk. */
function wholeDifference([oldName, newName]: readonly [string, string], from: string, to: string): string {
  const [old, now] = [from, to].map((text) => text.split(/(?<=\n)/));
  if (old === undefined || now === undefined) return '';
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let same = 0;
  while (same < Math.min(old.length, now.length) - start && old.at(-1 - same) === now.at(-1 - same)) same++;
  const lines = (mark: string, all: readonly string[]): string[] =>
    all
      .slice(start, all.length - same)
      .flatMap((line) =>
        line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'],
      );
  const [gone, come] = [old.length - same - start, now.length - same - start];
  const hunk = {
    oldStart: start + 1,
    oldLines: gone,
    newStart: start + 1,
    newLines: come,
    lines: [...lines('-', old), ...lines('+', now)],
  };
  return formatPatch({
    oldFileName: oldName,
    newFileName: newName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [hunk],
  });
}
