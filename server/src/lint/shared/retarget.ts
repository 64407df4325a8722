/** Changes a reference to another entry: its id and, in a link, its target. */
import type { Definition } from '../../index/summary';
import type { Link, Mention } from '../../model/runbook';
import { keyOf } from '../../model/identifier';
import type { Edit } from '../../text/edit';
import { encloses } from '../../text/span';
import { pathBetween } from '../../index/link-target';
import { spelledLike } from '../../authoring/renumber';
import type { RuleContext } from '../rule';

/** The edits that make a mention, with the link around it, refer to `definition`. */
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

/**
 * The edits that change the target of a link to `definition`; none where it has no target to rewrite. An entry of the same
 * document that has no anchor is named by its id, which is what leads to it.
 */
export function destinationEdits(
  { place, workspace }: RuleContext,
  link: Link,
  { id, uri, slug }: Definition,
): Edit[] {
  const target = workspace.document(uri);
  if (target === undefined || link.external || link.pathSpan.end === link.fragmentSpan.end) return [];
  const path = uri === place.uri ? '' : pathBetween(place.path, target.path);
  const anchor = slug === '' && path === '' ? id.text.toLowerCase() : slug;
  const newText = path + (anchor === '' ? '' : `#${anchor}`);
  return [{ span: { start: link.pathSpan.start, end: link.fragmentSpan.end }, newText }];
}
