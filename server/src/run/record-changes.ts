/** What the records of earlier runs say of a runbook: its last run and drill, and what changed since it was last run with success. */
import type { RunRecordSummary } from '../../../protocol/src/run';
import type { RunChanges } from '../../../protocol/src/run-view';
import { changedSince, changeWords } from '../document/run/changed-since';
import { minutesOf, wordsOfRecord } from '../document/run/record-words';
import type { Say } from '../text/say';
import type { FoundRecord, RunHost } from './run-host';

/** The changes in words and lists, and the digests of the steps that differ. */
export function changesOf(
  host: Pick<RunHost, 'recordsOf' | 'runbook' | 'say'>,
  uri: string,
  entry: string | null,
): { changes: RunChanges | null; changed: ReadonlySet<string> } {
  const runbook = host.runbook(uri);
  const records = host.recordsOf(uri, entry).map(({ file }) => file);
  const found = runbook === undefined ? null : changedSince(runbook, entry, records);
  if (found === null) return { changes: null, changed: new Set() };
  const { since, changes, digests } = found;
  return { changes: { since, ...changes, message: changeWords(found, host.say) }, changed: digests };
}

/** A record in short. */
export function summaryOfRecord({ uri, file }: FoundRecord, say: Say): RunRecordSummary {
  const { startedAt, outcome, drill } = file;
  return { uri, startedAt, outcome, drill, minutes: minutesOf(file), message: wordsOfRecord(file, say) };
}
