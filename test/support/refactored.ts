/** What refactorings do to the files of a fixture with a cursor. */
import type { CodeAction } from 'vscode-languageserver-types';
import { LineIndex } from '../../server/src/text/line-index';
import { applyEdits } from '../../server/src/text/edit';
import { serveFixture, type ServedFixture } from './check-feature';
import { uriOf } from './workspace';

/** The refactorings that are offered at the cursor. */
export function refactoringsAt(
  { service, uri, position }: ServedFixture,
  only: readonly string[] = ['refactor'],
): CodeAction[] {
  return service.editor.codeActions(uri, { start: position, end: position }, [], only);
}

/** Their titles. */
export function offered(source: string, only?: readonly string[]): string[] {
  return refactoringsAt(serveFixture(source), only).map(({ title }) => title);
}

/** The texts of the files that change when the refactoring with this title is done at the cursor. */
export function refactored(source: string, title: string): Record<string, string> {
  const served = serveFixture(source);
  const action = refactoringsAt(served).find((one) => one.title === title);
  if (action === undefined) {
    const titles = refactoringsAt(served).map((one) => one.title);
    throw new Error(`"${title}" is not offered, but ${JSON.stringify(titles)}`);
  }
  return Object.fromEntries(
    [...textsAfter(served, action)].filter(([path, text]) => served.files.get(path) !== text),
  );
}

/** All texts after an action. */
export function textsAfter({ files }: ServedFixture, { edit }: CodeAction): Map<string, string> {
  const texts = new Map(files);
  for (const change of edit?.documentChanges ?? []) {
    if (!('textDocument' in change)) throw new Error('a refactoring renames no files');
    const path = [...files.keys()].find((one) => uriOf(one) === change.textDocument.uri) ?? '';
    const before = files.get(path) ?? '';
    const lines = new LineIndex(before);
    const edits = change.edits.map((one) => {
      if (!('newText' in one)) throw new Error('a refactoring inserts plain text');
      return {
        span: { start: lines.offsetAt(one.range.start), end: lines.offsetAt(one.range.end) },
        newText: one.newText,
      };
    });
    texts.set(path, applyEdits(before, edits));
  }
  return texts;
}

/** A fixture of these texts, with the cursor at the first place of `words`. */
export function fixtureOf(texts: ReadonlyMap<string, string>, path: string, words: string): string {
  return [...texts]
    .map(([name, text]) => `//- /${name}\n${name === path ? text.replace(words, () => `<|>${words}`) : text}`)
    .join('\n');
}
