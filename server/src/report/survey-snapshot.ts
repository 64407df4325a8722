/**
 * Encodes what a survey says of a document as plain values by position, for the next session. Its file is not among them: it
 * is given when they are decoded.
 */
import { UnexpectedValue, type ValueReader } from '../text/value-reader';
import { criterionNames } from './criteria';
import type { Survey, SurveyedGate } from './survey';
import type {
  CoveredAlert,
  EntryReference,
  RanRunbook,
  RecordedRun,
  ScoredRunbook,
  TestState,
} from './workspace-report';

const states: readonly TestState['state'][] = ['fresh', 'stale', 'never'];
const outcomes: readonly RecordedRun['outcome'][] = ['succeeded', 'failed', 'rolled-back', 'aborted'];
const gates = ['rollbacks', 'risks', 'unowned', 'unescalated'] as const;

/** The survey as values by position. */
export function encodeSurvey(survey: Survey): readonly unknown[] {
  return [
    Number(survey.ofRules),
    survey.runbooks.map((runbook) => {
      const { stub, category, status, owner, test, criteria } = runbook;
      return [
        ...encodeReference(runbook),
        Number(stub),
        [category, status, owner],
        test.state,
        [test.date, test.days].map((one) => String(one ?? '')),
        criteria.map(({ lacks }) => [lacks]),
      ];
    }),
    survey.alerts.map((alert) => [
      ...encodeReference(alert),
      alert.dangling,
      alert.levels.map(({ severity, runbooks }) => [severity, runbooks]),
    ]),
    gates.map((name) => [
      survey[name].total,
      survey[name].missing.map((entry) => [...encodeReference(entry), entry.reason]),
    ]),
    survey.orphans.map(encodeReference),
    survey.runs.map(({ count, last, changed, ...entry }) => [
      ...encodeReference(entry),
      count,
      [last.startedAt, last.endedAt, last.stopped],
      last.outcome,
      Number(last.drill),
      changed === null ? [] : [[[changed.since], changed.changed, changed.added, changed.removed]],
    ]),
    survey.page === null ? [] : [encodeReference(survey.page)],
  ];
}

/**
 * The survey of such values, of a document at a path of its folder.
 * @throws UnexpectedValue for values that {@link encodeSurvey} never gives.
 */
export function decodeSurvey(file: string, values: ValueReader): Survey {
  const ofRules = values.count() === 1;
  const runbooks = values.lists((runbook) => readRunbook(file, runbook));
  const alerts = values.lists((alert) => readAlert(file, alert));
  const [rollbacks, risks, unowned, unescalated] = values.lists((gate) => readGate(file, gate));
  const orphans = values.lists((entry) => readReference(file, entry));
  if (rollbacks === undefined || risks === undefined || unowned === undefined || unescalated === undefined)
    throw new UnexpectedValue('Too few gates.');
  const runs = values.lists((run) => readRun(file, run));
  const [page = null] = values.lists((entry) => readReference(file, entry));
  return { ofRules, runbooks, page, alerts, rollbacks, risks, unowned, unescalated, orphans, runs };
}

function encodeReference({ id, title, line }: EntryReference): readonly unknown[] {
  return [id, title, line];
}

function readReference(file: string, values: ValueReader): EntryReference {
  return { id: values.text(), title: values.text(), file, line: values.count() };
}

function readRunbook(file: string, values: ValueReader): ScoredRunbook {
  const reference = readReference(file, values);
  const stub = values.count() === 1;
  const [category = '', status = '', owner = ''] = values.texts();
  const state = values.oneOf(states);
  const [date = '', days = ''] = values.texts();
  const lacks = values.lists((criterion) => criterion.texts());
  if (lacks.length !== criterionNames.length) throw new UnexpectedValue('Other criteria.');
  const criteria = criterionNames.map((name, index) => {
    const own = lacks[index] ?? [];
    return { name, met: own.length === 0, lacks: own };
  });
  return {
    ...reference,
    stub,
    category,
    status,
    owner,
    test: { state, date: date === '' ? null : date, days: days === '' ? null : Number(days) },
    score: criteria.filter(({ met }) => met).length,
    criteria,
  };
}

function readAlert(file: string, values: ValueReader): CoveredAlert {
  return {
    ...readReference(file, values),
    dangling: values.texts(),
    levels: values.lists((level) => ({ severity: level.text(), runbooks: level.texts() })),
  };
}

function readGate(file: string, values: ValueReader): SurveyedGate {
  return {
    total: values.count(),
    missing: values.lists((entry) => ({ ...readReference(file, entry), reason: entry.text() })),
  };
}

function readRun(file: string, values: ValueReader): RanRunbook {
  const reference = readReference(file, values);
  const count = values.count();
  const [startedAt = '', endedAt = '', stopped = ''] = values.texts();
  const last = { startedAt, endedAt, stopped, outcome: values.oneOf(outcomes), drill: values.count() === 1 };
  const [changed = null] = values.lists((steps) => {
    const [since = ''] = steps.texts();
    return { since, changed: steps.texts(), added: steps.texts(), removed: steps.texts() };
  });
  return { ...reference, count, last, changed };
}
