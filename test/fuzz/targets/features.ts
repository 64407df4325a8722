/** Every editor feature at any place of any document: an answer or none, with ranges that are places of documents. */
import type { Position, Range } from 'vscode-languageserver-types';
import { ChangeRefused } from '../../../server/src/features/shared/workspace-change';
import { codeActionKinds } from '../../../server/src/features/code-actions';
import type { RunbookService } from '../../../server/src/service';
import { LineIndex } from '../../../server/src/text/line-index';
import { serve, spelledUri } from '../../support/changed-workspace';
import { choices, type Case } from '../case';
import type { Target } from '../target';
import { anyWorkspace, newerWorkspace } from '../texts/workspaces';

type Ask = (editor: RunbookService['editor'], uri: string, at: Position, range: Range) => unknown;

const options = { builtInMarkdown: false, renameFiles: true };

/** What editors ask, by name. */
const questions: Readonly<Record<string, Ask>> = {
  definition: (editor, uri, at) => editor.definition(uri, at),
  references: (editor, uri, at) => editor.references(uri, at, true),
  highlights: (editor, uri, at) => editor.documentHighlights(uri, at),
  hover: (editor, uri, at) => editor.hover(uri, at),
  completion: (editor, uri, at) => {
    const list = editor.complete(uri, at, undefined);
    return [list, ...list.items.slice(0, 3).map((item) => editor.resolveCompletion(item))];
  },
  symbols: (editor, uri) => editor.documentSymbols(uri),
  workspaceSymbols: (editor) => editor.workspaceSymbols('run'),
  folding: (editor, uri) => editor.foldingRanges(uri),
  selection: (editor, uri, at) => editor.selectionRanges(uri, [at]),
  calls: (editor, uri, at) =>
    editor
      .prepareCallHierarchy(uri, at)
      .map((item) => [item, editor.incomingCalls(item), editor.outgoingCalls(item)]),
  linkedEditing: (editor, uri, at) => editor.linkedEditingRanges(uri, at),
  inlayHints: (editor, uri, _at, range) => editor.inlayHints(uri, range),
  semanticTokens: (editor, uri) => editor.semanticTokens(uri),
  codeActions: (editor, uri, _at, range) => editor.codeActions(uri, range, [], codeActionKinds),
  codeLenses: (editor, uri) => editor.codeLenses(uri),
  formatting: (editor, uri, _at, range) => [editor.formatting(uri), editor.formatting(uri, range)],
  onTypeFormatting: (editor, uri, at) => editor.onTypeFormatting(uri, at),
  prepareRename: (editor, uri, at) => editor.prepareRename(uri, at, options),
  rename: (editor, uri, at) => editor.rename(uri, at, 'RUN-077', options),
  newEntry: (editor, uri) => editor.newEntry(uri, 'RUN', 'New', 'Recovery'),
  entryTargets: (editor, uri) => editor.entryTargets('RUN', uri),
  outline: (editor, uri) => editor.outline(uri),
  moveFiles: (editor, uri) => editor.moveFiles([{ oldUri: uri, newUri: `${uri}.md` }]),
  lost: (editor, uri) => editor.idsLostWith([uri]),
};

export const features: Target = {
  name: 'features',
  cases: anyWorkspace,
  newer: newerWorkspace,
  usualRuns: 200,
  complaintsOf(given) {
    const service = serve(given.files);
    const numbers = choices(given.choice);
    const paths = [...given.files.keys()];
    const complaints: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const path = paths[numbers.next().value % paths.length] ?? '';
      const text = given.files.get(path) ?? '';
      const lines = new LineIndex(text);
      const [from, to] = [0, 0].map(() => numbers.next().value % (text.length + 1)).sort((a, b) => a - b);
      const range = { start: lines.positionAt(from ?? 0), end: lines.positionAt(to ?? 0) };
      // a client that is ahead or behind asks about places that are not there
      const at =
        turn === 3
          ? { line: numbers.next().value % 200, character: numbers.next().value % 200 }
          : range.start;
      for (const [name, ask] of Object.entries(questions)) {
        try {
          const answer = ask(service.editor, spelledUri(path), at, range);
          complaints.push(...oddRanges(answer, given).map((complaint) => `${name}: ${complaint}`));
        } catch (error) {
          if (!(error instanceof ChangeRefused)) throw error;
        }
      }
    }
    return complaints;
  },
};

/** Ranges of an answer that are no places of any of the texts, however deep. */
function oddRanges(answer: unknown, { files }: Case): string[] {
  const counts = [...files.values()].map((text) => new LineIndex(text));
  const complaints: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isRange(value)) {
      const { start, end } = value;
      if (start.line > end.line || (start.line === end.line && start.character > end.character))
        complaints.push('a range ends before it starts');
      const isPlace = (lines: LineIndex): boolean =>
        [start, end].every(
          ({ line, character }) =>
            line < lines.count && character <= lines.spanOf(line).end - lines.startOf(line),
        );
      if (!counts.some(isPlace)) complaints.push('a range outside of every text');
      return;
    }
    for (const inner of value instanceof Map ? [...value.values()] : Object.values(value)) visit(inner);
  };
  visit(answer);
  return complaints;
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is Position {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    typeof value.line === 'number' &&
    'character' in value &&
    typeof value.character === 'number'
  );
}
