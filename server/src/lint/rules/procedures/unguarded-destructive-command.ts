/** A command that destroys something in a step that neither verifies it nor takes it back. */
import { unguardedCommands } from '../../../document/steps/destructive-commands';
import { wordsAt } from '../../../document/fields/fields';
import { judgedProcedures } from '../../../document/steps/judged-procedure';
import { defineRule, type Match } from '../../rule';

interface Unguarded extends Match {
  readonly words: string;
}

export const unguardedDestructiveCommand = defineRule<Unguarded>({
  meta: {
    name: 'unguarded-destructive-command',
    summary: 'A destructive command in a step with neither verification nor rollback',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    yieldsTo: ['empty-verification'],
  },
  *find(context) {
    const { runbook } = context;
    for (const { procedure, entry } of judgedProcedures(context)) {
      for (const { span, title } of unguardedCommands(runbook, procedure, entry)) {
        const covers = [span, title];
        yield { span, words: wordsAt(runbook, span), covers, ...(entry === undefined ? {} : { entry }) };
      }
    }
  },
  message({ words }) {
    return {
      message: `"${words}" destroys something, and the step says neither how to confirm the result nor how to go back. Add a "Verification:" or a "Rollback:" to the step.`,
    };
  },
});
