/** Who names an entry and what it names, as links that a card can show. */
import type { Definition } from '../../index/summary';
import { pathBetween } from '../../index/link-target';
import type { FeatureContext } from './feature-context';
import { countWithSources, isAlert, isEntry, nameOf } from './entry-references';
import type { Say } from '../../text/say';
import { escapeMarkdown } from './plain-words';

const most = 8;

/**
 * `17 references · from …`, and `Refers to: …` where there is something to say. The ids are links relative to the document
 * `from`; plain words where it is null, or lies in another workspace folder.
 */
export function linkedEntries(
  context: FeatureContext,
  definition: Definition,
  from: string | null,
): string[] {
  const incoming = countWithSources(context, definition.key, (source) =>
    isEntry(source)
      ? linkToEntry(context, source, from)
      : linkTo(
          context,
          isAlert(source) ? nameOf(source) : fileName(context, source.uri),
          source.uri,
          '',
          from,
        ),
  );
  const outgoing = definition.names.flatMap((key) => {
    const target = context.workspace.definition(key);
    return target === undefined ? [] : [linkToEntry(context, target, from)];
  });
  return [
    incoming.charAt(0).toUpperCase() + incoming.slice(1),
    ...(outgoing.length === 0 ? [] : [context.say`Refers to: ${shortened(context.say, outgoing)}`]),
  ];
}

/** The id of an entry as a link relative to the document `from`; plain words as {@link linkedEntries} says. */
export function linkToEntry(
  context: FeatureContext,
  { id, uri, slug }: Definition,
  from: string | null,
): string {
  return linkTo(context, id.text, uri, slug, from);
}

/** Words as such a link, to a fragment of a document or to all of it. */
export function linkTo(
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

function shortened(say: Say, names: readonly string[]): string {
  const rest = names.length - most;
  const first = names.slice(0, most).join(', ');
  return rest > 0 ? say`${first} and ${rest} more` : first;
}
