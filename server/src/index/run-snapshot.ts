/** What a run file says as plain texts, for the next session. */
import type { RunFile, RunFileOutcome } from '../document/run/run-file';
import { UnexpectedValue } from '../text/value-reader';

const outcomes: readonly RunFileOutcome[] = ['succeeded', 'failed', 'rolled-back', 'aborted'];

/** Empty for a document that is none. */
export function encodeRun(run: RunFile | null): readonly string[] {
  if (run === null) return [];
  const { of, entry, startedAt, endedAt, outcome, drill, stopped, steps } = run;
  const texts = [
    of === null ? '-' : `+${of}`,
    entry,
    startedAt,
    endedAt,
    outcome,
    drill ? 'drill' : '',
    stopped,
  ];
  return [...texts, ...steps.flatMap(({ digest, title }) => [digest, title])];
}

/** @throws UnexpectedValue for texts that {@link encodeRun} never gives. */
export function decodeRun(texts: readonly string[]): RunFile | null {
  if (texts.length === 0) return null;
  const [of = '', entry = '', startedAt = '', endedAt = '', word = '', drill = '', stopped = '', ...rest] =
    texts;
  const outcome = outcomes.find((one) => one === word);
  if (outcome === undefined || rest.length % 2 !== 0) throw new UnexpectedValue('No run.');
  const steps = Array.from({ length: rest.length / 2 }, (_, index) => ({
    digest: rest[2 * index] ?? '',
    title: rest[2 * index + 1] ?? '',
  }));
  return {
    ...{ of: of.startsWith('+') ? of.slice(1) : null, entry, startedAt, endedAt, outcome, stopped, steps },
    drill: drill === 'drill',
  };
}
