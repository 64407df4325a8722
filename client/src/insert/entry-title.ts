/** What can be a title of an entry. Pure text, tested without an editor. */

/** What is wrong with a title, or nothing. Titles stand in a heading: one line, not empty. */
export function titleProblem(title: string): 'empty' | 'lines' | undefined {
  if (title.trim() === '') return 'empty';
  return /[\r\n]/.test(title) ? 'lines' : undefined;
}
