/** Changes of the number of an identifier inside one document. */
import { statedId } from '../index/stated-id';
import { keyOf, type Identifier } from '../model/identifier';
import type { Entry, Mention, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { wordsAt } from './fields';

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

/** `id` in the form of a mention: the digits alone in a slash list, lower case and `%2D` in a fragment. */
export function spelledLike(runbook: Runbook, { span }: Mention, id: string): string {
  const words = wordsAt(runbook, span);
  if (/^\d/.test(words)) return id.slice(id.lastIndexOf('-') + 1);
  const spelled = /^[a-z]/.test(words) ? id.toLowerCase() : id;
  const encoded = /%2d|\\-/i.exec(words)?.[0];
  return encoded === undefined ? spelled : spelled.replaceAll('-', () => encoded);
}
