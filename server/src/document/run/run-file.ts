/** What a run file says: the record of one run of a runbook, which a server or command line has written (docs/run.md). */
import type { Runbook } from '../../model/runbook';
import { folderOf, pathFrom } from '../../text/paths';

export type RunFileOutcome = 'succeeded' | 'failed' | 'rolled-back' | 'aborted';

export interface RecordedStep {
  readonly digest: string;
  readonly title: string;
}

export interface RunFile {
  /** Path of the runbook in the workspace folder; null where it lies outside. */
  readonly of: string | null;
  /** `RUN-020`; empty for a document as a whole. */
  readonly entry: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly outcome: RunFileOutcome;
  readonly drill: boolean;
  /** Where a run ended that did not succeed: `Phase 2, step 3`; else empty. */
  readonly stopped: string;
  /** The steps of the runbook as they were, in order. */
  readonly steps: readonly RecordedStep[];
}

const outcomes: readonly RunFileOutcome[] = ['succeeded', 'failed', 'rolled-back', 'aborted'];

/** The record in the front matter of a document of kind `run`; null of others, and where it does not say enough. */
export function runFileOf({ kind, frontMatter, path }: Runbook): RunFile | null {
  if (kind.kind !== 'run' || frontMatter === null) return null;
  const values = new Map(frontMatter.fields.map(({ key, value }) => [key, value]));
  const valueOf = (key: string): string => values.get(key) ?? '';
  const [startedAt, endedAt] = [valueOf('started'), valueOf('ended')];
  const outcome = outcomes.find((one) => one === valueOf('outcome'));
  if (outcome === undefined || Number.isNaN(Date.parse(startedAt)) || Number.isNaN(Date.parse(endedAt)))
    return null;
  return {
    of: pathFrom(folderOf(path), valueOf('of')),
    entry: valueOf('entry'),
    startedAt,
    endedAt,
    outcome,
    drill: valueOf('drill') === 'true',
    stopped: valueOf('stopped'),
    steps: stepsIn(valueOf('steps')),
  };
}

/** The items of a list as front matter gives them, joined with commas: each begins with a digest, titles may hold commas. */
function stepsIn(joined: string): RecordedStep[] {
  return joined
    .split(/(?:^|, )(?=[0-9a-f]{12} )/)
    .filter((item) => /^[0-9a-f]{12} /.test(item))
    .map((item) => ({ digest: item.slice(0, 12), title: item.slice(13).trim() }));
}

/** What differs between the steps of a record and those of today, by their titles. */
export interface StepChanges {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Steps of the same words are the same wherever they stand; of the others those of the same title have changed. */
export function changesSince(was: readonly RecordedStep[], is: readonly RecordedStep[]): StepChanges {
  const left = [...was];
  const take = (fits: (step: RecordedStep) => boolean): boolean => {
    const index = left.findIndex(fits);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  const others = is.filter(({ digest }) => !take((step) => step.digest === digest));
  const added = others.filter(({ title }) => !take((step) => step.title === title));
  const changed = others.filter((step) => !added.includes(step));
  const titlesOf = (steps: readonly RecordedStep[]): string[] => steps.map(({ title }) => title);
  return { changed: titlesOf(changed), added: titlesOf(added), removed: titlesOf(left) };
}

/** How many steps differ. */
export function countChanges({ changed, added, removed }: StepChanges): number {
  return changed.length + added.length + removed.length;
}
