/** Rollout phases whose percentages do not follow each other up to 100. */
import type { Phase, Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { defineRule, type Match } from '../../rule';

interface BrokenChain extends Match {
  readonly message: string;
}

export const rolloutChain = defineRule<BrokenChain>({
  meta: {
    name: 'rollout-chain',
    summary: 'Rollout phases whose percentages do not join up to 100 %',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
  },
  *find({ runbook }) {
    const phases = runbook.phases.filter(({ rollout }) => rollout !== null);
    let reached: { readonly phase: Phase; readonly percent: number } | null = null;
    for (const phase of phases) {
      const percents = phase.rollout ?? [];
      const [first = 0] = percents;
      const last = percents.at(-1) ?? 0;
      const fall = percents.findIndex((percent, index) => index > 0 && percent < (percents[index - 1] ?? 0));
      const name = `Phase ${phase.label}`;
      if (reached !== null && (percents.length > 1 ? first !== reached.percent : first <= reached.percent)) {
        yield {
          span: percentSpan(runbook, phase, 0),
          message: `${name} begins at ${first}%, but Phase ${reached.phase.label} ends at ${reached.percent}%: nobody decides about the users in between. Make both numbers equal.`,
        };
      } else if (fall > 0) {
        yield {
          span: percentSpan(runbook, phase, fall),
          message: `${name} goes back from ${percents[fall - 1] ?? 0}% to ${percents[fall] ?? 0}%, which is no rollout. Correct the percentages.`,
        };
      }
      reached = { phase, percent: last };
    }
    if (reached !== null && reached.percent !== 100)
      yield {
        span: percentSpan(runbook, reached.phase, (reached.phase.rollout?.length ?? 1) - 1),
        message: `The rollout ends at ${reached.percent}% with Phase ${reached.phase.label}: it is not said how the other users get the feature. End at 100%, or add the phase that does.`,
      };
  },
  message({ message }) {
    return { message };
  },
});

/** The percentage number `index` in a phase's heading: (0% → «5%»). */
function percentSpan({ text }: Runbook, { nameSpan }: Phase, index: number): Span {
  const { start, end } = nameSpan;
  const match = [...text.slice(start, end).matchAll(/\d{1,3}\s*%/g)][index];
  return match === undefined
    ? nameSpan
    : { start: start + match.index, end: start + match.index + match[0].length };
}
