/** Highlights: every place of this document that names the identifier under the cursor. */
import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { keyOf } from '../model/identifier';
import { mentionAt, toRange, type FeatureContext } from './feature-context';

/** The mentions of the identifier at a position in the same document; its definition counts as written, the others as read. */
export function documentHighlights(
  context: FeatureContext,
  uri: string,
  position: Position,
): DocumentHighlight[] {
  const runbook = context.runbook(uri);
  const mention = runbook === undefined ? null : mentionAt(runbook, runbook.lines.offsetAt(position));
  if (runbook === undefined || mention?.id == null) return [];
  const key = keyOf(mention.id);
  return runbook.mentions
    .filter(({ id, excluded }) => id !== null && keyOf(id) === key && excluded !== 'url')
    .map(({ span, place }) => ({
      range: toRange(runbook, span),
      kind: place === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
