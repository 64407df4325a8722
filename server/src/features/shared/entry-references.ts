/**
 * The references to an entry, counted in one way for hovers, lenses, lists and call hierarchies: a place is where its id
 * stands, a source is an entry or document that leads to it.
 */
import { isOwner } from '../../document/fields/owner-field';
import type { LocatedAlert } from '../../index/alerts-index';
import type { Definition, Summary } from '../../index/summary';
import type { LineRange } from '../../text/line-index';
import type { LocatedReference } from '../../index/workspace-view';
import { leadsOf } from './alert-leads';
import type { FeatureContext } from './feature-context';

/** So many sources are named, the rest counted. */
const mostNamed = 4;

/**
 * Every place that names an entry, in order of file and place. A link that names the id in its words and its target is one
 * place; the repetition in the entry's own ID field is none. Fenced examples, comments and range ends do not refer, and
 * neither does a field's owner.
 */
export function placesNaming({ workspace }: FeatureContext, key: string): LocatedReference[] {
  return workspace.references(key).filter(({ excluded, field, within, repeats }) => {
    const refers = excluded === null || excluded === 'template-line';
    const ownField = field === 'id' && within === key;
    return refers && !ownField && !repeats && !isOwner(field);
  });
}

/** What leads to an entry: another one, an alert rule, or a document where the places stand in neither. */
export type ReferenceOrigin = Definition | LocatedAlert | Summary;

/** Where an entry is named from. */
export interface ReferenceSource {
  readonly from: ReferenceOrigin;
  /** None of an alert rule that leads to the file of the entry without naming its id. */
  readonly places: readonly LocatedReference[];
}

export function isEntry(from: ReferenceOrigin): from is Definition {
  return 'id' in from;
}

export function isAlert(from: ReferenceOrigin): from is LocatedAlert {
  return 'severity' in from;
}

/**
 * The entries, alert rules and documents that lead to an entry. The navigation and the lists of a Source-of-Truth file say what it
 * holds, and lead nowhere; neither does what the entry says of itself. `all`: the places that name the entry, where they are at
 * hand.
 */
export function sourcesOf(
  context: FeatureContext,
  key: string,
  all: readonly LocatedReference[] = placesNaming(context, key),
): ReferenceSource[] {
  const sources = new Map<ReferenceOrigin, LocatedReference[]>();
  for (const alert of alertsOf(context, key)) sources.set(alert, placesIn(context, alert, all));
  for (const place of all) {
    if (place.within === key || place.place === 'navigation') continue;
    if (place.place === 'alert' && context.workspace.holds(place.uri)) continue;
    const from = sourceAt(context, place);
    if (from === undefined) continue;
    const known = sources.get(from);
    if (known === undefined) sources.set(from, [place]);
    else known.push(place);
  }
  return Array.from(sources, ([from, places]) => ({ from, places }));
}

/** The alert rules of the workspace that lead to an entry. */
export function alertsOf(context: FeatureContext, key: string): readonly LocatedAlert[] {
  const { workspace } = context;
  const uri = workspace.definition(key)?.uri;
  const document = uri === undefined ? undefined : workspace.document(uri);
  if (document === undefined) return [];
  return leadsOf(context, document)
    .filter((lead) => lead.key === key)
    .map(({ alert }) => alert);
}

/** The places that stand in an alert rule: behind its name, and in front of the next one. */
function placesIn(
  { workspace }: FeatureContext,
  { uri, range }: LocatedAlert,
  places: readonly LocatedReference[],
): LocatedReference[] {
  const starts = workspace.document(uri)?.alerts.map((alert) => alert.range.start.line) ?? [];
  const next = Math.min(...starts.filter((line) => line > range.start.line));
  const isIn = ({ start }: LineRange): boolean => start.line >= range.start.line && start.line < next;
  return places.filter((place) => place.uri === uri && isIn(place.range));
}

function sourceAt(
  { workspace }: FeatureContext,
  { within, uri }: LocatedReference,
): Definition | Summary | undefined {
  const entry =
    within === '' ? undefined : workspace.definitions(within).find((candidate) => candidate.uri === uri);
  if (entry !== undefined) return entry;
  const document = workspace.document(uri);
  return document?.kind === 'sot' ? undefined : document;
}

/** `17 references · from DEP-002, MON-001 and 3 more`: all places, which are at hand, and what leads there. */
export function referenceWords(
  context: FeatureContext,
  key: string,
  all: readonly LocatedReference[],
): string {
  return countWithSources(context, key, nameOf, all);
}

/** The same words with names of another form, as with links. */
export function countWithSources(
  context: FeatureContext,
  key: string,
  shown: (from: ReferenceOrigin) => string,
  all: readonly LocatedReference[] = placesNaming(context, key),
): string {
  const count = all.length;
  const { say } = context;
  const sources = sourcesOf(context, key, all)
    .filter(({ places }) => places.length > 0)
    .map(({ from }) => from);
  sources.sort((a, b) => compare(sortKey(a), sortKey(b)));
  // one alert may have several rules
  const named = [...new Set(sources.map(shown))];
  const more = named.length - mostNamed;
  const names = named.slice(0, mostNamed).join(', ');
  const from = more > 0 ? say`${names} and ${more} more` : names;
  if (from === '')
    return count === 0
      ? say`no references`
      : count === 1
        ? say`1 reference · nothing leads here`
        : say`${count} references · nothing leads here`;
  return count === 1 ? say`1 reference · from ${from}` : say`${count} references · from ${from}`;
}

/** Entries by their ids, then alerts, then documents. */
function sortKey(from: ReferenceOrigin): string {
  return `${isEntry(from) ? '0' : isAlert(from) ? '1' : '2'}${nameOf(from)}`;
}

/** `RUN-001`, the name of an alert, that of a file. */
export function nameOf(from: ReferenceOrigin): string {
  if (isEntry(from)) return from.id.text;
  if (isAlert(from)) return from.name === '' ? lastOf(from.uri) : from.name;
  return lastOf(from.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
