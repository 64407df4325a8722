/** Where the entries of a report are, as places that an editor can go to. */
import type { Place } from '../../../../protocol/src/overview';
import type { EntryReference } from '../../report/workspace-report';
import type { FolderContext } from './folder-context';

/** The id of the entry; the beginning of its line where it is no longer there, null where its file is gone. */
export function placeOfReference(
  { folder, context }: FolderContext,
  { file, line }: Pick<EntryReference, 'file' | 'line'>,
): Place | null {
  const document = context.workspace.documentAt(folder.uri, file);
  if (document === undefined) return null;
  const start = { line: line - 1, character: 0 };
  const entry = document.definitions.find(({ idRange }) => idRange.start.line === start.line);
  return { uri: document.uri, range: entry?.idRange ?? { start, end: start } };
}
