/** The identifier that an entry's **ID** field names, which should be that of its heading. */
import { identifierSource, toIdentifier, type Identifier } from '../model/identifier';
import type { Entry, Runbook } from '../model/runbook';
import type { Span } from '../text/span';

export interface StatedId {
  readonly id: Identifier;
  /** **ID**: «RUN-001» */
  readonly span: Span;
}

/** The first id in the **ID** field, or null without such a field or without an id in it. */
export function statedId({ text }: Runbook, { fields }: Entry): StatedId | null {
  const value = fields.find(({ key }) => key === 'id')?.value;
  if (value == null) return null;
  const match = new RegExp(identifierSource).exec(text.slice(value.span.start, value.span.end));
  const id = match === null ? null : toIdentifier(match);
  if (match === null || id === null) return null;
  const start = value.span.start + match.index;
  return { id, span: { start, end: start + match[0].length } };
}
