/** A playbook without front matter, or without one of the keys that tools read. */
import type { Runbook } from '../../../model/runbook';
import { documentField, wordsAt } from '../../../document/fields/fields';
import { startOfText } from '../../../text/edit';
import { fixHere } from '../../shared/fix-here';
import { frontMatterField } from '../../../document/fields/front-matter-values';
import { joinLines } from '../../../authoring/insertion';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { titleSpanOf } from '../../../document/document-title';
import { quotedLike } from '../../../authoring/yaml-value';

const keys = ['title', 'type', 'estimated_duration', 'risk_level'] as const;
type Key = (typeof keys)[number];

interface MissingFrontMatter extends Match {
  readonly missing: readonly Key[];
}

const messages = new Messages({
  none: 'This playbook has no front matter, so tools cannot read its type and risk. Add title, type, estimated_duration and risk_level.',
  missing: 'The front matter has no {key}, so lists and checks cannot use it. Add the key with a value.',
  severalMissing:
    'The front matter has no {keys}, so lists and checks cannot use them. Add each key with a value.',
});

export const missingFrontMatter = defineRule<MissingFrontMatter>({
  meta: {
    name: 'missing-front-matter',
    summary: 'A playbook without front matter, or without its title, type, duration or risk level',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    yieldsTo: ['invalid-front-matter'],
  },
  *find({ runbook }) {
    const { frontMatter, lines } = runbook;
    if (frontMatter === null) yield { span: titleSpanOf(runbook), missing: keys };
    else {
      const missing = keys.filter((key) => frontMatterField(runbook, key) === undefined);
      if (missing.length > 0) yield { span: lines.spanOf(0), missing };
    }
  },
  message({ missing }, { runbook }) {
    if (runbook.frontMatter === null) return messages.of('none');
    return missing.length === 1
      ? messages.of('missing', { key: missing.join('') })
      : messages.of('severalMissing', { keys: missing.join(', ') });
  },
  fixes({ missing }, context) {
    const { runbook } = context;
    // front matter in the wrong place or with invalid YAML has to be moved or rewritten first
    if ((runbook.frontMatter?.fault ?? null) !== null) return [];
    // the keys of a broken map are unknown
    if ((runbook.frontMatter?.problems.length ?? 0) > 0) return [];
    const values = missing.map((key): [Key, string | null] => [key, knownValue(runbook, key)]);
    const added = values.map(([key, value]) => `${key}: ${written(runbook, value ?? choices[key])}`);
    const automatic = values.every(([, value]) => value !== null);
    const { frontMatter, text } = runbook;
    if (frontMatter === null) {
      const start = startOfText(text);
      const newText = joinLines(runbook, ['---', ...added, '---', '', '']);
      return [
        fixHere(
          context,
          context.say`Add front matter`,
          [{ span: { start, end: start }, newText }],
          automatic,
        ),
      ];
    }
    const empty = new Map(
      frontMatter.fields.filter(({ value }) => value === '').map((field) => [field.key, field]),
    );
    const edits = missing.flatMap((key, index) => {
      const field = empty.get(key);
      const value = added[index]?.slice(key.length + 1) ?? '';
      if (field === undefined) return [];
      const end = text.indexOf(':', field.keySpan.end) + 1;
      return [{ span: { start: end, end: Math.max(end, field.valueSpan.end) }, newText: value }];
    });
    const rest = added.filter((_line, index) => !empty.has(missing[index] ?? ''));
    const at = frontMatter.content.end;
    if (rest.length > 0)
      edits.push({ span: { start: at, end: at }, newText: joinLines(runbook, [...rest, '']) });
    const title = context.say`Add ${missing.join(', ')} to the front matter`;
    // `""` is replaced
    return [fixHere(context, title, edits, automatic, empty.size > 0 ? 'value' : 'nothing')];
  },
});

const choices: Readonly<Record<Key, string>> = {
  title: 'Playbook: [What it achieves]',
  type: 'migration | feature | refactor | release | incident',
  estimated_duration: '2h | 1d | 1w',
  risk_level: 'low | medium | high',
};

/** In the quotes of the other values. */
function written(runbook: Runbook, value: string): string {
  const sample = runbook.frontMatter?.fields.find(({ key, value: other }) => key !== 'title' && other !== '');
  return sample === undefined ? JSON.stringify(value) : quotedLike(runbook, sample.valueSpan, value);
}

/** The value that the document states elsewhere, or null. */
function knownValue(runbook: Runbook, key: Key): string | null {
  if (key === 'title') {
    const title = runbook.headings.find(({ depth }) => depth === 1)?.title ?? '';
    return title === '' ? null : title;
  }
  const value = documentField(runbook, key.replace('_', ' '))?.value ?? null;
  if (value === null) return null;
  const words = wordsAt(runbook, value.token);
  if (words === '') return null;
  return key === 'estimated_duration' ? words : words.toLowerCase();
}
