/** An invalid risk level, which other checks depend on. */
import { nearestWord } from '../../../config/nearest-word';
import { englishValue } from '../../../model/translated-values';
import type { Runbook } from '../../../model/runbook';
import { wordsAt } from '../../../document/fields/fields';
import { fixHere } from '../../shared/fix-here';
import { isGap } from '../../../document/placeholders/gaps';
import { isTemplateValue } from '../../../document/fields/front-matter-values';
import { playbookValues, type PlaybookValue } from '../../../document/fields/playbook-values';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { quotedLike } from '../../../authoring/yaml-value';

const levels = ['low', 'medium', 'high'] as const;

interface InvalidRiskLevel extends Match {
  readonly value: string;
  readonly from: PlaybookValue['from'];
}

const messages = new Messages({
  invalid:
    'Invalid risk level "{value}", so checks for high-risk playbooks may not apply. Use low, medium or high.',
});

export const invalidRiskLevel = defineRule<InvalidRiskLevel>({
  meta: {
    name: 'invalid-risk-level',
    summary: 'A risk level other than low, medium or high',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    yieldsTo: ['placeholder'],
  },
  *find(context) {
    const { runbook } = context;
    for (const { value, token, from } of playbookValues(runbook, 'risk_level')) {
      const open = from === 'body' && isGap(context, token);
      if (!open && from === 'body' && isTemplateValue(value)) continue;
      if (value.includes('|') || !isRiskLevel(from === 'body' ? englishValue(value) : value))
        // a gap in the text is no value
        yield { span: token, value, from, ...(open ? { covers: [] } : {}) };
    }
  },
  message: ({ value }) => messages.of('invalid', { value }),
  fixes({ span, value, from }, context) {
    const nearest = nearestWord(value, levels);
    const offered = nearest === null ? levels : [nearest, ...levels.filter((level) => level !== nearest)];
    return offered.map((level) =>
      fixHere(
        context,
        context.say`Change to "${level}"`,
        [{ span, newText: written(context.runbook, span, level, from) }],
        false,
        'value',
      ),
    );
  },
});

/** `high`, `High (writes stop)`, `medium-high`, `low to medium`. */
function isRiskLevel(value: string): boolean {
  return /^[*_`]*(?:(?:low|medium|high)(?:\s*(?:[-/–]|to)\s*)?)+(?![A-Za-z])/i.test(value);
}

function written(
  runbook: Runbook,
  span: InvalidRiskLevel['span'],
  level: string,
  from: PlaybookValue['from'],
): string {
  if (from === 'front-matter') return quotedLike(runbook, span, level);
  return /^[A-Z]/.test(wordsAt(runbook, span)) ? level.charAt(0).toUpperCase() + level.slice(1) : level;
}
