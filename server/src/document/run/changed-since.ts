/**
 * What changed in the steps of a runbook since it was tested: the one judgement, for the rule, the page of a run, hovers, tree
 * and report. The records are handed in.
 */
import { hasBody } from '../../model/entry';
import type { Runbook } from '../../model/runbook';
import type { Say } from '../../text/say';
import type { Span } from '../../text/span';
import { lastTestedKeys } from '../fields/date-fields';
import { readDate } from '../fields/dates';
import { entryField } from '../fields/entry-field';
import { documentField, wordsAt } from '../fields/fields';
import { planOf } from './build-plan';
import { allSteps } from './plan';
import { dayOf } from './record-words';
import { changesSince, countChanges, type RunFile, type StepChanges } from './run-file';

export interface ChangedSince {
  /** The day of the last run that succeeded: `2026-08-14`. */
  readonly since: string;
  readonly changes: StepChanges;
  /** Of the steps of today that differ. */
  readonly digests: ReadonlySet<string>;
}

/**
 * Null where nothing changed, where no run succeeded, and where the runbook tells of a later test, of which there is no record.
 * @param entry `RUN-020`; null for the document as a whole
 * @param records of just that, the latest first
 */
export function changedSince(
  runbook: Runbook,
  entry: string | null,
  records: readonly RunFile[],
): ChangedSince | null {
  const last = records.find(({ outcome }) => outcome === 'succeeded');
  if (last === undefined || last.steps.length === 0) return null;
  const since = dayOf(last);
  const tested = testedIn(runbook, entry);
  if (tested !== null && tested.iso > since) return null;
  const plan = planOf(runbook, entry);
  if (plan === null) return null;
  const steps = allSteps(plan);
  const changes = changesSince(last.steps, steps);
  if (countChanges(changes) === 0) return null;
  const known = new Set(last.steps.map(({ digest }) => digest));
  const digests = new Set(steps.map(({ digest }) => digest).filter((digest) => !known.has(digest)));
  return { since, changes, digests };
}

/** The date of the last test that a document, or an entry of it, tells of: its day and its characters. */
export function testedIn(
  runbook: Runbook,
  id: string | null,
): { readonly iso: string; readonly span: Span } | null {
  const entry =
    id === null ? null : (runbook.entries.find((one) => hasBody(one) && one.id.text === id) ?? null);
  const field =
    entry === null ? documentField(runbook, ...lastTestedKeys) : entryField(runbook, entry, lastTestedKeys);
  if (field?.value == null) return null;
  const { iso, length } = readDate(wordsAt(runbook, field.value.span));
  const { start } = field.value.span;
  return iso === '' ? null : { iso, span: { start, end: start + length } };
}

/** `3 steps changed since the test of 2026-08-14` */
export function changeWords({ since, changes }: Pick<ChangedSince, 'since' | 'changes'>, say: Say): string {
  const count = countChanges(changes);
  return count === 1
    ? say`1 step changed since the test of ${since}`
    : say`${count} steps changed since the test of ${since}`;
}

/** `~ "Restart the pool"`, `+ "Check the queue"`, `− "Announce it"` */
export function differenceOf({ changed, added, removed }: StepChanges): string[] {
  return [
    ...changed.map((title) => `~ "${title}"`),
    ...added.map((title) => `+ "${title}"`),
    ...removed.map((title) => `− "${title}"`),
  ];
}
