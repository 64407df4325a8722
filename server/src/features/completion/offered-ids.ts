/** The ids that a workspace offers to be named. Knows nothing of places in documents. */
import type { Definition } from '../../index/summary';
import type { WorkspaceView } from '../../index/workspace-view';
import { compareIdentifiers } from '../../model/identifier';

interface Offer {
  readonly revision: number;
  readonly byTyped: Map<string, readonly Definition[]>;
}

/** What was offered last: nothing else is until definitions change. */
const offers = new WeakMap<WorkspaceView, Offer>();
/** Beginnings of ids that are remembered: those of some words that are typed. */
const mostTyped = 40;

/**
 * The definitions that count of all ids that begin with `typed` (`RU`, `RUN-0`; all ids for nothing), in the order of
 * their ids. Their places may be those of before the last changes.
 */
export function offeredIds(workspace: WorkspaceView, typed: string): readonly Definition[] {
  const revision = workspace.definitionsRevision;
  let offer = offers.get(workspace);
  if (offer?.revision !== revision || offer.byTyped.size > mostTyped) {
    offer = { revision, byTyped: new Map() };
    offers.set(workspace, offer);
  }
  const known = offer.byTyped.get(typed);
  if (known !== undefined) return known;
  const found = idsFrom(workspace, typed).sort((a, b) => compareIdentifiers(a.id, b.id));
  offer.byTyped.set(typed, found);
  return found;
}

/**
 * The definitions that count of all ids that begin with `typed` (`RU`, `RUN-0`; all ids for nothing). Fenced examples,
 * templates, skill files and foreign prefixes offer none. Goes over all definitions of the workspace, so that it looks
 * at as little as it can of each.
 */
function idsFrom(workspace: WorkspaceView, typed: string): Definition[] {
  const found: Definition[] = [];
  const verdicts = new Map<string, Verdict>();
  let best: Definition | undefined;
  let isTaken = false;
  // the definition that counts comes first of those of an id
  for (const definition of workspace.allDefinitions()) {
    const { prefix } = definition.id;
    let verdict = verdicts.get(prefix);
    if (verdict === undefined) {
      verdict = verdictOf(workspace, prefix, typed);
      verdicts.set(prefix, verdict);
    }
    if (verdict === 'none') continue;
    if (best?.key !== definition.key) {
      best = definition;
      isTaken = false;
    }
    if (isTaken || (verdict === 'some' && !definition.id.text.startsWith(typed))) continue;
    if (!isOffered(workspace, definition) || (best !== definition && !isOffered(workspace, best))) continue;
    isTaken = true;
    found.push(best);
  }
  return found;
}

/** Whether a definition is that of an entry to be named; its prefix is another question. */
export function isOffered(workspace: WorkspaceView, { form, uri }: Definition): boolean {
  if (form === 'fence') return false;
  const document = workspace.document(uri);
  return document !== undefined && !document.quiet && document.kind !== 'skill';
}

/** How many of the ids of a prefix begin with what is typed. */
type Verdict = 'all' | 'some' | 'none';

function verdictOf(workspace: WorkspaceView, prefix: string, typed: string): Verdict {
  if (!workspace.owns(prefix)) return 'none';
  const start = `${prefix}-`;
  if (start.startsWith(typed)) return 'all';
  return typed.startsWith(start) ? 'some' : 'none';
}
