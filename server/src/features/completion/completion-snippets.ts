/** Completion of templates, for editors that read snippet syntax and get no snippets from an extension. */
import { isOurs } from '../../document/scope';
import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { lineEndingOf } from '../../text/edit';
import { fillTemplate, type TemplateName } from '../../templates/expand-template';
import type { Template } from '../../templates/template';
import { TEMPLATES } from '../../templates/templates';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';

/** Prefix of the entry that a template defines, which gets the next free id. */
const entries: Readonly<Partial<Record<TemplateName, string>>> = {
  'dep-entry': 'DEP',
  'gtm-entry': 'GTM',
  'run-entry-section': 'RUN',
  'mon-entry': 'MON',
};

/** Templates at the start of a line: whole documents where nothing is written yet, parts in documents of ours. */
export function completeSnippets(request: CompletionRequest): CompletionItem[] {
  const { context, uri, runbook, position, before, after, trigger, options } = request;
  if (options.snippets !== true || (trigger !== undefined && trigger !== '-')) return [];
  const typed = /^\s*([A-Za-z][\w-]*|)$/.exec(before)?.[1];
  if (typed === undefined || after.trim() !== '') return [];
  const blank = runbook.text.trim() === typed;
  if (!blank && !isOurs(runbook)) return [];
  const eol = lineEndingOf(runbook.text);
  const range = rangeAround(position, typed.length, 0);
  return templates
    .filter(({ template }) => template.document === blank && template.prefix.includes(typed.toLowerCase()))
    .map(({ name, template: { prefix, title, description } }, index) => {
      const entry = entries[name];
      const values = {
        today: context.today(),
        ...(entry === undefined ? {} : { id: context.workspace.nextId(entry, uri) }),
      };
      return {
        label: prefix,
        detail: title,
        documentation: description,
        kind: CompletionItemKind.Snippet,
        insertTextFormat: InsertTextFormat.Snippet,
        sortText: inOrder(index, 'z'),
        filterText: prefix,
        textEdit: { range, newText: fillTemplate(name, values).replace(/\r?\n/g, eol) },
      };
    });
}

const templates: readonly { readonly name: TemplateName; readonly template: Template }[] = names().map(
  (name) => ({ name, template: TEMPLATES[name] }),
);

function names(): TemplateName[] {
  return Object.keys(TEMPLATES).filter((name): name is TemplateName => Object.hasOwn(TEMPLATES, name));
}
