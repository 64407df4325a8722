/** A runbook with more steps than anybody follows without losing their place. */
import type { Entry, Procedure } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { judgedProcedures } from '../../../document/steps/judged-procedure';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface TooManySteps extends Match {
  readonly name: string;
  readonly count: number;
}

export const tooManySteps = defineRule<TooManySteps>({
  meta: {
    name: 'too-many-steps',
    summary: 'A runbook with too many steps',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    options: {
      max: { type: 'number', default: 50, description: 'How many steps a procedure or an entry may have' },
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
          name: nameOf(procedure),
          count,
          ...(entry === undefined ? {} : { entry }),
        };
        // the section says it: its entry is not reported on top
        if (entry !== undefined) sums.set(entry, Number.NEGATIVE_INFINITY);
      } else if (entry !== undefined && procedure.role !== 'rollback') {
        sums.set(entry, (sums.get(entry) ?? 0) + count);
      }
    }
    for (const [entry, count] of sums) {
      if (count > max) yield { span: nameSpanOf(entry), name: entry.id.text, count, entry };
    }
  },
  message({ name, count }, context) {
    return {
      message: `${name} has ${String(count)} steps; with more than ${String(maxOf(context))} people lose their place. Split it into focused runbooks that name each other.`,
    };
  },
});

function maxOf({ options }: RuleContext): number {
  return typeof options['max'] === 'number' && options['max'] > 0 ? options['max'] : 50;
}

function nameOf({ name, fence }: Procedure): string {
  return fence === null && name !== '' ? `"${name}"` : 'This procedure';
}
