/** Where the words of a run lead: its links, as they are written, and the ids in them. */
import type { Place } from '../../../protocol/src/overview';
import { keyOf, parseIdentifier } from '../model/identifier';
import type { Runbook } from '../model/runbook';
import { encloses } from '../text/span';
import { findDefinition } from './definition';
import type { FeatureContext } from './shared/feature-context';

/**
 * One for each target: the id of an entry, or the destination of a link of the document. An entry that the words of a link
 * name counts more than its anchor. Null for what leads to no document of the workspace.
 */
export function runPlaces(
  context: FeatureContext,
  uri: string,
  targets: readonly string[],
): (Place | null)[] {
  const runbook = context.runbook(uri);
  return targets.map((target) => {
    const id = parseIdentifier(target);
    const entry = id === null ? undefined : context.workspace.definition(keyOf(id));
    if (entry !== undefined) return { uri: entry.uri, range: entry.idRange };
    return runbook === undefined ? null : linked(context, uri, runbook, target);
  });
}

function linked(context: FeatureContext, uri: string, runbook: Runbook, target: string): Place | null {
  const { text, links, mentions, lines } = runbook;
  const link = links.find(({ inline }) => text.slice(inline.target.start, inline.target.end) === target);
  if (link === undefined) return null;
  const { inline } = link;
  const named = mentions.find(({ id, span }) => id !== null && encloses(inline.text, span));
  const at = named?.span.start ?? inline.text.start;
  const [found] = findDefinition(context, uri, lines.positionAt(at));
  return found === undefined ? null : { uri: found.targetUri, range: found.targetSelectionRange };
}
