/** "Insert RUN- entry", as an editor applies it. */
import { applyEdits } from '../../server/src/text/edit';
import { LineIndex } from '../../server/src/text/line-index';
import { toPlainText } from '../../server/src/templates/expand-template';
import { serveFixture } from './check-feature';
import { uriOf } from './workspace';

/** The file with the new entry in it, tab stops as their default text. */
export function insertedEntry(source: string, path: string, title: string, category: string | null): string {
  const { service, files } = serveFixture(source);
  const entry = service.editor.newEntry(uriOf(path), 'RUN', title, category);
  const text = files.get(path) ?? '';
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    (entry?.edits ?? []).map(({ range, newText, snippet }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText: snippet ? toPlainText(newText) : newText,
    })),
  );
}
