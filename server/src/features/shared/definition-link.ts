/** Where a link leads: to a document of the workspace, and there to what its fragment names. */
import type { Link, Runbook } from '../../model/runbook';
import { LinkTargets } from '../../index/link-target';
import { touches, type Span } from '../../text/span';
import type { FeatureContext } from './feature-context';

export interface LinkPlace {
  readonly uri: string;
  /** The model of the document that the link leads to. */
  readonly target: Runbook;
  /** The heading or anchor of the fragment; the start of the document where it has none that exists. */
  readonly span: Span;
}

/** The link that an offset is in, images and addresses outside the workspace among them. */
export function linkAt({ links }: Runbook, offset: number): Link | undefined {
  return links.find(({ inline }) => touches(inline.span, offset));
}

/** Resolves the links of a document. */
export function linkTargetsOf({ placeOf, workspace }: FeatureContext, uri: string): LinkTargets {
  return new LinkTargets({ place: placeOf(uri), workspace });
}

/** Where a link leads; null for one that leads to no document of the workspace. */
export function placeOfLink(context: FeatureContext, targets: LinkTargets, link: Link): LinkPlace | null {
  const found = targets.of(link);
  const target = found.kind === 'document' ? context.runbook(found.summary.uri) : undefined;
  if (found.kind !== 'document' || target === undefined) return null;
  const span = link.fragment === null ? null : spanOfFragment(target, link.fragment);
  return { uri: found.summary.uri, target, span: span ?? { start: 0, end: 0 } };
}

/** The words of the heading, or the anchor, that a fragment names; null for none. */
export function spanOfFragment({ headings, anchors }: Runbook, fragment: string): Span | null {
  const wanted = fragment.toLowerCase();
  const heading = headings.find(
    ({ slug, gitLabSlug, explicitId }) =>
      slug === wanted || gitLabSlug === wanted || explicitId?.toLowerCase() === wanted,
  );
  return heading?.titleSpan ?? anchors.find(({ id }) => id.toLowerCase() === wanted)?.span ?? null;
}
