/** Completion in `.runbook.yaml`: keys, rules, severities, kinds and prefixes, each with what it means. */
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { formsOf, propertyOf, schemasAt, type Schema } from '../../config/schema';
import { gapAt, type YamlGap } from '../../config/yaml-place';
import { LineIndex } from '../../text/line-index';
import { inOrder } from '../completion/completion-request';
import { rulePage } from '../../lint/rule-page';
import { descriptionOf, ruleAt, schema, type ConfigurationRequest } from './configuration-request';
import type { Say } from '../../text/say';
import { besideRule, ruleWords } from '../shared/rule-words';

/** What may be written at a place, in the order of the schema. `prefixes` are those that the workspace uses. */
export function completeConfiguration(
  say: Say,
  request: ConfigurationRequest,
  prefixes: readonly string[],
): CompletionItem[] {
  const gap = gapAt(request.text, request.offset);
  if (gap === null) return [];
  const forms = schemasAt(schema, gap.path);
  // an item of a list looks like the first key of a map until something is written
  const isItem = gap.kind === 'key' && typeof gap.path.at(-1) === 'number' && !gap.hasColon;
  const offered = [
    ...(gap.kind === 'key' ? keysOf(say, forms, gap, request, prefixes) : []),
    ...(gap.kind === 'value' || isItem ? valuesOf(say, forms, prefixes) : []),
  ];
  const range = new LineIndex(request.text).rangeOf(gap.span);
  return offered.map(({ label, insert = label, ...item }, index) => ({
    ...item,
    label,
    sortText: inOrder(index),
    filterText: label,
    textEdit: { range, newText: insert },
  }));
}

interface Offered extends Pick<
  CompletionItem,
  'label' | 'labelDetails' | 'detail' | 'documentation' | 'kind'
> {
  /** Where it is not the label itself. */
  readonly insert?: string;
}

function keysOf(
  say: Say,
  forms: readonly Schema[],
  gap: YamlGap,
  { rulePages }: ConfigurationRequest,
  prefixes: readonly string[],
): Offered[] {
  const names = forms.flatMap((form) => [
    ...Object.keys(form.properties ?? {}),
    ...(form.propertyNames === undefined ? [] : prefixesFor(form.propertyNames, prefixes)),
  ]);
  return [...new Set(names)]
    .filter((name) => !gap.siblings.includes(name))
    .map((name): Offered => {
      const values = forms.flatMap((form) => formsOf(schema, propertyOf(form, name) ?? {}));
      const rule = ruleAt([...gap.path, name]);
      return {
        label: name,
        kind: CompletionItemKind.Property,
        ...(rule === undefined
          ? documented(say, descriptionOf(values))
          : {
              labelDetails: besideRule,
              detail: say(rule.summary),
              documentation: {
                kind: 'markdown',
                value: ruleWords(say, rule, rulePage(rule.name, rulePages)),
              },
            }),
        insert: gap.hasColon ? name : `${name}:${isShort(values) ? ' ' : ''}`,
      };
    });
}

function valuesOf(say: Say, forms: readonly Schema[], prefixes: readonly string[]): Offered[] {
  return forms.flatMap((form): Offered[] => {
    const { enum: values, enumDescriptions, type, default: usual } = form;
    if (values !== undefined)
      return values.map((label, index) => ({
        label,
        kind: CompletionItemKind.EnumMember,
        ...documented(say, enumDescriptions?.[index]),
      }));
    const known =
      type === 'boolean'
        ? ['true', 'false']
        : typeof usual === 'number' || (typeof usual === 'string' && usual !== '')
          ? [String(usual)]
          : prefixesFor(form, prefixes);
    return known.map((label) => ({
      label,
      kind: CompletionItemKind.Value,
      ...documented(say, form.description),
    }));
  });
}

/** The prefixes of the workspace where a schema asks for one. */
function prefixesFor(form: Schema, prefixes: readonly string[]): readonly string[] {
  const { pattern } = schema.definitions['prefix'] ?? {};
  return formsOf(schema, form).some((one) => one.pattern !== undefined && one.pattern === pattern)
    ? prefixes
    : [];
}

/** Whether the value of a key usually stands behind it: no list, and no map alone. */
function isShort(values: readonly Schema[]): boolean {
  const [first] = values;
  const type = typeof first?.type === 'string' ? first.type : first?.type?.[0];
  return type !== 'object' && type !== 'array';
}

function documented(say: Say, description: string | undefined): Pick<Offered, 'documentation'> {
  return description === undefined ? {} : { documentation: { kind: 'markdown', value: say(description) } };
}
