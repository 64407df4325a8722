/** What run files tell of a runbook, in lines for trees and in Markdown for hovers. */
import { changedSince, changeWords, differenceOf } from '../../document/run/changed-since';
import { wordsOfOneRecord, wordsOfRecord } from '../../document/run/record-words';
import type { RunFile } from '../../document/run/run-file';
import { linkTo } from './entry-links';
import type { FeatureContext } from './feature-context';
import { escapeMarkdown } from './plain-words';

/** How many runs a hover lists, and how many steps that changed. */
const mostRuns = 3;
const mostSteps = 5;

/** Plain lines; no runs, no lines. */
export interface RunLines {
  /** `last run 2026-11-02, 41 min, rolled back at step 3` */
  readonly last: string;
  /** `3 steps changed since the test of 2026-08-14`; empty where none did. */
  readonly changes: string;
  /** `~ "Restart the pool"`, one each. */
  readonly difference: readonly string[];
}

/** @param entry `RUN-020`; null for the document as a whole */
export function runLines(context: FeatureContext, uri: string, entry: string | null): RunLines | null {
  const { say, workspace } = context;
  const records = workspace.runs.of(context.placeOf(uri), entry ?? '').map(({ file }) => file);
  const [last] = records;
  if (last === undefined) return null;
  const changed = changedIn(context, uri, entry, records);
  return {
    last: wordsOfRecord(last, say),
    changes: changed === null ? '' : changeWords(changed, say),
    difference: changed === null ? [] : differenceOf(changed.changes),
  };
}

/** All of them one below the other. */
export function linesOf({ last, changes, difference }: RunLines): string[] {
  return [last, ...(changes === '' ? [] : [changes]), ...difference];
}

/**
 * The same as Markdown: the latest runs, each a link to its record relative to the document `from` (null: plain words), and
 * below them the steps that changed.
 */
export function runParagraphs(
  context: FeatureContext,
  uri: string,
  entry: string | null,
  from: string | null,
): string[] {
  const { say, workspace } = context;
  const runs = workspace.runs.of(context.placeOf(uri), entry ?? '');
  if (runs.length === 0) return [];
  const shown = runs.slice(0, mostRuns).map(({ uri: record, file }, index) => {
    const words = index === 0 ? wordsOfRecord(file, say) : wordsOfOneRecord(file, say);
    return linkTo(context, words.charAt(0).toUpperCase() + words.slice(1), record, '', from);
  });
  const rest = runs.length - shown.length;
  if (rest > 0) shown.push(rest === 1 ? say`1 earlier run` : say`${rest} earlier runs`);
  const list = shown.length === 1 ? shown : [shown.map((line) => `- ${line}`).join('\n')];
  const changed = changedIn(
    context,
    uri,
    entry,
    runs.map(({ file }) => file),
  );
  if (changed === null) return list;
  const difference = differenceOf(changed.changes);
  const steps = difference.slice(0, mostSteps).map((step) => `- ${escapeMarkdown(step)}`);
  const others = difference.length - steps.length;
  if (others > 0) steps.push(`- ${say`and ${others} more`}`);
  return [...list, [`${changeWords(changed, say)}:`, '', ...steps].join('\n')];
}

function changedIn(
  context: FeatureContext,
  uri: string,
  entry: string | null,
  records: readonly RunFile[],
): ReturnType<typeof changedSince> {
  const runbook = context.runbook(uri);
  return runbook === undefined ? null : changedSince(runbook, entry, records);
}
