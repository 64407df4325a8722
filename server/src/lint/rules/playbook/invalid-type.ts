/** An unknown playbook type. */
import { nearestWord } from '../../../config/nearest-word';
import { fixHere } from '../../shared/fix-here';
import { frontMatterField } from '../../../document/fields/front-matter-values';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { quotedLike } from '../../../authoring/yaml-value';

interface InvalidType extends Match {
  readonly value: string;
  readonly types: readonly string[];
}

const messages = new Messages({
  unknown: 'Unknown playbook type "{value}", so filters miss it. Use one of {types}.',
});

export const invalidType = defineRule<InvalidType>({
  meta: {
    name: 'invalid-type',
    summary: 'An unknown playbook type',
    severity: 'warning',
    scope: ['playbook'],
    options: {
      types: {
        type: 'string-list',
        default: ['migration', 'feature', 'refactor', 'release', 'incident'],
        description: 'Allowed playbook types',
      },
    },
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook, options }) {
    const field = frontMatterField(runbook, 'type');
    if (field === undefined) return;
    const types = Array.isArray(options['types']) ? options['types'].map(String) : [];
    const known = new Set(types.map((type) => type.toLowerCase()));
    const named = field.value
      .replace(/\s+/g, ' ')
      .split(/ ?[,/+] ?| and /)
      .map((word) => /^[\w-]+(?!.*\|)/.exec(word)?.[0] ?? word);
    if (named.every((word) => known.has(word.toLowerCase()))) return;
    yield { span: field.valueSpan, value: field.value, types };
  },
  message: ({ value, types }) => messages.of('unknown', { value, types: types.join(', ') }),
  fixes({ span, value, types }, context) {
    const nearest = nearestWord(value, types);
    const offered = nearest === null ? types : [nearest, ...types.filter((type) => type !== nearest)];
    return offered.map((type) =>
      fixHere(
        context,
        context.say`Change to "${type}"`,
        [{ span, newText: quotedLike(context.runbook, span, type) }],
        false,
        'value',
      ),
    );
  },
});
