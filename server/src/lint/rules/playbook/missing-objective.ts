/** A phase that does not say what it accomplishes. */
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { defineRule, type Match } from '../../rule';
import { holdsNoWords } from '../../../document/sections/section-lookup';

interface MissingObjective extends Match {
  readonly label: string;
}

export const missingObjective = defineRule<MissingObjective>({
  meta: {
    name: 'missing-objective',
    summary: 'A phase that does not say what it accomplishes',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    for (const { label, nameSpan, objective } of playbookPhases(runbook)) {
      if (objective === null) yield { span: nameSpan, label };
      else if (holdsNoWords(runbook, objective.content)) yield { span: objective.nameSpan, label };
    }
  },
  message({ label }) {
    return {
      message: `Phase ${label} does not say what it accomplishes, so nobody can judge whether it is still needed. Add an "Objective" in one sentence.`,
    };
  },
});
