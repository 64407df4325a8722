/** The identifier that an entry's **ID** field names, which should be that of its heading. */
import { identifierSource, keyOf, toIdentifier, type Identifier } from '../model/identifier';
import type { Entry, Runbook } from '../model/runbook';
import { rememberWords } from '../text/remember';
import { moved, type Span } from '../text/span';

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
  const key = keyOf(own);
  for (const { id, span: within } of idsIn(text.slice(value.span.start, value.span.end))) {
    const stated = { id, span: moved(within, value.span.start) };
    if (keyOf(id) === key) return stated;
    first ??= stated;
  }
  return first;
}

const pattern = new RegExp(identifierSource, 'g');

/** The ids in some words, with offsets from their start. */
const idsIn = rememberWords((words): readonly StatedId[] => {
  const found: StatedId[] = [];
  for (const match of words.matchAll(pattern)) {
    const id = toIdentifier(match);
    if (id !== null) found.push({ id, span: { start: match.index, end: match.index + match[0].length } });
  }
  return found;
});
