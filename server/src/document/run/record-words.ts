/** What is said of records in one line each, in the language of who reads it. */
import type { Say } from '../../text/say';
import type { RunFile } from './run-file';

/** What is said of one. */
type RecordInShort = Pick<RunFile, 'startedAt' | 'endedAt' | 'outcome' | 'drill' | 'stopped'>;

/** `last run 2026-11-02, 41 min, rolled back at step 3` */
export function wordsOfRecord(file: RecordInShort, say: Say): string {
  const [day, minutes] = [dayOf(file), minutesOf(file)];
  return withOutcome(
    file.drill ? say`last drill ${day}, ${minutes} min` : say`last run ${day}, ${minutes} min`,
    file,
    say,
  );
}

/** The same of one of several: `run 2026-11-02, 41 min, rolled back at step 3` */
export function wordsOfOneRecord(file: RecordInShort, say: Say): string {
  const [day, minutes] = [dayOf(file), minutesOf(file)];
  return withOutcome(
    file.drill ? say`drill ${day}, ${minutes} min` : say`run ${day}, ${minutes} min`,
    file,
    say,
  );
}

/** `2026-11-02`, in UTC. */
export function dayOf({ startedAt }: Pick<RunFile, 'startedAt'>): string {
  return startedAt.slice(0, 10);
}

/** Whole minutes that a run took. */
export function minutesOf({ startedAt, endedAt }: Pick<RunFile, 'startedAt' | 'endedAt'>): number {
  return Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000));
}

function withOutcome(lead: string, { outcome, stopped }: RecordInShort, say: Say): string {
  const at = stopped.charAt(0).toLowerCase() + stopped.slice(1);
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
