/** An estimated duration that cannot be read. */
import { readDuration } from '../../../document/fields/duration';
import { fixHere } from '../../shared/fix-here';
import { isGap } from '../../../document/placeholders/gaps';
import { isTemplateValue } from '../../../document/fields/front-matter-values';
import { playbookValues } from '../../../document/fields/playbook-values';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { quotedLike } from '../../../authoring/yaml-value';

interface InvalidDuration extends Match {
  readonly value: string;
  /** Suggested values: the same duration stated elsewhere, or a bare number with a unit. */
  readonly suggestions: readonly string[];
  readonly inFrontMatter: boolean;
}

const messages = new Messages({
  invalid: 'Invalid duration "{value}". Use a number with a unit, such as 2h, 1d or 1w.',
});

export const invalidDuration = defineRule<InvalidDuration>({
  meta: {
    name: 'invalid-duration',
    summary: 'An estimated duration without a number and a unit',
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
      const open = from === 'body' && isGap(context, token);
      if (!open && (template ? from === 'body' : readDuration(value) !== null)) continue;
      const others = values
        .map((other) => other.value)
        .filter((other) => readDuration(other) !== null && !isTemplateValue(other));
      const bare = /^\d{1,4}(?:\.\d+)?$/.test(value) ? ['h', 'd', 'w'].map((unit) => value + unit) : [];
      yield {
        span: token,
        value,
        suggestions: [...others, ...bare],
        inFrontMatter: from === 'front-matter',
        // a gap in the text is no value
        ...(open ? { covers: [] } : {}),
      };
    }
  },
  message: ({ value }) => messages.of('invalid', { value }),
  fixes({ span, suggestions, inFrontMatter }, context) {
    return suggestions.map((value) =>
      fixHere(
        context,
        context.say`Change to "${value}"`,
        [{ span, newText: inFrontMatter ? quotedLike(context.runbook, span, value) : value }],
        false,
        'value',
      ),
    );
  },
});
