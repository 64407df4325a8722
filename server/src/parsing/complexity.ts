/**
 * Bounds on what a document may hold to be read as Markdown at all, far above what people write in 2 MB. What passes one
 * is known by its headings only, and not judged.
 */

/** Most of each that a document may hold. Told in docs/rules/document-too-complex.md. */
const bounds = {
  lines: 150_000,
  headings: 20_000,
};

/** Most marks that the reference engine may meet in one document; see {@link weightOf}. */
export const mostMarks = 40_000;

/** Which bound a text passes, as the end of "it has more than …"; null for nearly all. Linear. */
export function boundPassed(text: string): string | null {
  if (text.length <= bounds.headings) return null;
  let lines = 0;
  let headings = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const ends = code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10);
    if (ends) lines++;
    if (code === 35 && (at === 0 || isLineEnd(text.charCodeAt(at - 1)))) headings++;
  }
  if (lines > bounds.lines) return `${bounds.lines} lines`;
  return headings > bounds.headings ? `${bounds.headings} headings` : null;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** What reading a text with the reference engine takes: its lines and the marks in it, dear ones several times. */
export function weightOf(text: string): number {
  let weight = 0;
  for (let at = 0; at < text.length; at++) weight += weights[text.charCodeAt(at)] ?? 0;
  return weight;
}

const weights: Uint8Array = weighing({
  1: ' \n\r*_~`|&\\:!-+#>=\t'.slice(1),
  2: '[]()@',
  8: '<',
});

function weighing(marks: Readonly<Record<number, string>>): Uint8Array {
  const found = new Uint8Array(128);
  for (const [weight, characters] of Object.entries(marks))
    for (const character of characters) found[character.charCodeAt(0)] = Number(weight);
  return found;
}
