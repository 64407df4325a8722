/** What the records of earlier runs say of a runbook: its last run and drill, and what changed since it was last run with success. */
import type { RunRecordSummary } from '../../../protocol/src/run';
import type { RunChanges } from '../../../protocol/src/run-view';
import type { RunPlan } from '../document/run/plan';
import { changesSince, countChanges, type RunFile } from '../document/run/run-file';
import type { Say } from '../text/say';
import { stepDigests } from './items';
import type { FoundRecord, RunHost } from './run-host';
import { minutesBetween } from './times';

/** The changes in words and lists, and the digests of the steps that differ. */
export function changesOf(
  host: Pick<RunHost, 'recordsOf' | 'say'>,
  uri: string,
  entry: string | null,
  plan: RunPlan,
): { changes: RunChanges | null; changed: ReadonlySet<string> } {
  const last = host
    .recordsOf(uri, entry)
    .find(({ file }) => file.outcome === 'succeeded' && file.steps.length > 0);
  const steps = stepDigests(plan);
  if (last === undefined || steps.length === 0) return { changes: null, changed: new Set() };
  const changes = changesSince(last.file.steps, steps);
  const known = new Set(last.file.steps.map(({ digest }) => digest));
  const changed = new Set(steps.map(({ digest }) => digest).filter((digest) => !known.has(digest)));
  const count = countChanges(changes);
  if (count === 0) return { changes: null, changed };
  const since = last.file.startedAt.slice(0, 10);
  const { say } = host;
  const message =
    count === 1
      ? say`1 step changed since the test of ${since}`
      : say`${count} steps changed since the test of ${since}`;
  return { changes: { since, ...changes, message }, changed };
}

/** A record in short. */
export function summaryOfRecord({ uri, file }: FoundRecord, say: Say): RunRecordSummary {
  const { startedAt, endedAt, outcome, drill } = file;
  const minutes = minutesBetween(startedAt, endedAt);
  return { uri, startedAt, outcome, drill, minutes, message: wordsOfRecord(file, say) };
}

/** `last run 2026-11-02, 41 min, rolled back at step 3` */
export function wordsOfRecord({ startedAt, endedAt, outcome, drill, stopped }: RunFile, say: Say): string {
  const day = startedAt.slice(0, 10);
  const minutes = minutesBetween(startedAt, endedAt);
  const lead = drill ? say`last drill ${day}, ${minutes} min` : say`last run ${day}, ${minutes} min`;
  const at = stopped === '' ? '' : stopped.charAt(0).toLowerCase() + stopped.slice(1);
  switch (outcome) {
    case 'succeeded':
      return say`${lead}, succeeded`;
    case 'failed':
      return at === '' ? say`${lead}, failed` : say`${lead}, failed at ${at}`;
    case 'rolled-back':
      return at === '' ? say`${lead}, rolled back` : say`${lead}, rolled back at ${at}`;
    case 'aborted':
      return at === '' ? say`${lead}, stopped` : say`${lead}, stopped at ${at}`;
  }
}
