/** What can be run, with what is known of earlier runs of it. Begins none. */
import type { RunTarget } from '../../../protocol/src/run';
import { planOf, runnableIn } from '../document/run/build-plan';
import { allBoxes, allSteps, type RunPlan } from '../document/run/plan';
import { entryField } from '../document/fields/entry-field';
import { documentField, wordsAt } from '../document/fields/fields';
import type { Runbook } from '../model/runbook';
import { changesOf, summaryOfRecord } from './record-changes';
import type { RunHost } from './run-host';

/** What of some documents can be run. */
export function targetsIn(host: RunHost, uris: Iterable<string>): RunTarget[] {
  const targets: RunTarget[] = [];
  for (const uri of uris) {
    const runbook = host.runbook(uri);
    for (const entry of runbook === undefined ? [] : runnableIn(runbook)) {
      const plan = runbook === undefined ? null : planOf(runbook, entry);
      if (runbook !== undefined && plan !== null) targets.push(targetOf(host, { uri, runbook, entry, plan }));
    }
  }
  return targets;
}

interface Found {
  readonly uri: string;
  readonly runbook: Runbook;
  readonly entry: string | null;
  readonly plan: RunPlan;
}

function targetOf(host: RunHost, { uri, runbook, entry, plan }: Found): RunTarget {
  const { say } = host;
  const records = host.recordsOf(uri, entry);
  const [last] = records;
  const lastDrill = records.find(({ file }) => file.drill);
  const steps = plan.phases.reduce((sum, phase) => sum + phase.steps.length, 0);
  const count = plan.phases.length;
  return {
    ...{ textDocument: { uri }, entry, kind: runbook.kind.kind, title: plan.title },
    description:
      count > 1 ? say`${count} phases, ${steps} steps` : steps === 1 ? say`1 step` : say`${steps} steps`,
    ticked: [...allBoxes(plan), ...allSteps(plan)].filter(({ box }) => box?.checked === true).length,
    last: last === undefined ? null : summaryOfRecord(last, say),
    lastDrill: lastDrill === undefined ? null : summaryOfRecord(lastDrill, say),
    lastTested: testedOn(runbook, entry),
    changes: changesOf(host, uri, entry).changes,
  };
}

const testedKeys = ['last tested', 'tested', 'last test', 'last drill'];

function testedOn(runbook: Runbook, id: string | null): string {
  const entry = id === null ? undefined : runbook.entries.find((one) => one.id.text === id);
  const field =
    entry === undefined ? documentField(runbook, ...testedKeys) : entryField(runbook, entry, testedKeys);
  return field?.value == null ? '' : wordsAt(runbook, field.value.span);
}
