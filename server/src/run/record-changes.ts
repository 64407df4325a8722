/** What the records of earlier runs say of a runbook: its last run and drill, and what changed since it was last run with success. */
import type { RunRecordSummary } from '../../../protocol/src/run';
import type { RunChanges } from '../../../protocol/src/run-view';
import type { RunPlan } from '../document/run/plan';
import { changesSince, countChanges } from '../document/run/run-file';
import type { Say } from '../text/say';
import { stepDigests } from './items';
import type { FoundRecord, RunHost } from './run-host';
import { wordsOfRecord } from './record-words';
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
