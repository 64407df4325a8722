/** Completion of templates: what they say depends on where they are inserted, which static snippets cannot know. */
import { isOurs } from '../../document/scope';
import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { lineEndingOf } from '../../text/edit';
import { fillTemplate, type TemplateName } from '../../templates/expand-template';
import type { Template } from '../../templates/template';
import { TEMPLATES } from '../../templates/templates';
import { toRange } from '../shared/feature-context';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';
import { snippetPlace } from './snippet-place';

/** Templates at the start of a line: whole documents where nothing is written yet, parts in documents of ours. */
export function completeSnippets(request: CompletionRequest): CompletionItem[] {
  const { context, runbook, position, before, after, trigger, options } = request;
  if (options.snippets !== true || (trigger !== undefined && trigger !== '-')) return [];
  const typed = /^\s*([A-Za-z][\w-]*|)$/.exec(before)?.[1];
  if (typed === undefined || after.trim() !== '') return [];
  const blank = runbook.text.trim() === typed;
  if (!blank && !isOurs(runbook)) return [];
  const range = rangeAround(position, typed.length, 0);
  return templates
    .filter(({ template }) => template.document === blank && template.prefix.includes(typed.toLowerCase()))
    .map(({ name, template: { prefix, title, description } }, index) => ({
      label: prefix,
      // in every row, not only in the one that is focused
      labelDetails: { description: context.say(title) },
      detail: context.say(title),
      documentation: context.say(description),
      kind: CompletionItemKind.Snippet,
      insertTextFormat: InsertTextFormat.Snippet,
      // in an empty file there is nothing better to begin with
      sortText: inOrder(index, blank ? 'a' : 'z'),
      filterText: prefix,
      ...textOf(name, request, range),
    }));
}

/** What is inserted, and what changes with it. */
function textOf(
  name: TemplateName,
  request: CompletionRequest,
  range: ReturnType<typeof rangeAround>,
): Pick<CompletionItem, 'textEdit' | 'additionalTextEdits'> {
  const { context, runbook } = request;
  const { values, depth, more = [] } = snippetPlace(name, request);
  const filled = fillTemplate(name, { today: context.today(), ...values });
  const text = values['required'] === '' ? withoutDependencies(filled) : filled;
  const newText = atDepth(text, depth).replace(/\r?\n/g, lineEndingOf(runbook.text));
  const edits = more.map((edit) => ({ range: toRange(runbook, edit.span), newText: edit.newText }));
  return { textEdit: { range, newText }, ...(edits.length === 0 ? {} : { additionalTextEdits: edits }) };
}

/** The first phase has none before it. */
function withoutDependencies(phase: string): string {
  return phase.replace(/^\*\*Dependencies:\*\*\n(?:- .*\n)+\n/m, '');
}

/** A template that begins with a heading of this depth, where it begins with one. */
function atDepth(text: string, depth: number | undefined): string {
  return depth === undefined ? text : text.replace(/^#+(?= )/, '#'.repeat(depth));
}

const templates: readonly { readonly name: TemplateName; readonly template: Template }[] = names().map(
  (name) => ({ name, template: TEMPLATES[name] }),
);

function names(): TemplateName[] {
  return Object.keys(TEMPLATES).filter((name): name is TemplateName => Object.hasOwn(TEMPLATES, name));
}
