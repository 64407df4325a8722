/** A duration or risk level in the text that differs from the front matter. */
import { mayBeEqual, readDuration } from '../../../document/fields/duration';
import { fixHere } from '../../shared/fix-here';
import { isTemplateValue } from '../../../document/fields/front-matter-values';
import { playbookValues, type PlaybookValue } from '../../../document/fields/playbook-values';
import { englishValue } from '../../../model/translated-values';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { quotedLike } from '../../../authoring/yaml-value';

interface FrontMatterMismatch extends Match {
  readonly key: string;
  readonly stated: PlaybookValue;
  readonly repeated: PlaybookValue;
}

const messages = new Messages({
  differs:
    'This differs from {key} "{stated}" in the front matter. Plans may use the wrong one. Make both the same.',
});

export const frontMatterMismatch = defineRule<FrontMatterMismatch>({
  meta: {
    name: 'front-matter-mismatch',
    summary: 'Duration or risk level in the text differs from the front matter',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    for (const key of ['estimated_duration', 'risk_level']) {
      const [stated, repeated] = playbookValues(runbook, key);
      if (stated === undefined || repeated === undefined) continue;
      if (isTemplateValue(stated.value) || isTemplateValue(repeated.value)) continue;
      if (differ(key, stated.value, repeated.value)) yield { span: repeated.token, key, stated, repeated };
    }
  },
  message: ({ key, stated }) => messages.of('differs', { key, stated: stated.value }),
  fixes({ key, stated, repeated, span }, context) {
    const { runbook } = context;
    const written =
      key === 'risk_level'
        ? (/[a-z]+/i.exec(englishValue(repeated.value))?.[0] ?? '').toLowerCase()
        : repeated.value;
    const capital = /^[A-Z]/.test(repeated.value);
    const value = capital ? stated.value.charAt(0).toUpperCase() + stated.value.slice(1) : stated.value;
    return [
      fixHere(
        context,
        context.say`Change to "${value}", as in the front matter`,
        [{ span, newText: value }],
        false,
        'value',
      ),
      fixHere(
        context,
        context.say`Change ${key} in the front matter to "${written}"`,
        [{ span: stated.span, newText: quotedLike(runbook, stated.span, written) }],
        false,
        'value',
      ),
    ];
  },
});

/** Invalid values are reported by other rules. */
function differ(key: string, stated: string, repeated: string): boolean {
  if (key === 'risk_level') {
    const levels = [stated, englishValue(repeated)].map((value) =>
      value.toLowerCase().match(/\b(?:low|medium|high)\b/g),
    );
    const [a, b] = levels;
    return a != null && b != null && a.join() !== b.join();
  }
  const [a, b] = [readDuration(stated), readDuration(repeated)];
  return a !== null && b !== null && !mayBeEqual(a, b);
}
