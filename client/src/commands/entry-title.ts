/** What can be a title of an entry. Pure text, tested without an editor. */

/** Says what is wrong with a title, or nothing. Titles stand in a heading: one line, not empty. */
export function titleProblem(title: string): string | undefined {
  if (title.trim() === '') return 'Give the entry a title: what is the situation it helps with?';
  if (/[\r\n]/.test(title)) return 'The title becomes a heading: keep it on one line.';
  return undefined;
}
