/** The examples of the project as a workspace of a test: a clean set of documents that name each other in six files and more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../server/src/text/edit';
import { LineIndex } from '../../server/src/text/line-index';

const examples = join(import.meta.dirname, '..', '..', 'examples');

/** Texts by path, without the folder that is broken on purpose. */
export function exampleTexts(): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(examples, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
      .slice(examples.length + 1)
      .replaceAll('\\', '/');
    if (!entry.isFile() || path.startsWith('broken/') || !/\.(?:md|yaml)$/.test(path)) continue;
    texts[path] = readFileSync(join(examples, path), 'utf8');
  }
  return texts;
}

/** The texts after an edit as a client applies it; files that it renames have their new paths. */
export function applied(
  texts: Readonly<Record<string, string>>,
  { changes = {}, documentChanges = [] }: WorkspaceEdit,
  pathOf: (uri: string) => string,
): Record<string, string> {
  const after = new Map(Object.entries(texts));
  const edit = (uri: string, edits: readonly TextEdit[]): void => {
    const path = pathOf(uri);
    after.set(path, withEdits(after.get(path) ?? '', edits));
  };
  for (const [uri, edits] of Object.entries(changes)) edit(uri, edits);
  for (const change of documentChanges) {
    if ('textDocument' in change) edit(change.textDocument.uri, plainEdits(change));
    else if (change.kind === 'rename') {
      const from = pathOf(change.oldUri);
      after.set(pathOf(change.newUri), after.get(from) ?? '');
      after.delete(from);
    }
  }
  return Object.fromEntries(after);
}

/** A text after edits that name lines and characters. */
function withEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

function plainEdits({ edits }: TextDocumentEdit): TextEdit[] {
  return edits.map((edit) => {
    if (!('newText' in edit)) throw new Error('an edit inserts plain text');
    return edit;
  });
}
