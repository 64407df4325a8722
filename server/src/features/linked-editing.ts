/** Linked editing: an entry's heading id and its ID field are typed as one. */
import { wordsAt } from '../document/fields/fields';
import { hasBody } from '../model/entry';
import type { Position, Range } from 'vscode-languageserver-types';
import { keyOf } from '../model/identifier';
import { touches } from '../text/span';
import { toRange, type FeatureContext } from './shared/feature-context';

/** Ranges that hold the same text. */
export interface LinkedRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** The places of an entry's own id, when the cursor is in one of them and both say the same; else null. */
export function linkedEditingRanges(
  context: FeatureContext,
  uri: string,
  position: Position,
): LinkedRanges | null {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return null;
  const offset = runbook.lines.offsetAt(position);
  for (const entry of runbook.entries) {
    if (!hasBody(entry)) continue;
    const field = entry.fields.find(({ key }) => key === 'id')?.value;
    if (field == null) continue;
    const own = runbook.mentions.find(
      ({ span, id }) => id !== null && touches(field.span, span.start) && keyOf(id) === keyOf(entry.id),
    );
    if (own === undefined || !(touches(entry.idSpan, offset) || touches(own.span, offset))) continue;
    // RUN-1 and RUN-001 are one id, but typed as one they would become a mixture of both
    if (wordsAt(runbook, own.span) !== wordsAt(runbook, entry.idSpan)) return null;
    return {
      ranges: [toRange(runbook, entry.idSpan), toRange(runbook, own.span)],
      wordPattern: '[A-Za-z0-9-]+',
    };
  }
  return null;
}
