/** The identifier that an entry's **ID** field names, which should be that of its heading. */
import { identifierSource, keyOf, toIdentifier, type Identifier } from '../model/identifier';
import type { Entry, Runbook } from '../model/runbook';
import type { Span } from '../text/span';

export interface StatedId {
  readonly id: Identifier;
  /** **ID**: «RUN-001» */
  readonly span: Span;
}

/**
 * The id in the **ID** field below the entry's heading, or null without such a field or without an id in it. Of
 * several (`RUN-001, formerly OPS-12`) that of the heading, else the first.
 */
export function statedId({ text }: Runbook, { id: own, fields, section, span }: Entry): StatedId | null {
  const end = section?.body.end ?? span.end;
  const value = fields.find((field) => field.key === 'id' && field.span.start < end)?.value;
  if (value == null) return null;
  let first: StatedId | null = null;
  for (const match of text
    .slice(value.span.start, value.span.end)
    .matchAll(new RegExp(identifierSource, 'g'))) {
    const id = toIdentifier(match);
    if (id === null) continue;
    const start = value.span.start + match.index;
    const stated = { id, span: { start, end: start + match[0].length } };
    if (keyOf(id) === keyOf(own)) return stated;
    first ??= stated;
  }
  return first;
}
