/**
 * Reads what the report needs from one document, so that no model has to be kept: its runbooks with their scores,
 * its alerts, and what the gates about rollbacks and risks hold against it.
 */
import { hasBody } from '../model/entry';
import { keyOf } from '../model/identifier';
import type { Entry, Runbook } from '../model/runbook';
import { lastTestedKeys } from '../document/fields/date-fields';
import { daysBetween, readDate } from '../document/fields/dates';
import { entryField, saysNothing } from '../document/fields/entry-field';
import { valueOf, wordsAt } from '../document/fields/fields';
import { ownerKeys } from '../document/entries/owner-keys';
import { weightOf } from '../document/entries/risk-weight';
import type { Finding, RuleInput } from '../lint/rule';
import { surveyAlertRules } from './alert-rules';
import { surveyAlert } from './alerts';
import { criteriaOf } from './criteria';
import { pageOf, surveyRuns } from './runs';
import { filledEntries } from '../lint/rule-context';
import { runSomeRules } from '../lint/run-some-rules';
import type { CoveredAlert, EntryReference, RanRunbook, ScoredRunbook, TestState } from './workspace-report';

export interface Survey {
  /** Whether it is about alert rules, which are no document of the report. */
  readonly ofRules: boolean;
  readonly runbooks: readonly ScoredRunbook[];
  /** The document itself, of a kind of the workspace's own, where it is carried out as a whole. */
  readonly page: EntryReference | null;
  readonly alerts: readonly CoveredAlert[];
  readonly rollbacks: SurveyedGate;
  readonly risks: SurveyedGate;
  readonly unowned: SurveyedGate;
  readonly unescalated: SurveyedGate;
  /** Entries that nothing refers to. */
  readonly orphans: readonly EntryReference[];
  /** Itself or its entries that were run. */
  readonly runs: readonly RanRunbook[];
}

export interface SurveyedGate {
  readonly total: number;
  readonly missing: readonly (EntryReference & { readonly reason: string })[];
}

const none: SurveyedGate = { total: 0, missing: [] };
const nothing: Omit<Survey, 'ofRules'> = {
  runbooks: [],
  page: null,
  alerts: [],
  rollbacks: none,
  risks: none,
  unowned: none,
  unescalated: none,
  orphans: [],
  runs: [],
};

/** Surveys a document that is judged. */
export function surveyDocument(input: RuleInput): Survey {
  const { runbook, place } = input;
  if (runbook.alerts !== null) return { ...nothing, ofRules: true, alerts: surveyAlertRules(input) };
  const toReference = (entry: Entry): EntryReference => ({
    id: entry.id.text,
    title: entry.title,
    file: place.path,
    line: runbook.lines.positionAt(entry.idSpan.start).line + 1,
  });
  const inForce = (prefix: string): readonly Entry[] =>
    filledEntries(runbook).filter(({ id, deprecated }) => id.prefix === prefix && deprecated === null);
  const criteria = criteriaOf(input);
  const runs = runbook.entries
    .filter(hasBody)
    .filter(({ id, deprecated }) => id.prefix === 'RUN' && deprecated === null);
  const stale = runSomeRules(['stale-last-tested'], input);
  return {
    ofRules: false,
    runbooks: runs.map((entry) => {
      const test = testOf(input, entry, stale);
      const own = criteria(entry, test);
      return {
        ...toReference(entry),
        stub: entry.stub,
        category: wordsOf(runbook, entry, ['category']),
        status: wordsOf(runbook, entry, ['status']),
        owner: wordsOf(runbook, entry, ownerKeys),
        test,
        score: own.filter(({ met }) => met).length,
        criteria: own,
      };
    }),
    page: pageOf(input),
    alerts: inForce('MON')
      .filter((entry) => !/^planned$/i.test(wordsOf(runbook, entry, ['status'])))
      .map((entry) => ({ ...toReference(entry), ...surveyAlert(input, entry) })),
    rollbacks: {
      total: inForce('DEP').filter(({ parts }) => parts.some(({ role }) => role === 'rollback')).length,
      missing: toMissing(runSomeRules(['rollback-without-runbook'], input), toReference),
    },
    risks: {
      total: risksOf(runbook).length,
      missing: toMissing(runSomeRules(['risk-without-runbook'], input), toReference),
    },
    unowned: {
      total: inForce('RUN').length,
      missing: toMissing(runSomeRules(['missing-owner'], input), toReference),
    },
    unescalated: {
      total: inForce('RUN').length,
      missing: toMissing(runSomeRules(['missing-escalation'], input), toReference),
    },
    orphans: filledEntries(runbook)
      .filter((entry) => entry.deprecated === null && isOrphan(input, entry))
      .map(toReference),
    runs: surveyRuns(input),
  };
}

/** Open risks that weigh, in entries and in registers. */
function risksOf(runbook: Runbook): readonly Entry[] {
  return runbook.entries.filter(
    (entry) =>
      entry.id.prefix === 'RISK' &&
      !entry.stub &&
      entry.deprecated === null &&
      weightOf(runbook, entry) !== null,
  );
}

function toMissing(
  findings: readonly Finding[],
  toReference: (entry: Entry) => EntryReference,
): SurveyedGate['missing'] {
  return findings.flatMap(({ entry, message }) =>
    entry === null ? [] : [{ ...toReference(entry), reason: message }],
  );
}

/** Whether no entry and no other document leads to an entry; lists of what the file holds do not count. */
function isOrphan({ workspace, place }: RuleInput, { id }: Entry): boolean {
  const own = keyOf(id);
  if (!workspace.owns(id.prefix)) return false;
  return !workspace.someReference(own, ({ within, place: where, excluded, field }, uri) => {
    if (excluded !== null || within === own || where === 'navigation' || field === 'id') return false;
    return uri !== place.uri || within !== '';
  });
}

/** The leading words of a field, without markup; empty when it says nothing. */
function wordsOf(runbook: Runbook, entry: Entry, keys: readonly string[]): string {
  const value = entryField(runbook, entry, keys)?.value ?? valueOf(entry, ...keys);
  if (value == null || saysNothing(runbook, value)) return '';
  return wordsAt(runbook, value.token).replace(/^[\s*_`"']+|(?<![\s*_`"'])[\s*_`"']+$/g, '');
}

function testOf({ runbook, today }: RuleInput, entry: Entry, stale: readonly Finding[]): TestState {
  const value = entryField(runbook, entry, lastTestedKeys)?.value;
  const { iso } = readDate(value == null ? '' : wordsAt(runbook, value.span).replace(/^[\s*_`"']+/, ''));
  if (iso === '') return { state: 'never', date: null, days: null };
  const isStale = stale.some((finding) => finding.entry?.idSpan.start === entry.idSpan.start);
  return { state: isStale ? 'stale' : 'fresh', date: iso, days: daysBetween(iso, today) };
}
