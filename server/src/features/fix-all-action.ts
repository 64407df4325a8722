/** The source action `source.fixAll.runbook`: every automatic fix of a document at once, also on save. */
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { toRange, type FeatureContext } from './shared/feature-context';

export const fixAllKind = 'source.fixAll.runbook';

/**
 * The action for a document, when the client asks for source actions and there is something to fix. Findings of this
 * document only are fixed; a fix may write into another document, as a missing way back does.
 */
export function fixAllAction(
  context: FeatureContext,
  uri: string,
  only: readonly string[] | undefined,
): CodeAction[] {
  const asked = only?.some((kind) => kind === fixAllKind || fixAllKind.startsWith(`${kind}.`)) ?? false;
  if (!asked || context.runbook(uri) === undefined) return [];
  const { texts, applied } = context.fixAll((other) => other === uri);
  const documentChanges = [...texts].flatMap(([changed, text]) => changeTo(context, changed, text));
  if (documentChanges.length === 0) return [];
  const count = applied.length === 1 ? '1 finding' : `${String(applied.length)} findings`;
  return [{ title: `Fix ${count} in this document`, kind: fixAllKind, edit: { documentChanges } }];
}

/** The smallest single edit that gives a document another text. */
function changeTo(context: FeatureContext, uri: string, after: string): TextDocumentEdit[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined || runbook.text === after) return [];
  const before = runbook.text;
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end++;
  const range = toRange(runbook, { start, end: before.length - end });
  const edit = { range, newText: after.slice(start, after.length - end) };
  return [{ textDocument: { uri, version: context.versionOf(uri) }, edits: [edit] }];
}
