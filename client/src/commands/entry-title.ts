/** What can be a title of an entry. Pure text, tested without an editor. */

/** Says what is wrong with a title, or nothing. Titles stand in a heading: one line, not empty. */
export function titleProblem(title: string): string | undefined {
  if (title.trim() === '') return 'Enter a title, such as the situation that the runbook covers.';
  if (/[\r\n]/.test(title)) return 'The title must be on one line, because it becomes a heading.';
  return undefined;
}
