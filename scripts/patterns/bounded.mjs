/** The patterns whose steps are counted instead of judged, each on a line of `bounded.txt` as it is written in code. */
import { readFileSync } from 'node:fs';

/** @returns {{ source: string, flags: string }[]} */
export function boundedPatterns() {
  return readFileSync(new URL('bounded.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const end = line.lastIndexOf('/');
      return { source: line.slice(1, end), flags: line.slice(end + 1) };
    });
}
