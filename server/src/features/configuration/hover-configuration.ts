/** Hover in `.runbook.yaml`: what a key, a rule or a value means. */
import type { Hover } from 'vscode-languageserver-types';
import { schemasAt } from '../../config/schema';
import { wordAt } from '../../config/yaml-place';
import { rulePage } from '../../lint/rule-page';
import { LineIndex } from '../../text/line-index';
import { ruleWords } from '../shared/rule-words';
import type { Say } from '../../text/say';
import { descriptionOf, ruleAt, schema, type ConfigurationRequest } from './configuration-request';

/** What the word at a place means, or null. */
export function hoverConfiguration(
  say: Say,
  { text, offset, rulePages }: ConfigurationRequest,
): Hover | null {
  const word = wordAt(text, offset);
  if (word === null) return null;
  const forms = schemasAt(schema, word.path);
  const rule = word.isKey ? ruleAt(word.path) : undefined;
  const value =
    rule === undefined
      ? meaningOf(say, word.text, word.isKey, forms)
      : ruleWords(say, rule, rulePage(rule.name, rulePages));
  if (value === undefined) return null;
  return { range: new LineIndex(text).rangeOf(word.span), contents: { kind: 'markdown', value } };
}

function meaningOf(
  say: Say,
  text: string,
  isKey: boolean,
  forms: ReturnType<typeof schemasAt>,
): string | undefined {
  const description = descriptionOf(forms);
  if (isKey) return description === undefined ? undefined : `**${text}**\n\n${say(description)}`;
  for (const { enum: values = [], enumDescriptions } of forms) {
    const index = values.indexOf(text);
    if (index >= 0) return `**${text}**\n\n${say(enumDescriptions?.[index] ?? description ?? '')}`;
  }
  return undefined;
}
