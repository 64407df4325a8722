/** Code lenses: who routes to an entry, its score and the age of its last test; how far the gate of a phase is. */
import { isOurs } from '../document/scope';
import { hasBody } from '../model/entry';
import type { Location, Range } from 'vscode-languageserver-types';
import { keyOf, type Identifier } from '../model/identifier';
import type { Entry, Phase, Runbook } from '../model/runbook';
import { Coverage } from '../text/coverage';
import { rememberOf } from '../text/remember';
import { scoreAt, toRange, type FeatureContext } from './shared/feature-context';

/** A line above a heading. */
export interface Lens {
  /** The words of the heading. */
  readonly range: Range;
  /** Reads well alone, for editors that cannot show the references. */
  readonly title: string;
  /** What the lens counts, or null for one that only says something. */
  readonly references: readonly Location[] | null;
}

/** So many ids are named, the rest counted. */
const mostNamed = 4;

/** The lenses of a document that is ours, in order. */
export function codeLenses(context: FeatureContext, uri: string): Lens[] {
  const runbook = context.runbook(uri);
  // of a document that passes a bound nothing is known but its headings, of which there may be too many
  if (runbook === undefined || !isOurs(runbook) || runbook.passedBound !== null) return [];
  const lenses: Lens[] = [];
  const routes = new Map<string, Omit<Lens, 'range'>>();
  for (const entry of runbook.entries) {
    if (!hasBody(entry)) continue;
    const range = toRange(runbook, entry.idSpan);
    const key = keyOf(entry.id);
    // a second entry of the same id says so without the list, which may be long
    const known = routes.get(key);
    const route = known ?? routesTo(context, uri, entry);
    routes.set(key, { ...route, references: null });
    lenses.push({ range, ...route });
    for (const title of qualityOf(context, uri, entry, range))
      lenses.push({ range, title, references: null });
  }
  for (const phase of runbook.phases) {
    const title = gateOf(phase);
    if (title !== '') lenses.push({ range: toRange(runbook, phase.nameSpan), title, references: null });
  }
  return lenses.sort((a, b) => a.range.start.line - b.range.start.line);
}

const logsOf = rememberOf(
  ({ parts }: Runbook) =>
    new Coverage(parts.filter(({ role }) => role === 'change-log').map(({ span }) => span)),
);

/** `3 references · from MON-001, DEP-002`: navigation, change log and the entry itself route nowhere. */
function routesTo({ workspace, runbook }: FeatureContext, uri: string, { id }: Entry): Omit<Lens, 'range'> {
  const key = keyOf(id);
  const own = runbook(uri);
  const found = workspace.references(key).filter(({ excluded, repeats, place, within, range, uri: at }) => {
    if (excluded !== null || repeats || place === 'navigation' || within === key) return false;
    if (own === undefined || at !== uri) return true;
    const start = own.lines.offsetAt(range.start);
    return !logsOf(own).encloses({ start, end: start + 1 });
  });
  const sources = new Map<string, Identifier>();
  for (const { within } of found) {
    const source = within === '' ? undefined : workspace.definition(within)?.id;
    if (source !== undefined) sources.set(within, source);
  }
  const names = [...sources.values()].map(({ text }) => text).sort();
  const more = names.length > mostNamed ? ` and ${String(names.length - mostNamed)} more` : '';
  const from = names.length === 0 ? '' : ` · from ${names.slice(0, mostNamed).join(', ')}${more}`;
  const count =
    found.length === 0
      ? 'no references'
      : found.length === 1
        ? '1 reference'
        : `${String(found.length)} references`;
  return {
    title: count + from,
    references: found.length === 0 ? null : found.map(({ uri: at, range }) => ({ uri: at, range })),
  };
}

/** `6 of 7: not tested` and `last tested 46 days ago`, for entries that have a score. */
function* qualityOf(context: FeatureContext, uri: string, { id }: Entry, { start }: Range): Iterable<string> {
  const scored = scoreAt(context, uri, id.text, start.line);
  if (scored === undefined) return;
  if (scored.stub) {
    yield 'still template text';
    return;
  }
  const { score, criteria, test } = scored;
  const lacking = criteria.filter(({ met }) => !met).map(({ name }) => name);
  yield `${String(score)} of ${String(criteria.length)}${lacking.length === 0 ? '' : `: not ${lacking.join(', ')}`}`;
  if (test.state === 'never') yield 'never tested';
  else if (test.days !== null && test.days >= 0) yield `last tested ${ago(test.days)}`;
}

function ago(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${String(days)} days ago`;
}

/** `1 of 3 gate criteria met`; empty for a gate without checkboxes. */
function gateOf({ criteria, rollout }: Phase): string {
  const boxes = criteria.flatMap(({ box }) => (box === null ? [] : [box]));
  if (boxes.length === 0 || rollout !== null) return '';
  const met = boxes.filter(({ checked }) => checked).length;
  return `${String(met)} of ${String(boxes.length)} gate criteria met`;
}
