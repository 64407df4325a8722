/** The quality gates: what must hold before the runbooks of a workspace are done. */
import type { Survey, SurveyedGate } from './survey';
import type { Say } from '../text/say';
import type { Gate, GateName, ScoredRunbook } from './workspace-report';

/** The gates over all documents. Runbooks that are still templates are not counted as runbooks. */
export function gatesOf(surveys: readonly Survey[], say: Say): Gate[] {
  const runbooks = surveys.flatMap((survey) => survey.runbooks).filter(({ stub }) => !stub);
  const alerts = surveys.flatMap((survey) => survey.alerts);
  const unanswered = alerts
    .filter(({ levels }) => levels.every((level) => level.runbooks.length === 0))
    .map(({ id, title, file, line, dangling }) => ({
      ...{ id, title, file, line },
      reason:
        dangling.length === 0
          ? say`${id} has no runbook.`
          : say`${id} has no runbook. Not defined anywhere: ${dangling.join(', ')}.`,
    }));
  return [
    gate('alerts', say`Every alert has a runbook`, { total: alerts.length, missing: unanswered }),
    gate('rollbacks', say`Every deployment rollback has a runbook`, sum(surveys, 'rollbacks')),
    gate('risks', say`Every high or medium risk is covered by a runbook`, sum(surveys, 'risks')),
    gate('owners', say`Every runbook has an owner`, sum(surveys, 'unowned')),
    gate('tests', say`Every runbook has a last test date`, {
      total: runbooks.length,
      missing: untested(runbooks),
    }),
    gate('escalation', say`Every runbook has an escalation path`, sum(surveys, 'unescalated')),
  ];
}

function gate(name: GateName, title: string, { total, missing }: SurveyedGate): Gate {
  return { name, title, met: missing.length === 0, total, missing };
}

/** Adds up what the surveys say of a gate. */
function sum(
  surveys: readonly Survey[],
  name: 'rollbacks' | 'risks' | 'unowned' | 'unescalated',
): SurveyedGate {
  return {
    total: surveys.reduce((total, survey) => total + survey[name].total, 0),
    missing: surveys.flatMap((survey) => survey[name].missing),
  };
}

/** Runbooks without a date of a test; that a test is long ago is a matter of staleness. */
function untested(runbooks: readonly ScoredRunbook[]): SurveyedGate['missing'] {
  return runbooks.flatMap(({ id, title, file, line, test, criteria }) => {
    const lacks = criteria.find(({ name }) => name === 'tested')?.lacks ?? [];
    return test.state === 'never' ? [{ id, title, file, line, reason: lacks.join(' ') }] : [];
  });
}
