/** Hover in `.runbook.yaml`: what a key, a rule or a value means. */
import type { Hover } from 'vscode-languageserver-types';
import { schemasAt } from '../../config/schema';
import { wordAt } from '../../config/yaml-place';
import { rulePage } from '../../lint/rule-page';
import { LineIndex } from '../../text/line-index';
import { ruleWords } from '../shared/rule-words';
import { descriptionOf, ruleAt, schema, type ConfigurationRequest } from './configuration-request';

/** What the word at a place means, or null. */
export function hoverConfiguration({ text, offset, rulePages }: ConfigurationRequest): Hover | null {
  const word = wordAt(text, offset);
  if (word === null) return null;
  const forms = schemasAt(schema, word.path);
  const rule = word.isKey ? ruleAt(word.path) : undefined;
  const value =
    rule === undefined
      ? words(word.text, word.isKey, forms)
      : ruleWords(rule, rulePage(rule.name, rulePages));
  if (value === undefined) return null;
  return { range: new LineIndex(text).rangeOf(word.span), contents: { kind: 'markdown', value } };
}

function words(text: string, isKey: boolean, forms: ReturnType<typeof schemasAt>): string | undefined {
  const description = descriptionOf(forms);
  if (isKey) return description === undefined ? undefined : `**${text}**\n\n${description}`;
  for (const { enum: values = [], enumDescriptions } of forms) {
    const index = values.indexOf(text);
    if (index >= 0) return `**${text}**\n\n${enumDescriptions?.[index] ?? description ?? ''}`;
  }
  return undefined;
}
