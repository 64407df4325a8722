/** A runbook with too many steps to follow. */
import type { Entry, Procedure } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { judgedProcedures } from '../../../document/steps/judged-procedure';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface TooManySteps extends Match {
  /** What has too many: an entry with all its procedures, or one procedure. */
  readonly subject: 'entry' | 'procedure' | 'unnamed';
  /** Of the procedure, or the ID of the entry. */
  readonly name: string;
  readonly count: number;
}

const messages = new Messages({
  procedure:
    '"{name}" has {count} steps (limit: {max}), so operators lose their place. Split it into linked runbooks.',
  unnamed:
    'This procedure has {count} steps (limit: {max}), so operators lose their place. Split it into linked runbooks.',
  entry:
    '{name} has {count} steps (limit: {max}), so operators lose their place. Split it into linked runbooks.',
});

export const tooManySteps = defineRule<TooManySteps>({
  meta: {
    name: 'too-many-steps',
    summary: 'A runbook with too many steps',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    role: 'steps',
    options: {
      max: { type: 'number', default: 50, description: 'Maximum number of steps in a procedure or an entry' },
    },
  },
  *find(context) {
    const max = maxOf(context);
    const sums = new Map<Entry, number>();
    for (const { procedure, entry } of judgedProcedures(context)) {
      const count = procedure.steps.length;
      if (count > max) {
        yield {
          span: procedure.nameSpan,
          subject: isNamed(procedure) ? 'procedure' : 'unnamed',
          name: procedure.name,
          count,
          ...(entry === undefined ? {} : { entry }),
        };
        // reported on the section: not on its entry as well
        if (entry !== undefined) sums.set(entry, Number.NEGATIVE_INFINITY);
      } else if (entry !== undefined && procedure.role !== 'rollback') {
        sums.set(entry, (sums.get(entry) ?? 0) + count);
      }
    }
    for (const [entry, count] of sums) {
      if (count > max) yield { span: nameSpanOf(entry), subject: 'entry', name: entry.id.text, count, entry };
    }
  },
  message({ subject, name, count }, context) {
    const max = maxOf(context);
    if (subject === 'unnamed') return messages.of(subject, { count, max });
    return messages.of(subject, { name, count, max });
  },
});

function maxOf({ options }: RuleContext): number {
  return typeof options['max'] === 'number' && options['max'] > 0 ? options['max'] : 50;
}

function isNamed({ name, fence }: Procedure): boolean {
  return fence === null && name !== '';
}
