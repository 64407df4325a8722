/**
 * What leads to headings without being a link that resolves: definitions that no link uses, attributes of raw HTML, and
 * links without the ending of their file. Knows fragments and where they go, not why.
 */
import { destinationsOf, type Destination } from '../../document/links/destinations';
import { fileOf, hasExtension } from '../../document/links/linked-paths';
import type { Runbook } from '../../model/runbook';
import { pathBetween } from '../../index/link-target';
import type { Edit } from '../../text/edit';
import type { FeatureContext } from './feature-context';
import { spelledFragment, spelledPath } from './link-spelling';

/** A document and a fragment of it. */
interface Goal {
  readonly uri: string;
  readonly fragment: string;
}

/** The edits of a document after which these lead where they did. `goalOf` gives the new place of a fragment, or null. */
export function* destinationEdits(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  changed: Iterable<string>,
  goalOf: (uri: string, fragment: string) => Goal | null,
): Iterable<Edit> {
  const byPath = new Map([...changed].map((one) => [context.placeOf(one).path, one]));
  const own = context.placeOf(uri).path;
  const links = runbook.links.filter(({ external, path }) => !external && path !== '' && !hasExtension(path));
  for (const place of [...destinationsOf(runbook), ...links]) {
    if (place.fragment === null || place.fragment === '') continue;
    const target = place.path === '' ? uri : byPath.get(fileOf(own, place.path) ?? '');
    const goal = target === undefined ? null : goalOf(target, place.fragment);
    if (goal === null) continue;
    const path = goal.uri === target ? null : pathTo(context, runbook, place, own, goal.uri);
    const written = runbook.text.slice(place.pathSpan.start, place.pathSpan.end);
    yield {
      span: { start: place.pathSpan.start, end: place.fragmentSpan.end },
      newText: `${path ?? written}#${spelledFragment(runbook, place, goal.fragment)}`,
    };
  }
}

function pathTo(
  context: FeatureContext,
  runbook: Runbook,
  place: Pick<Destination, 'path' | 'pathSpan'>,
  from: string,
  goal: string,
): string {
  const to = context.placeOf(goal).path;
  if (to === from) return '';
  const between = pathBetween(from, to);
  const bare = place.path !== '' && !hasExtension(place.path) ? between.replace(/\.md$/i, '') : between;
  return spelledPath(runbook, place, bare);
}
