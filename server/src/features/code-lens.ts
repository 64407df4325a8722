/** Code lenses: who routes to an entry, which alerts lead here, its score and the age of its last test; how far the gate of a phase is. */
import { isOurs } from '../document/scope';
import { hasBody } from '../model/entry';
import { criterionWords } from '../report/criterion-words';
import type { Say } from '../text/say';
import type { Location, Range } from 'vscode-languageserver-types';
import type { LocatedAlert } from '../index/alerts-index';
import { keyOf } from '../model/identifier';
import type { Entry, Phase, Runbook } from '../model/runbook';
import { gateBoxes, gateOf, tickedOf } from '../document/phases/phase-gate';
import { isUnwritten } from '../document/sections/part-state';
import { ledToWords, placesLedTo, type LedTo } from './shared/alert-words';
import { placesNaming, referenceWords } from './shared/entry-references';
import { ageWords } from './shared/age-words';
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

/** The lenses of a document, in order; of one that is none of ours, those about alerts only. */
export function codeLenses(context: FeatureContext, uri: string): Lens[] {
  const runbook = context.runbook(uri);
  // of a document that passes a bound nothing is known but its headings, of which there may be too many
  if (runbook?.alerts !== null || runbook.passedBound !== null) return [];
  const led = placesLedTo(context, uri, runbook);
  const lenses = isOurs(runbook) ? ownLenses(context, uri, runbook, led) : [];
  for (const { key, span, alerts } of led)
    if (key === '') lenses.push({ range: toRange(runbook, span), ...ledLens(context, alerts) });
  return lenses.sort((a, b) => a.range.start.line - b.range.start.line);
}

function ownLenses(context: FeatureContext, uri: string, runbook: Runbook, led: readonly LedTo[]): Lens[] {
  const lenses: Lens[] = [];
  const routes = new Map<string, Omit<Lens, 'range'>>();
  for (const entry of runbook.entries) {
    if (!hasBody(entry)) continue;
    const range = toRange(runbook, entry.idSpan);
    const key = keyOf(entry.id);
    // a second entry of the same id says so without the list, which may be long
    const known = routes.get(key);
    const route = known ?? routesTo(context, entry);
    routes.set(key, { ...route, references: null });
    lenses.push({ range, ...route });
    for (const title of qualityOf(context, uri, entry, range))
      lenses.push({ range, title, references: null });
    // the longest comes last: an editor cuts the line off
    const place = known === undefined ? led.find((one) => one.key === key) : undefined;
    if (place !== undefined) lenses.push({ range, ...ledLens(context, place.alerts) });
  }
  for (const phase of runbook.phases) {
    const title = gateWords(context.say, runbook, phase);
    if (title !== '') lenses.push({ range: toRange(runbook, phase.nameSpan), title, references: null });
  }
  return lenses;
}

/** `2 alerts lead here: ApiDown (page), ApiSlow (warning)` */
function ledLens(context: FeatureContext, alerts: readonly LocatedAlert[]): Omit<Lens, 'range'> {
  return {
    title: ledToWords(context, alerts),
    references: alerts.map(({ uri, range }) => ({ uri, range })),
  };
}

/** `3 references · from MON-001, DEP-002` */
function routesTo(context: FeatureContext, { id }: Entry): Omit<Lens, 'range'> {
  const key = keyOf(id);
  const places = placesNaming(context, key);
  return {
    title: referenceWords(context, key, places),
    references: places.length === 0 ? null : places.map(({ uri, range }) => ({ uri, range })),
  };
}

/** `score 6 of 7: not tested` and `last tested 46 days ago`, for entries that have a score. */
function* qualityOf(context: FeatureContext, uri: string, { id }: Entry, { start }: Range): Iterable<string> {
  const scored = scoreAt(context, uri, id.text, start.line);
  if (scored === undefined) return;
  const { say } = context;
  if (scored.stub) {
    yield say`still template text`;
    return;
  }
  const { score, criteria, test } = scored;
  const lacking = criteria.filter(({ met }) => !met).map(({ name }) => say(criterionWords[name]));
  yield lacking.length === 0
    ? say`score ${score} of ${criteria.length}`
    : say`score ${score} of ${criteria.length}: not ${lacking.join(', ')}`;
  if (test.state === 'never') yield say`never tested`;
  else if (test.days !== null && test.days >= 0) yield say`last tested ${ageWords(say, test.days)}`;
}

/** `Gate: 1 of 3 checked`; empty for a gate without checkboxes. */
function gateWords(say: Say, runbook: Runbook, phase: Phase): string {
  const gate = gateOf(phase);
  if (gate === null || phase.rollout !== null) return '';
  if (isUnwritten(runbook, gate)) return say`Gate: to be filled in`;
  const { done, total } = tickedOf(gateBoxes(runbook, phase));
  return total === 0 ? '' : say`Gate: ${done} of ${total} checked`;
}
