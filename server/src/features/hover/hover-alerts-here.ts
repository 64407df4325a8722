/** Hover over the heading of a page that alert rules lead to: which alerts, with severity and expression. */
import { touches } from '../../text/span';
import { ledToList, placesLedTo } from '../shared/alert-words';
import type { HoverRequest, HoverText } from './hover-request';

/** The alerts that lead to the heading at an offset; entries say it in their card. */
export function hoverAlertsHere({ context, uri, runbook, offset }: HoverRequest): HoverText | null {
  const isTitle = runbook.headings.some(({ titleSpan }) => touches(titleSpan, offset));
  if (!isTitle && runbook.lines.lineAt(offset) > 0) return null;
  const place = placesLedTo(context, uri, runbook).find(
    ({ key, span }) => key === '' && touches(span, offset),
  );
  return place === undefined ? null : { span: place.span, words: ledToList(context, place.alerts) };
}
