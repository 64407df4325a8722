/** Go to definition: from what names an entry, a phase, a section or a document to the place that it names. */
import { isOurs } from '../document/scope';
import type { LocationLink, Position } from 'vscode-languageserver-types';
import { keyOf } from '../model/identifier';
import type { Definition } from '../index/summary';
import type { Mention, Runbook } from '../model/runbook';
import { touches, type Span } from '../text/span';
import { addressAt } from './alerts/alert-at';
import { placeOfAddress } from './alerts/address-place';
import { besidesEditor } from './shared/built-in-markdown';
import { linkAt, linkTargetsOf, placeOfLink } from './shared/definition-link';
import { mentionAt, toRange, type FeatureContext } from './shared/feature-context';
import { isOwner } from '../document/fields/owner-field';
import { phasePlaceAt } from './shared/phase-places';
import { sectionMentions } from './shared/section-mentions';

/**
 * What is named at a position: an entry by its id, whatever the link's anchor says; else the target of a link; else a
 * phase or a section of this document. Two real definitions of one id are both given, the better one first. Empty
 * where nothing is named or it is nowhere. `links` false leaves out what an editor with Markdown support follows itself.
 */
export function findDefinition(
  context: FeatureContext,
  uri: string,
  position: Position,
  { links = true }: { readonly links?: boolean } = {},
): LocationLink[] {
  const found = definitionsAt(context, uri, position);
  return links
    ? found
    : besidesEditor(context, uri, position, found, ({ targetUri, targetSelectionRange }) => ({
        uri: targetUri,
        range: targetSelectionRange,
      }));
}

/** Key of the id at a position, or null: all that has to be known to answer there is what defines that id. */
export function keyAt(context: FeatureContext, uri: string, position: Position): string | null {
  const runbook = context.runbook(uri);
  const mention = runbook === undefined ? null : mentionAt(runbook, runbook.lines.offsetAt(position));
  return mention?.id == null || isOwner(mention.field) ? null : keyOf(mention.id);
}

function definitionsAt(context: FeatureContext, uri: string, position: Position): LocationLink[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return [];
  const offset = runbook.lines.offsetAt(position);
  const mention = mentionAt(runbook, offset);
  const entries = mention === null ? [] : entriesOf(context, runbook, mention);
  if (entries.length > 0) return entries;
  if (runbook.alerts !== null) return addressed(context, uri, runbook, offset);
  if (!isOurs(runbook)) return [];
  const link = linkAt(runbook, offset);
  if (link !== undefined) {
    const place = placeOfLink(context, linkTargetsOf(context, uri), link);
    if (place === null) return [];
    return [toLink(runbook, link.inline.span, place.uri, place.target, place.span, place.span)];
  }
  const named = phasePlaceAt(runbook, offset);
  if (named !== null) {
    const { phase, span } = named;
    return [toLink(runbook, span, uri, runbook, phase.span, phase.nameSpan)];
  }
  const section = sectionMentions(runbook).find(({ span }) => touches(span, offset));
  if (section === undefined) return [];
  const { heading, span } = section;
  return [toLink(runbook, span, uri, runbook, heading.span, heading.titleSpan)];
}

/** Where the address of a runbook leads from anywhere in it. */
function addressed(context: FeatureContext, uri: string, runbook: Runbook, offset: number): LocationLink[] {
  const found = addressAt(runbook, offset);
  const place = found === null ? null : placeOfAddress(context, uri, found.address);
  if (found === null || place === null || place.kind === 'absent') return [];
  if (place.kind === 'entry') return [toEntry(runbook, found.span, place.definition)];
  const span = place.span ?? { start: 0, end: 0 };
  return [toLink(runbook, found.span, place.summary.uri, place.target, span, span)];
}

function entriesOf({ workspace }: FeatureContext, runbook: Runbook, mention: Mention): LocationLink[] {
  if (mention.id === null || isOwner(mention.field)) return [];
  const definitions = workspace.definitions(keyOf(mention.id));
  const equal = definitions.filter(
    ({ claims, stub, form }, index) => index === 0 || (claims && !stub && form === definitions[0]?.form),
  );
  return equal.map((definition) => toEntry(runbook, mention.span, definition));
}

function toEntry(from: Runbook, origin: Span, { uri, range, idRange }: Definition): LocationLink {
  return {
    originSelectionRange: toRange(from, origin),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: idRange,
  };
}

function toLink(
  from: Runbook,
  origin: Span,
  targetUri: string,
  target: Runbook,
  whole: Span,
  selection: Span,
): LocationLink {
  return {
    originSelectionRange: toRange(from, origin),
    targetUri,
    targetRange: toRange(target, whole),
    targetSelectionRange: toRange(target, selection),
  };
}
