/** A phase without an objective. */
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { holdsNoWords } from '../../../document/sections/section-lookup';

interface MissingObjective extends Match {
  readonly label: string;
}

const messages = new Messages({
  missing:
    'Phase {label} has no objective, so operators cannot tell what it must achieve. Add an "Objective" of one sentence.',
});

export const missingObjective = defineRule<MissingObjective>({
  meta: {
    name: 'missing-objective',
    summary: 'A phase without an objective',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'part',
  },
  *find({ runbook }) {
    for (const { label, nameSpan, objective } of playbookPhases(runbook)) {
      if (objective === null) yield { span: nameSpan, label };
      else if (holdsNoWords(runbook, objective.content)) yield { span: objective.nameSpan, label };
    }
  },
  message: ({ label }) => messages.of('missing', { label }),
});
