/** Find references: every place in the workspace that refers to an entry, a phase, a section or a document. */
import { isOurs } from '../document/scope';
import type { Location, Position } from 'vscode-languageserver-types';
import { keyOf } from '../model/identifier';
import type { DocumentHeading, Link, Runbook } from '../model/runbook';
import { touches } from '../text/span';
import { besidesEditor } from './shared/built-in-markdown';
import { linkAt, linkTargetsOf, placeOfLink } from './shared/definition-link';
import { placesNaming } from './shared/entry-references';
import { mentionAt, toRange, type FeatureContext } from './shared/feature-context';
import { isOwner } from '../document/fields/owner-field';
import { phasePlaceAt, phasePlaces } from './shared/phase-places';
import { sectionMentions } from './shared/section-mentions';

/**
 * The references to what is named at a position, in order of file and place: to an entry anywhere in the workspace, to
 * a phase in its document, to a section in its document and by links. `links` false leaves out what an editor with Markdown
 * support lists itself. A position in other words of an entry's heading means the entry.
 */
export function findReferences(
  context: FeatureContext,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
  { links = true }: { readonly links?: boolean } = {},
): Location[] {
  const found = referencesAt(context, uri, position, includeDeclaration);
  return links ? found : besidesEditor(context, uri, position, found, (location) => location);
}

function referencesAt(
  context: FeatureContext,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
): Location[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return [];
  const offset = runbook.lines.offsetAt(position);
  const mention = mentionAt(runbook, offset);
  if (mention?.id != null)
    return isOwner(mention.field) ? [] : toEntry(context, keyOf(mention.id), includeDeclaration);
  if (!isOurs(runbook)) return [];
  const phase = phasePlaceAt(runbook, offset)?.phase;
  if (phase !== undefined) {
    return phasePlaces(runbook)
      .filter((place) => place.phase === phase && (includeDeclaration || !place.heading))
      .map(({ span }) => ({ uri, range: toRange(runbook, span) }));
  }
  const heading = headingAt(runbook, offset);
  const entry = runbook.entries.find(
    ({ form, headingSpan }) => form === 'heading' && headingSpan.start === heading?.span.start,
  );
  if (entry !== undefined) return toEntry(context, keyOf(entry.id), includeDeclaration);
  if (heading !== undefined) return toSection(context, uri, runbook, heading, includeDeclaration);
  const link = linkAt(runbook, offset);
  return link === undefined ? [] : alike(context, uri, link);
}

/** The places that name an entry; see {@link placesNaming}. */
function toEntry(context: FeatureContext, key: string, includeDeclaration: boolean): Location[] {
  const locations: Location[] = [];
  if (includeDeclaration) {
    for (const { uri, idRange, form } of context.workspace.definitions(key)) {
      if (form !== 'fence') locations.push({ uri, range: idRange });
    }
  }
  for (const { uri, range } of placesNaming(context, key)) locations.push({ uri, range });
  return locations;
}

/** The heading that is meant at an offset: the one that the cursor is in, or the one that the words there name. */
function headingAt(runbook: Runbook, offset: number): DocumentHeading | undefined {
  return (
    runbook.headings.find(({ titleSpan }) => touches(titleSpan, offset)) ??
    sectionMentions(runbook).find(({ span }) => touches(span, offset))?.heading
  );
}

function toSection(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  heading: DocumentHeading,
  includeDeclaration: boolean,
): Location[] {
  const locations: Location[] = sectionMentions(runbook)
    .filter((mention) => mention.heading === heading)
    .map(({ span }) => ({ uri, range: toRange(runbook, span) }));
  if (includeDeclaration) locations.unshift({ uri, range: toRange(runbook, heading.titleSpan) });
  const elsewhere: Location[] = [];
  for (const link of linksTo(context, uri, runbook, heading.titleSpan.start))
    (link.uri === uri ? locations : elsewhere).push(link);
  locations.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  return [...locations, ...elsewhere];
}

/** The links that lead where this one does. */
function alike(context: FeatureContext, uri: string, link: Link): Location[] {
  const place = placeOfLink(context, linkTargetsOf(context, uri), link);
  return place === null ? [] : linksTo(context, place.uri, place.target, place.span.start);
}

/** The links of the workspace that lead to an offset of a document; 0 stands for the document as a whole. */
function linksTo(context: FeatureContext, uri: string, target: Runbook, offset: number): Location[] {
  const found: Location[] = [];
  const place = context.placeOf(uri);
  for (const linker of new Set([uri, ...[...context.workspace.linkersOf(place)].sort()])) {
    const document = linker === uri ? target : context.runbook(linker);
    const targets = linkTargetsOf(context, linker);
    for (const link of document?.links ?? []) {
      if (document === undefined || link.external) continue;
      const reached = placeOfLink(context, targets, link);
      if (reached?.uri === uri && reached.span.start === offset)
        found.push({ uri: linker, range: toRange(document, link.inline.span) });
    }
  }
  return found;
}
