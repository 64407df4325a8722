/** What is said of a record in one line, in the language of who reads it. */
import type { RunFile } from '../document/run/run-file';
import type { Say } from '../text/say';
import { minutesBetween } from './times';

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
