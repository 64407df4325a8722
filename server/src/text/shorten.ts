/** Parts of documents and files in sentences: on one line and short enough to be read. */

/** Longest part that a message quotes, in UTF-16 units. */
export const mostQuoted = 48;

/** The text on one line, cut with an ellipsis where it is longer than `most` UTF-16 units. */
export function shorten(text: string, most = mostQuoted): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}
