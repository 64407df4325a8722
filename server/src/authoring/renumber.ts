/** Changes of the number of an identifier inside one document. */
import { statedId } from '../index/stated-id';
import { keyOf, type Identifier } from '../model/identifier';
import type { Entry, Mention, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { encloses } from '../text/span';
import { wordsAt } from '../document/fields/fields';

/** Gives an entry another id: its definition and its **ID** field. References stay. */
export function renumberEntry(runbook: Runbook, entry: Entry, id: string): Edit[] {
  const stated = statedId(runbook, entry);
  return [entry.idSpan, ...(stated === null ? [] : [stated.span])].map((span) => ({ span, newText: id }));
}

/**
 * Gives every mention of an id in a document another one; code blocks, comments and front matter are left alone, and so
 * are paths of files and links to an anchor that has a name of its own: `<a id="run-001"></a>` stays.
 */
export function renumberMentions(runbook: Runbook, id: Identifier, to: string): Edit[] {
  const edits = new Map<number, Edit>();
  const named = namedAnchors(runbook);
  for (const mention of runbook.mentions) {
    if (mention.id === null || keyOf(mention.id) !== keyOf(id)) continue;
    if (mention.place === 'link-target' && staysAs(runbook, mention, named)) continue;
    if (mention.excluded === null || mention.excluded === 'template-line')
      edits.set(mention.span.start, { span: mention.span, newText: spelledLike(runbook, mention, to) });
  }
  return [...edits.values()];
}

/** The anchors of a document that its author named, in lower case. */
function namedAnchors({ anchors, headings }: Runbook): ReadonlySet<string> {
  const explicit = headings.flatMap(({ explicitId }) => (explicitId === null ? [] : [explicitId]));
  return new Set([...anchors.map(({ id }) => id), ...explicit].map((name) => name.toLowerCase()));
}

/** Whether a mention is part of a path, or of the name of an anchor. */
function staysAs({ links }: Runbook, { link, span }: Mention, names: ReadonlySet<string>): boolean {
  const target = link === null ? undefined : links[link];
  if (target === undefined) return false;
  if (encloses(target.pathSpan, span)) return true;
  return target.path === '' && names.has(target.fragment?.toLowerCase() ?? '');
}

/** `id` in the form of a mention: the digits alone in a slash list, lower case and `%2D` in a fragment. */
export function spelledLike(runbook: Runbook, { span }: Mention, id: string): string {
  const words = wordsAt(runbook, span);
  if (/^\d/.test(words)) return id.slice(id.lastIndexOf('-') + 1);
  const spelled = /^[a-z]/.test(words) ? id.toLowerCase() : id;
  const encoded = /%2d|\\-/i.exec(words)?.[0];
  return encoded === undefined ? spelled : spelled.replaceAll('-', () => encoded);
}
