/** Highlights: every place of this document that names what is named under the cursor: an entry, a phase, a section. */
import { isOurs } from '../document/scope';
import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { keyOf } from '../model/identifier';
import type { Runbook } from '../model/runbook';
import { touches, type Span } from '../text/span';
import { mentionAt, toRange, type FeatureContext } from './shared/feature-context';
import { isOwner } from '../document/fields/owner-field';
import { phasePlaceAt, phasePlaces } from './shared/phase-places';
import { sectionMentions } from './shared/section-mentions';

/** The place that defines what is named counts as written, the others as read. */
export function documentHighlights(
  context: FeatureContext,
  uri: string,
  position: Position,
): DocumentHighlight[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return [];
  const offset = runbook.lines.offsetAt(position);
  const highlight = (span: Span, written: boolean): DocumentHighlight => ({
    range: toRange(runbook, span),
    kind: written ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  });
  const mention = mentionAt(runbook, offset);
  if (mention?.id != null && !isOwner(mention.field)) {
    const key = keyOf(mention.id);
    return runbook.mentions
      .filter(
        ({ id, excluded, field }) =>
          id !== null && keyOf(id) === key && excluded !== 'url' && !isOwner(field),
      )
      .map(({ span, place }) => highlight(span, place === 'definition'));
  }
  const phase = phasePlaceAt(runbook, offset)?.phase;
  if (phase !== undefined)
    return phasePlaces(runbook)
      .filter((place) => place.phase === phase)
      .map(({ span, heading }) => highlight(span, heading));
  return isOurs(runbook) ? ofSection(runbook, offset, highlight) : [];
}

/** The heading and the words that name it; nothing for a heading that nothing names, so that the editor's own words count. */
function ofSection(
  runbook: Runbook,
  offset: number,
  highlight: (span: Span, written: boolean) => DocumentHighlight,
): DocumentHighlight[] {
  const mentions = sectionMentions(runbook);
  const heading =
    mentions.find(({ span }) => touches(span, offset))?.heading ??
    runbook.headings.find(({ titleSpan }) => touches(titleSpan, offset));
  const named = mentions.filter((mention) => mention.heading === heading);
  if (heading === undefined || named.length === 0) return [];
  return [highlight(heading.titleSpan, true), ...named.map(({ span }) => highlight(span, false))].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}
