/** Where the address of an alert rule leads: to an entry, a heading, a page, or to nothing. Knows nothing of YAML. */
import { definitionMeant, followAddress } from '../../index/alert-target';
import { onlyEntry } from '../../index/alert-leads';
import type { Definition, Summary } from '../../index/summary';
import type { AlertAddress } from '../../model/alert-document';
import { keyOf } from '../../model/identifier';
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { spanOfFragment } from '../shared/definition-link';
import type { FeatureContext } from '../shared/feature-context';

export type AddressPlace =
  | { readonly kind: 'entry'; readonly definition: Definition }
  /** `span`: the heading or anchor; null for the page as a whole. */
  | {
      readonly kind: 'page';
      readonly summary: Summary;
      readonly target: Runbook;
      readonly span: Span | null;
      /** The fragment that the page does not have, or null. */
      readonly lost: string | null;
    }
  | { readonly kind: 'absent'; readonly path: string };

/** Where an address in the document at `uri` leads; null where that is not known, or somebody else's. */
export function placeOfAddress(
  context: FeatureContext,
  uri: string,
  { target }: AlertAddress,
): AddressPlace | null {
  const { workspace } = context;
  if (target.kind === 'id') {
    const definition = workspace.definition(keyOf(target.id));
    return definition === undefined ? null : { kind: 'entry', definition };
  }
  if (target.kind !== 'file') return null;
  const found = followAddress(target, {
    place: context.placeOf(uri),
    workspace,
    ...context.surroundingsOf(uri),
  });
  if (found.kind === 'absent') return found;
  const runbook = found.kind === 'document' ? context.runbook(found.summary.uri) : undefined;
  if (found.kind !== 'document' || runbook === undefined) return null;
  return placeIn(context, found.summary, runbook, target.fragment ?? '');
}

function placeIn(
  { workspace }: FeatureContext,
  summary: Summary,
  target: Runbook,
  fragment: string,
): AddressPlace {
  const wanted = fragment.toLowerCase().replace(/^user-content-/, '');
  const meant = wanted === '' ? null : definitionMeant(wanted, workspace);
  const key = wanted === '' ? onlyEntry(summary) : '';
  const definition =
    meant?.uri === summary.uri
      ? meant
      : summary.definitions.find((one) =>
          wanted === '' ? one.key === key : one.slug === wanted || one.anchors.includes(wanted),
        );
  if (definition !== undefined) return { kind: 'entry', definition };
  const span = wanted === '' ? null : spanOfFragment(target, wanted);
  return { kind: 'page', summary, target, span, lost: wanted !== '' && span === null ? fragment : null };
}
