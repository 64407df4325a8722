/** Makes a reference name another entry: its id, and where it is a link the destination as well. */
import type { Definition } from '../../index/summary';
import type { Link, Mention } from '../../model/runbook';
import { keyOf } from '../../model/identifier';
import type { Edit } from '../../text/edit';
import { encloses } from '../../text/span';
import { pathBetween } from '../../index/link-target';
import { spelledLike } from '../../authoring/renumber';
import type { RuleContext } from '../rule';

/** Edits after which a mention, and all of the link that it stands in, names `definition`. */
export function retargetEdits(context: RuleContext, mention: Mention, definition: Definition): Edit[] {
  const { runbook } = context;
  const link = mention.link === null ? undefined : runbook.links[mention.link];
  if (link === undefined)
    return [{ span: mention.span, newText: spelledLike(runbook, mention, definition.id.text) }];
  const words = runbook.mentions.filter(
    ({ id, place, link: index, span }) =>
      index === mention.link &&
      place === 'link-text' &&
      encloses(link.inline.text, span) &&
      id !== null &&
      mention.id !== null &&
      keyOf(id) === keyOf(mention.id),
  );
  return [
    ...words.map((one) => ({ span: one.span, newText: spelledLike(runbook, one, definition.id.text) })),
    ...destinationEdits(context, link, definition),
  ];
}

/** Edits after which a link leads to `definition`; none where it names no place that could be rewritten. */
export function destinationEdits(
  { place, workspace }: RuleContext,
  link: Link,
  { uri, slug }: Definition,
): Edit[] {
  const target = workspace.document(uri);
  if (target === undefined || link.external || link.pathSpan.end === link.fragmentSpan.end) return [];
  const path = uri === place.uri ? '' : pathBetween(place.path, target.path);
  const fragment = slug === '' ? '' : `#${slug}`;
  const destination = path + fragment;
  if (destination === '') return [];
  return [{ span: { start: link.pathSpan.start, end: link.fragmentSpan.end }, newText: destination }];
}
