/** Who names an entry and what it names, as links that a card can show. */
import type { Definition } from '../../index/summary';
import { pathBetween } from '../../index/link-target';
import type { FeatureContext } from './feature-context';
import { isOwner } from '../../document/fields/owner-field';
import { escapeMarkdown } from './plain-words';

const most = 8;

/**
 * `Referenced by: …` and `References: …`, each where there is something to say. The ids are links relative to the document
 * `from`; plain words where it is null, or lies in another workspace folder.
 */
export function linkedEntries(
  context: FeatureContext,
  definition: Definition,
  from: string | null,
): string[] {
  const incoming = incomingNames(context, definition, from);
  const outgoing = definition.names.flatMap((key) => {
    const target = context.workspace.definition(key);
    return target === undefined ? [] : [nameOf(context, target, from)];
  });
  return [
    ...(incoming.length === 0 ? [] : [`Referenced by: ${shortened(incoming)}`]),
    ...(outgoing.length === 0 ? [] : [`References: ${shortened(outgoing)}`]),
  ];
}

/** The entries that refer to an entry, then the documents that do outside of entries; lists of contents do not refer. */
function incomingNames(context: FeatureContext, { key }: Definition, from: string | null): string[] {
  const entries = new Set<string>();
  const documents = new Set<string>();
  for (const { uri, within, excluded, place, field } of context.workspace.references(key)) {
    if (excluded !== null || within === key || place === 'navigation' || isOwner(field)) continue;
    const source = within === '' ? undefined : context.workspace.definition(within);
    if (source === undefined) documents.add(linkTo(context, fileName(context, uri), uri, '', from));
    else entries.add(nameOf(context, source, from));
  }
  return [...entries, ...documents];
}

function nameOf(context: FeatureContext, { id, uri, slug }: Definition, from: string | null): string {
  return linkTo(context, id.text, uri, slug, from);
}

function linkTo(
  { placeOf }: FeatureContext,
  words: string,
  uri: string,
  slug: string,
  from: string | null,
): string {
  const label = escapeMarkdown(words);
  if (from === null) return label;
  const here = placeOf(from);
  const there = placeOf(uri);
  if (here.folder !== there.folder) return label;
  return `[${label}](${pathBetween(here.path, there.path)}${slug === '' ? '' : `#${slug}`})`;
}

function fileName({ placeOf }: FeatureContext, uri: string): string {
  const { path } = placeOf(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

function shortened(names: readonly string[]): string {
  const rest = names.length - most;
  return names.slice(0, most).join(', ') + (rest > 0 ? ` and ${String(rest)} more` : '');
}
