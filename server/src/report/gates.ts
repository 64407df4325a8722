/** The quality gates: what must hold before the runbooks of a workspace are done. */
import type { Survey, SurveyedGate } from './survey';
import type { CriterionName, Gate, GateName, ScoredRunbook } from './workspace-report';

/** The gates over all documents. Runbooks that are still templates are not counted as runbooks. */
export function gatesOf(surveys: readonly Survey[]): Gate[] {
  const runbooks = surveys.flatMap((survey) => survey.runbooks).filter(({ stub }) => !stub);
  const alerts = surveys.flatMap((survey) => survey.alerts);
  const unanswered = alerts
    .filter(({ levels }) => levels.every((level) => level.runbooks.length === 0))
    .map(({ id, title, file, line, dangling }) => ({
      ...{ id, title, file, line },
      reason:
        dangling.length === 0
          ? `${id} leads to no runbook.`
          : `${id} names ${dangling.join(', ')}, which is defined nowhere.`,
    }));
  return [
    gate('alerts', 'Every alert leads to a runbook', { total: alerts.length, missing: unanswered }),
    gate('rollbacks', 'Every rollback of a deployment leads to a runbook', sum(surveys, 'rollbacks')),
    gate('risks', 'Every high or medium risk is answered by a runbook', sum(surveys, 'risks')),
    gate('owners', 'Every runbook has an owner', lacking(runbooks, 'maintained')),
    gate('tests', 'Every runbook says when it was last tested', {
      ...lacking(
        runbooks.filter(({ test }) => test.state === 'never'),
        'tested',
      ),
      total: runbooks.length,
    }),
    gate('escalation', 'Every runbook has an escalation path', lacking(runbooks, 'escalatable')),
  ];
}

function gate(name: GateName, title: string, { total, missing }: SurveyedGate): Gate {
  return { name, title, met: missing.length === 0, total, missing };
}

function sum(surveys: readonly Survey[], name: 'rollbacks' | 'risks'): SurveyedGate {
  return {
    total: surveys.reduce((total, survey) => total + survey[name].total, 0),
    missing: surveys.flatMap((survey) => survey[name].missing),
  };
}

function lacking(runbooks: readonly ScoredRunbook[], criterion: CriterionName): SurveyedGate {
  return {
    total: runbooks.length,
    missing: runbooks.flatMap(({ id, title, file, line, criteria }) => {
      const lacks = criteria.find(({ name }) => name === criterion)?.lacks ?? [];
      return lacks.length === 0 ? [] : [{ id, title, file, line, reason: lacks.join(' ') }];
    }),
  };
}
