/** The order of what a search finds. */
import type { FoundFiles } from './host';

/** The same, sorted by path in UTF-16 units, so that each search of the same folder gives the same. */
export function sortFound({
  documents,
  alertFiles,
  pages,
  configurationFiles,
  outside,
  problems,
}: FoundFiles): FoundFiles {
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
  return {
    documents: documents.toSorted(),
    alertFiles: alertFiles.toSorted(),
    pages: pages.toSorted(),
    configurationFiles: configurationFiles.toSorted(byPath),
    outside: outside.toSorted(),
    problems: problems.toSorted(byPath),
  };
}
