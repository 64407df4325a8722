/**
 * The references to an entry, counted in one way for hovers, lenses, lists and call hierarchies: a place is where its id
 * stands, a source is an entry or document that leads to it.
 */
import { isOwner } from '../../document/fields/owner-field';
import type { Definition, Summary } from '../../index/summary';
import type { LocatedReference } from '../../index/workspace-view';
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

/** Where an entry is named from. */
export interface ReferenceSource {
  /** The entry that holds the places, or the document where they stand in none. */
  readonly from: Definition | Summary;
  readonly places: readonly LocatedReference[];
}

/**
 * The entries and documents that lead to an entry. The navigation and the lists of a Source-of-Truth file say what it
 * holds, and lead nowhere; neither does what the entry says of itself.
 */
export function sourcesOf(context: FeatureContext, key: string): ReferenceSource[] {
  const sources = new Map<Definition | Summary, LocatedReference[]>();
  for (const place of placesNaming(context, key)) {
    if (place.within === key || place.place === 'navigation') continue;
    const from = sourceAt(context, place);
    if (from === undefined) continue;
    const known = sources.get(from);
    if (known === undefined) sources.set(from, [place]);
    else known.push(place);
  }
  return Array.from(sources, ([from, places]) => ({ from, places }));
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

/** `17 references · from DEP-002, MON-001 and 3 more`: all places, and what leads there. */
export function referenceWords(context: FeatureContext, key: string): string {
  return countWithSources(context, key, (from) => ('id' in from ? from.id.text : fileName(from)));
}

/** The same words with names of another form, as with links. */
export function countWithSources(
  context: FeatureContext,
  key: string,
  nameOf: (from: Definition | Summary) => string,
): string {
  const count = placesNaming(context, key).length;
  const { say } = context;
  const sources = sourcesOf(context, key).map(({ from }) => from);
  sources.sort((a, b) => compare(sortKey(a), sortKey(b)));
  const more = sources.length - mostNamed;
  const names = sources.slice(0, mostNamed).map(nameOf).join(', ');
  const from = more > 0 ? say`${names} and ${more} more` : names;
  if (from === '')
    return count === 0
      ? say`no references`
      : count === 1
        ? say`1 reference · nothing leads here`
        : say`${count} references · nothing leads here`;
  return count === 1 ? say`1 reference · from ${from}` : say`${count} references · from ${from}`;
}

/** Entries by their ids, then documents. */
function sortKey(from: Definition | Summary): string {
  return 'id' in from ? `0${from.id.text}` : `1${fileName(from)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fileName({ path }: Summary): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
