/** An estimated duration that names no time. */
import { readDuration } from '../../../document/fields/duration';
import { fixHere } from '../../shared/fix-here';
import { isGap } from '../../../document/placeholders/gaps';
import { isTemplateValue } from '../../../document/fields/front-matter-values';
import { playbookValues } from '../../../document/fields/playbook-values';
import { defineRule, type Match } from '../../rule';
import { quotedLike } from '../../../authoring/yaml-value';

interface InvalidDuration extends Match {
  readonly value: string;
  /** What may have been meant: the other statement of the same duration, or a unit for a bare number. */
  readonly meant: readonly string[];
  readonly inFrontMatter: boolean;
}

export const invalidDuration = defineRule<InvalidDuration>({
  meta: {
    name: 'invalid-duration',
    summary: 'An estimated duration that names no time',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    yieldsTo: ['placeholder'],
  },
  *find(context) {
    const { runbook } = context;
    const values = playbookValues(runbook, 'estimated_duration');
    for (const { value, token, from } of values) {
      const template = isTemplateValue(value);
      const open = template && from === 'body';
      if (open ? !isGap(context, token) : !template && readDuration(value) !== null) continue;
      const others = values
        .map((other) => other.value)
        .filter((other) => readDuration(other) !== null && !isTemplateValue(other));
      const bare = /^\d{1,4}(?:\.\d+)?$/.test(value) ? ['h', 'd', 'w'].map((unit) => value + unit) : [];
      yield {
        span: token,
        value,
        meant: [...others, ...bare],
        inFrontMatter: from === 'front-matter',
        // a gap in the text is a gap first
        ...(open ? { covers: [] } : {}),
      };
    }
  },
  message({ value }) {
    return {
      message: `"${value}" is no duration, so nobody can plan with it. Write a number with a unit, such as 2h, 1d or 1w.`,
    };
  },
  fixes({ span, meant, inFrontMatter }, context) {
    return meant.map((value) =>
      fixHere(
        context,
        `Change to "${value}"`,
        [{ span, newText: inFrontMatter ? quotedLike(context.runbook, span, value) : value }],
        false,
        'value',
      ),
    );
  },
});
