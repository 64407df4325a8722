/** An entry as lists of related ids name it. */
import { pathBetween } from '../../index/link-target';
import { keyOf, parseIdentifier } from '../../model/identifier';
import type { FeatureContext } from './feature-context';

/** `[RUN-004](SoT.OPERATIONS.md#run-004-disk-is-full) - Disk is full`; null for an id that is not defined. */
export function linkToEntry(context: FeatureContext, from: string, id: string): string | null {
  const identifier = parseIdentifier(id);
  const target = identifier === null ? undefined : context.workspace.definition(keyOf(identifier));
  if (target === undefined) return null;
  const path =
    target.uri === from ? '' : pathBetween(context.placeOf(from).path, context.placeOf(target.uri).path);
  const fragment = target.slug === '' ? '' : `#${target.slug}`;
  const words = target.title === '' ? '' : ` - ${target.title}`;
  return path + fragment === '' ? `${id}${words}` : `[${id}](${path}${fragment})${words}`;
}
