/** A destructive command in a step with neither verification nor rollback. */
import { unguardedCommands } from '../../../document/steps/destructive-commands';
import { wordsAt } from '../../../document/fields/fields';
import { judgedProcedures } from '../../../document/steps/judged-procedure';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface Unguarded extends Match {
  readonly command: string;
}

const messages = new Messages({
  unguarded:
    '"{command}" is destructive, and its step has no verification and no rollback. Add one so that a mistake is caught.',
});

export const unguardedDestructiveCommand = defineRule<Unguarded>({
  meta: {
    name: 'unguarded-destructive-command',
    summary: 'A destructive command in a step with neither verification nor rollback',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    judges: 'entry',
    role: 'steps',
    yieldsTo: ['empty-verification'],
  },
  *find(context) {
    const { runbook } = context;
    for (const { procedure, entry } of judgedProcedures(context)) {
      for (const { span, title } of unguardedCommands(runbook, procedure, entry)) {
        const covers = [span, title];
        yield { span, command: wordsAt(runbook, span), covers, ...(entry === undefined ? {} : { entry }) };
      }
    }
  },
  message: ({ command }) => messages.of('unguarded', { command }),
});
