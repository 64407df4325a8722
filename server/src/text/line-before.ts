/** Single lines of a text. */

const longest = 200;

/** The line above the one that begins at an offset, or the end of it where it is long. */
export function lineBefore(text: string, start: number): string {
  const end = start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
  const before = text.slice(Math.max(0, end - longest), Math.max(0, end));
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}
