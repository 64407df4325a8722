/** Steps that differ from those that were last run with success, as the record of that run has them. */
import { titleSpanOf } from '../../../document/document-title';
import { nameSpanOf } from '../../../document/fields/fields';
import { runnableIn } from '../../../document/run/build-plan';
import { changedSince, differenceOf, testedIn, type ChangedSince } from '../../../document/run/changed-since';
import { countChanges } from '../../../document/run/run-file';
import { hasBody } from '../../../model/entry';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

type ChangedMatch = Match & ChangedSince;

const messages = new Messages({
  one: '1 step changed since the test of {since}: {first}. Whether it works is not known; run it as a drill.',
  two: '2 steps changed since the test of {since}: {first}, {second}. Whether they work is not known; run it as a drill.',
  three:
    '3 steps changed since the test of {since}: {first}, {second}, {third}. Whether they work is not known; run it as a drill.',
  more: '{count} steps changed since the test of {since}: {first}, {second}, {third} and others. Whether they work is not known; run it as a drill.',
});

export const changedSinceTested = defineRule<ChangedMatch>({
  meta: {
    name: 'changed-since-tested',
    summary: 'Steps that changed since they were last run with success, by the run files of the workspace',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  *find({ runbook, workspace, place }) {
    // nearly always there is none, and what can be run need not be found out
    if (!workspace.runs.hasOf(place)) return;
    for (const id of runnableIn(runbook)) {
      const records = workspace.runs.of(place, id ?? '').map(({ file }) => file);
      const found = changedSince(runbook, id, records);
      if (found === null) continue;
      const entry =
        id === null ? null : (runbook.entries.find((one) => hasBody(one) && one.id.text === id) ?? null);
      const name = entry === null ? titleSpanOf(runbook) : nameSpanOf(entry);
      const span = testedIn(runbook, id)?.span ?? name;
      yield { span, ...(entry === null ? {} : { entry }), ...found };
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
