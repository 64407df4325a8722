/** The source action `source.fixAll.runbook`: every automatic fix of a document at once, also on save. */
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import type { Edit } from '../text/edit';
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
  const { edits, applied } = context.fixDocument(uri);
  const documentChanges = [...edits].flatMap(([changed, own]) => changeTo(context, changed, own));
  if (documentChanges.length === 0) return [];
  const count = applied.length;
  const title =
    count === 1
      ? context.say`Fix 1 finding in this document`
      : context.say`Fix ${count} findings in this document`;
  return [{ title, kind: fixAllKind, edit: { documentChanges } }];
}

function changeTo(context: FeatureContext, uri: string, edits: readonly Edit[]): TextDocumentEdit[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return [];
  const changes = edits.map(({ span, newText }) => ({ range: toRange(runbook, span), newText }));
  return [{ textDocument: { uri, version: context.versionOf(uri) }, edits: changes }];
}
