/** Turns a bare id into a link to its entry, and a link back into its words. */
import { keyOf } from '../../model/identifier';
import type { Link, Mention, Runbook } from '../../model/runbook';
import { encloses, touches } from '../../text/span';
import { mentionAt } from '../shared/feature-context';
import { pathBetween } from '../../index/link-target';
import { rewriteHere, type Refactoring, type RefactoringPlace } from './refactoring';

/** The link for the bare id at the cursor, or the words for the link there. */
export function* linkId(place: RefactoringPlace): Iterable<Refactoring> {
  const { runbook, selection } = place;
  const link = runbook.links.find(({ inline }) => touches(inline.span, selection.start));
  if (link !== undefined) {
    const words = wordsOf(runbook, link);
    if (words !== null)
      yield* rewriteHere(place, place.context.say`Convert link to plain ${words.id}`, [
        { span: link.inline.span, newText: words.text },
      ]);
    return;
  }
  const mention = mentionAt(runbook, selection.start);
  if (mention?.id == null || !isBare(runbook, mention)) return;
  const destination = destinationOf(place, mention);
  if (destination === null) return;
  const { text } = mention.id;
  yield* rewriteHere(place, place.context.say`Convert ${text} to a link`, [
    { span: mention.span, newText: `[${text}](${destination})` },
  ]);
}

/** Ids in definitions, ID fields, code, slash lists and what is no reference stay as they are. */
function isBare(
  { text, fences, frontMatter }: Runbook,
  { place, field, excluded, link, span, id }: Mention,
): boolean {
  if (link !== null || field === 'id' || text.slice(span.start, span.end) !== id?.text) return false;
  if (place === 'definition' || place === 'code' || place === 'link-target' || excluded !== null)
    return false;
  // the digits of DEP-001/002 are read with the id in front of them
  if (/^\/\d{2,4}(?![\w-])/.test(text.slice(span.end, span.end + 8))) return false;
  // `[RUN-001]` without a target: brackets in brackets would be no link
  if (text.charAt(span.start - 1) === '[' || text.charAt(span.end) === ']') return false;
  if (frontMatter !== null && encloses(frontMatter.span, span)) return false;
  return !fences.some((fence) => touches(fence.span, span.start));
}

function destinationOf({ context, uri }: RefactoringPlace, { id }: Mention): string | null {
  const definition = id === null ? undefined : context.workspace.definition(keyOf(id));
  if (definition === undefined || definition.form === 'fence') return null;
  const path =
    definition.uri === uri
      ? ''
      : pathBetween(context.placeOf(uri).path, context.placeOf(definition.uri).path);
  const fragment = definition.slug === '' ? '' : `#${definition.slug}`;
  return path + fragment === '' ? null : path + fragment;
}

/** The words of a link that name an id, or null for links of another kind, whose target would be lost. */
function wordsOf({ text, mentions, links }: Runbook, link: Link): { text: string; id: string } | null {
  const { inline, external } = link;
  if (inline.type === 'image' || inline.form !== 'inline' || external) return null;
  const index = links.indexOf(link);
  const named = mentions.find((mention) => mention.link === index && mention.place === 'link-text');
  return named?.id == null
    ? null
    : { text: text.slice(inline.text.start, inline.text.end), id: named.id.text };
}
