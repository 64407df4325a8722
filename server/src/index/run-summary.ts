/** The summary of a run file. It says what happened; whatever it names, it refers to nothing and defines nothing. */
import { runFileOf, type RunFile } from '../document/run/run-file';
import type { Runbook } from '../model/runbook';
import type { DocumentPlace } from '../workspace';
import { References } from './references';

/** What of a summary is the same for all run files, and what one says of its run. */
export interface RunSummary extends DocumentPlace {
  readonly kind: 'run';
  readonly quiet: boolean;
  readonly fragments: readonly string[];
  readonly prefixes: readonly [];
  readonly definitions: readonly [];
  readonly bands: readonly [];
  readonly misspelled: readonly [];
  readonly alerts: readonly [];
  readonly claims: readonly [];
  readonly linked: readonly [];
  readonly references: References;
  readonly silent: false;
  readonly read: 'all';
  readonly run: RunFile | null;
}

/** `fragments`: what links may name in it. */
export function summarizeRun(
  { uri, folder, path }: DocumentPlace,
  runbook: Runbook,
  quiet: boolean,
  fragments: readonly string[],
): RunSummary {
  return {
    ...{ uri, folder, path, quiet, fragments, kind: 'run', prefixes: [], definitions: [], bands: [] },
    ...{ misspelled: [], alerts: [], claims: [], linked: [], silent: false, read: 'all' },
    references: References.pack(0, () => undefined),
    run: runFileOf(runbook),
  };
}
