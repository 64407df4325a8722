/** Steps that differ from those that were last run with success, as the record of that run has them. */
import { lastTestedKeys } from '../../../document/fields/date-fields';
import { readDate } from '../../../document/fields/dates';
import { entryField } from '../../../document/fields/entry-field';
import { documentField, nameSpanOf, wordsAt } from '../../../document/fields/fields';
import { titleSpanOf } from '../../../document/document-title';
import { planOf, runnableIn } from '../../../document/run/build-plan';
import { allSteps } from '../../../document/run/plan';
import { changesSince, countChanges, type StepChanges } from '../../../document/run/run-file';
import { hasBody } from '../../../model/entry';
import type { Entry, Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface ChangedSince extends Match {
  readonly since: string;
  readonly changes: StepChanges;
}

const messages = new Messages({
  one: '1 step changed since the test of {since}: {first}. Whether it works is not known; run it as a drill.',
  two: '2 steps changed since the test of {since}: {first}, {second}. Whether they work is not known; run it as a drill.',
  three:
    '3 steps changed since the test of {since}: {first}, {second}, {third}. Whether they work is not known; run it as a drill.',
  more: '{count} steps changed since the test of {since}: {first}, {second}, {third} and others. Whether they work is not known; run it as a drill.',
});

export const changedSinceTested = defineRule<ChangedSince>({
  meta: {
    name: 'changed-since-tested',
    summary: 'Steps that changed since they were last run with success, by the run files of the workspace',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  *find({ runbook, workspace, place }) {
    for (const id of runnableIn(runbook)) {
      const last = workspace.runs.of(place, id ?? '').find(({ file }) => file.outcome === 'succeeded');
      if (last === undefined || last.file.steps.length === 0) continue;
      const entry =
        id === null ? null : (runbook.entries.find((one) => hasBody(one) && one.id.text === id) ?? null);
      const tested = testedIn(runbook, entry);
      const since = last.file.startedAt.slice(0, 10);
      // a later test of which there is no record says more
      if (tested !== null && tested.iso > since) continue;
      const plan = planOf(runbook, id);
      if (plan === null) continue;
      const changes = changesSince(last.file.steps, allSteps(plan));
      if (countChanges(changes) === 0) continue;
      const name = entry === null ? titleSpanOf(runbook) : nameSpanOf(entry);
      yield { span: tested?.span ?? name, ...(entry === null ? {} : { entry }), since, changes };
    }
  },
  message({ since, changes }) {
    const count = countChanges(changes);
    const [first = '', second = '', third = ''] = differenceOf(changes);
    if (count === 1) return messages.of('one', { since, first });
    if (count === 2) return messages.of('two', { since, first, second });
    if (count === 3) return messages.of('three', { since, first, second, third });
    return messages.of('more', { count, since, first, second, third });
  },
});

/** `~ "Restart the pool"`, `+ "Check the queue"`, `− "Announce it"` */
function differenceOf({ changed, added, removed }: StepChanges): string[] {
  return [
    ...changed.map((title) => `~ "${title}"`),
    ...added.map((title) => `+ "${title}"`),
    ...removed.map((title) => `− "${title}"`),
  ];
}

function testedIn(
  runbook: Runbook,
  entry: Entry | null,
): { readonly iso: string; readonly span: Span } | null {
  const field =
    entry === null ? documentField(runbook, ...lastTestedKeys) : entryField(runbook, entry, lastTestedKeys);
  if (field?.value == null) return null;
  const { iso, length } = readDate(wordsAt(runbook, field.value.span));
  const { start } = field.value.span;
  return iso === '' ? null : { iso, span: { start, end: start + length } };
}
