/** Which known word a person may have meant. Knows nothing of what the words stand for. */

/**
 * The known word closest to `word`, or null when none is close enough to be meant: a third of its letters may differ,
 * and an abbreviation of three letters or more counts as one that does.
 */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  let nearest: string | null = null;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    // as many letters must be put in or taken out as the lengths differ by, but for abbreviations
    if (Math.abs(candidate.length - word.length) >= fewest && !candidate.startsWith(word)) continue;
    const distance = distanceBetween(word.toLowerCase(), candidate.toLowerCase());
    if (distance < fewest) {
      fewest = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

function distanceBetween(word: string, candidate: string): number {
  const isAbbreviation = word.length >= 3 && word.length < candidate.length && candidate.startsWith(word);
  return isAbbreviation ? 1 : editDistance(word, candidate);
}

/** How many insertions, deletions and replacements of UTF-16 units turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, at(previous, column) + 1, at(current, column - 1) + 1));
    }
    previous = current;
  }
  return at(previous, b.length);
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? Number.POSITIVE_INFINITY;
}
