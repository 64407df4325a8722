/** Changes of the number of an identifier inside one document. */
import { identifierSource, keyOf, toIdentifier, type Identifier } from '../model/identifier';
import type { Entry, Mention, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { fieldOf, wordsAt } from './fields';

/** The id that the entry's **ID** field names: **ID**: «RUN-001»; null when it names none. */
export function statedId(
  { text }: Runbook,
  entry: Entry,
): { readonly id: Identifier; readonly span: Span } | null {
  const value = fieldOf(entry, 'id')?.value;
  if (value == null) return null;
  const match = new RegExp(identifierSource).exec(text.slice(value.span.start, value.span.end));
  const id = match === null ? null : toIdentifier(match);
  if (match === null || id === null) return null;
  const start = value.span.start + match.index;
  return { id, span: { start, end: start + match[0].length } };
}

/** Gives an entry another id: its definition and its **ID** field. References stay. */
export function renumberEntry(runbook: Runbook, entry: Entry, id: string): Edit[] {
  const stated = statedId(runbook, entry);
  return [entry.idSpan, ...(stated === null ? [] : [stated.span])].map((span) => ({ span, newText: id }));
}

/** Gives every mention of an id in a document another one; code blocks, comments and front matter are left alone. */
export function renumberMentions(runbook: Runbook, id: Identifier, to: string): Edit[] {
  const edits = new Map<number, Edit>();
  for (const mention of runbook.mentions) {
    if (mention.id === null || keyOf(mention.id) !== keyOf(id)) continue;
    if (mention.excluded === null || mention.excluded === 'template-line')
      edits.set(mention.span.start, { span: mention.span, newText: spelledLike(runbook, mention, to) });
  }
  return [...edits.values()];
}

/** `id` in the form of a mention: the digits alone in a slash list, lower case in a fragment. */
export function spelledLike(runbook: Runbook, { span }: Mention, id: string): string {
  const words = wordsAt(runbook, span);
  if (/^\d/.test(words)) return id.slice(id.lastIndexOf('-') + 1);
  return /^[a-z]/.test(words) ? id.toLowerCase() : id;
}
