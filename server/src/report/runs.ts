/** What of a document can be run, and what the run files of a workspace tell of it. */
import { titleSpanOf } from '../document/document-title';
import { wordsAt } from '../document/fields/fields';
import { runnableIn } from '../document/run/build-plan';
import { changedSince } from '../document/run/changed-since';
import type { RunFile } from '../document/run/run-file';
import type { RuleInput } from '../lint/rule';
import { hasBody } from '../model/entry';
import type { EntryReference, RanRunbook, RecordedRun } from './workspace-report';

/** The document, or its entries, as far as there are run files of them. */
export function surveyRuns(input: RuleInput): readonly RanRunbook[] {
  const { runbook, workspace, place } = input;
  return runnableIn(runbook).flatMap((id): RanRunbook[] => {
    const records = workspace.runs.of(place, id ?? '').map(({ file }) => file);
    const [last] = records;
    if (last === undefined) return [];
    const found = changedSince(runbook, id, records);
    const changed = found === null ? null : { since: found.since, ...found.changes };
    return [{ ...referenceOf(input, id), count: records.length, last: inShort(last), changed }];
  });
}

/** A document of a kind of the workspace's own that is run as a whole; null for others. */
export function pageOf(input: RuleInput): EntryReference | null {
  const { runbook } = input;
  return runbook.kind.house !== null && runnableIn(runbook).includes(null) ? referenceOf(input, null) : null;
}

function referenceOf({ runbook, place }: RuleInput, id: string | null): EntryReference {
  const entry = id === null ? undefined : runbook.entries.find((one) => hasBody(one) && one.id.text === id);
  const title = titleSpanOf(runbook);
  return {
    id: entry?.id.text ?? '',
    title: entry === undefined ? wordsAt(runbook, title) : entry.title,
    file: place.path,
    line: runbook.lines.positionAt(entry?.idSpan.start ?? title.start).line + 1,
  };
}

function inShort({ startedAt, endedAt, outcome, drill, stopped }: RunFile): RecordedRun {
  return { startedAt, endedAt, outcome, drill, stopped };
}
