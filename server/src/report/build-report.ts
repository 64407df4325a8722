/** The workspace report from what is known of all its documents. Knows no files and no formats. */
import { gatesOf } from './gates';
import { mustHavesOf } from './must-haves';
import { profilesOf, type FoundInDocument } from './profile-report';
import type { Survey } from './survey';
import type { Say } from '../text/say';
import type { EntryReference, OwnerStaleness, ScoredRunbook, WorkspaceReport } from './workspace-report';

/** What a document says, with what rules find in it. */
export type JudgedSurvey = Survey & FoundInDocument;

/**
 * The report on `today` (`YYYY-MM-DD`), one document at a time, so that the caller can pause in between: it is what the
 * generator returns. `known` may be worked out lazily; null stands for a document that the report is not about.
 */
export function* buildReport(
  today: string,
  known: Iterable<JudgedSurvey | null>,
  say: Say,
): Generator<undefined, WorkspaceReport> {
  const surveys: JudgedSurvey[] = [];
  for (const survey of known) {
    if (survey !== null) surveys.push(survey);
    yield;
  }
  const runbooks = surveys.flatMap((survey) => survey.runbooks);
  const documents = surveys.filter(({ ofRules }) => !ofRules);
  const filled = runbooks.filter(({ stub }) => !stub);
  const compareEntries = entryOrder();
  return {
    today,
    documents: documents.length,
    gates: gatesOf(surveys, say),
    runbooks: runbooks.toSorted((a, b) => a.score - b.score || compareEntries(a, b)),
    owners: ownersOf(filled),
    coverage: surveys.flatMap((survey) => survey.alerts).sort(compareEntries),
    orphans: surveys.flatMap((survey) => survey.orphans).sort(compareEntries),
    mustHaves: mustHavesOf([...filled, ...surveys.flatMap(({ page }) => page ?? [])].sort(compareEntries)),
    runs: surveys
      .flatMap((survey) => survey.runs)
      .sort((a, b) => compareTimes(b.last.startedAt, a.last.startedAt) || compareEntries(a, b)),
    profiles: profilesOf(documents),
  };
}

function ownersOf(runbooks: readonly ScoredRunbook[]): OwnerStaleness[] {
  const byOwner = new Map<string, ScoredRunbook[]>();
  for (const runbook of runbooks)
    byOwner.set(runbook.owner, [...(byOwner.get(runbook.owner) ?? []), runbook]);
  return [...byOwner]
    .map(([owner, own]): OwnerStaleness => {
      const days = own.flatMap(({ test }) => test.days ?? []);
      const inState = (state: string): number => own.filter(({ test }) => test.state === state).length;
      return {
        owner,
        runbooks: own.length,
        stale: inState('stale'),
        never: inState('never'),
        oldestDays: days.length === 0 ? null : Math.max(...days),
      };
    })
    .sort(
      (a, b) =>
        b.stale + b.never - (a.stale + a.never) ||
        (b.oldestDays ?? 0) - (a.oldestDays ?? 0) ||
        (a.owner < b.owner ? -1 : 1),
    );
}

/** Of ISO 8601, in UTC. */
function compareTimes(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * By prefix and number, as `RUN-002` before `RUN-010`; the same id by file and line. A collator compares a hundred times as fast
 * as `localeCompare`, which makes one for each call; making the first takes as long as ten thousand comparisons.
 */
function entryOrder(): (a: EntryReference, b: EntryReference) => number {
  const byNumber = new Intl.Collator('en', { numeric: true });
  return (a, b) => {
    const order = byNumber.compare(a.id, b.id);
    if (order !== 0) return order;
    return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
  };
}
