/**
 * What an editor with Markdown support of its own, as VS Code has, answers by itself: definitions and references where
 * the cursor is in a heading or in the target of a link. Features leave that out for such an editor, so that nothing
 * shows twice. Elsewhere, as in the words of a link, that editor says nothing.
 */
import type { Location, Position } from 'vscode-languageserver-types';
import type { DocumentHeading, Link, Runbook } from '../../model/runbook';
import { touches } from '../../text/span';
import { linkTargetsOf } from './definition-link';
import type { FeatureContext } from './feature-context';

/** What the editor takes the cursor to mean. */
interface EditorPlace {
  readonly uri: string;
  readonly document: Runbook;
  /** Null means the document as a whole. */
  readonly heading: DocumentHeading | null;
}

/** Those of the locations that the editor does not list by itself for this position. */
export function besidesEditor<T>(
  context: FeatureContext,
  uri: string,
  position: Position,
  found: readonly T[],
  locate: (one: T) => Location,
): T[] {
  const place = placeAt(context, uri, position);
  return place === null ? [...found] : found.filter((one) => !isListed(context, place, locate(one)));
}

function placeAt(context: FeatureContext, uri: string, position: Position): EditorPlace | null {
  const document = context.runbook(uri);
  if (document === undefined) return null;
  const offset = document.lines.offsetAt(position);
  const heading = document.headings.find(({ span }) => touches(span, offset));
  if (heading !== undefined) return { uri, document, heading };
  const link = document.links.find(({ pathSpan, fragmentSpan }) =>
    touches({ start: pathSpan.start, end: Math.max(pathSpan.end, fragmentSpan.end) }, offset),
  );
  return link === undefined ? null : placeOf(context, uri, link);
}

function placeOf(context: FeatureContext, uri: string, link: Link): EditorPlace | null {
  const target = linkTargetsOf(context, uri).of(link);
  const document = target.kind === 'document' ? context.runbook(target.summary.uri) : undefined;
  if (target.kind !== 'document' || document === undefined) return null;
  const heading = document.headings.find(({ slug }) => slug === link.fragment?.toLowerCase());
  if (link.fragment !== null && heading === undefined) return null;
  return { uri: target.summary.uri, document, heading: heading ?? null };
}

/** The heading itself, and the links that lead to it, or to anywhere in the document that is meant. */
function isListed(context: FeatureContext, place: EditorPlace, { uri, range }: Location): boolean {
  const document = context.runbook(uri);
  if (document === undefined) return false;
  const offset = document.lines.offsetAt(range.start);
  const { heading } = place;
  if (uri === place.uri && heading !== null && touches(heading.span, offset)) return true;
  const link = document.links.find(({ inline }) => touches(inline.span, offset));
  const reached = link === undefined ? null : placeOf(context, uri, link);
  return reached?.uri === place.uri && (heading === null || reached.heading === heading);
}
