/** Rollout phases whose percentages do not connect or do not reach 100. */
import { percentPattern } from '../../../model/phase-words';
import type { Phase, Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { Messages, type Message } from '../../message';
import { defineRule, type Match } from '../../rule';

interface BrokenChain extends Match {
  readonly message: Message;
}

const messages = new Messages({
  gap: 'Phase {phase} starts at {start}%, but Phase {before} ends at {end}%. No phase covers the users in between. Make the numbers match.',
  overlap:
    'Phase {phase} starts at {start}%, but Phase {before} ends at {end}%. Users would lose the feature. Make the numbers match.',
  stalled:
    'Phase {phase} rolls out to {start}%, but Phase {before} already reaches {end}%. A rollout must grow. Correct the percentages.',
  drop: 'Phase {phase} drops from {from}% to {to}%, so users would lose the feature. Correct the percentages.',
  end: 'The rollout ends at {percent}% with Phase {phase}, so the other users never get the feature. End at 100%, or add the missing phase.',
  beyond: 'The rollout ends at {percent}% with Phase {phase}, which is more than all users. End at 100%.',
});

export const rolloutChain = defineRule<BrokenChain>({
  meta: {
    name: 'rollout-chain',
    summary: 'Rollout phases whose percentages do not connect or do not reach 100 %',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
    absentFrom: 'document',
  },
  *find({ runbook }) {
    const phases = runbook.phases.filter(({ rollout }) => rollout !== null);
    let reached: { readonly phase: Phase; readonly percent: number } | null = null;
    for (const phase of phases) {
      const percents = phase.rollout ?? [];
      const [first = 0] = percents;
      const last = percents.at(-1) ?? 0;
      const drop = percents.findIndex((percent, index) => index > 0 && percent < (percents[index - 1] ?? 0));
      if (reached !== null && (percents.length > 1 ? first !== reached.percent : first <= reached.percent)) {
        const id = percents.length === 1 ? 'stalled' : first > reached.percent ? 'gap' : 'overlap';
        yield {
          span: percentSpan(runbook, phase, 0),
          message: messages.of(id, {
            phase: phase.label,
            start: first,
            before: reached.phase.label,
            end: reached.percent,
          }),
        };
      } else if (drop > 0) {
        const [from = 0, to = 0] = percents.slice(drop - 1);
        yield {
          span: percentSpan(runbook, phase, drop),
          message: messages.of('drop', { phase: phase.label, from, to }),
        };
      }
      reached = { phase, percent: last };
    }
    if (reached !== null && reached.percent !== 100)
      yield {
        span: percentSpan(runbook, reached.phase, (reached.phase.rollout?.length ?? 1) - 1),
        message: messages.of(reached.percent < 100 ? 'end' : 'beyond', {
          percent: reached.percent,
          phase: reached.phase.label,
        }),
      };
  },
  message({ message }) {
    return message;
  },
});

/** The percentage number `index` in a phase's heading: (0% → «5%»). */
function percentSpan({ text }: Runbook, { nameSpan }: Phase, index: number): Span {
  const { start, end } = nameSpan;
  const match = [...text.slice(start, end).matchAll(percentPattern)][index];
  return match === undefined
    ? nameSpan
    : { start: start + match.index, end: start + match.index + match[0].length };
}
