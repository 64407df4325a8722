/** Completion of the fields that the document's own kind has: their names in its head. */
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { labelStyle } from '../../authoring/insertion';
import { houseField } from '../../document/house/house-fields';
import { titleHeading } from '../../document/house/house-sections';
import type { Runbook } from '../../model/runbook';
import { aboutOwnField } from '../shared/own-fields';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';

/** Names of missing fields at the start of a line between the title and the first section, in the style of the others. */
export function completeOwnFields(request: CompletionRequest): CompletionItem[] {
  const { runbook, position, offset, before, after, trigger } = request;
  const { say } = request.context;
  const { house } = runbook.kind;
  if (house === null || (trigger !== undefined && trigger !== '*') || !isInHead(runbook, offset)) return [];
  const lead = /^[ \t>]{0,8}(?:[-+][ \t]+)?(\*{0,2}[\p{L}\p{N}][^*:：|`<>#]{0,58}|\*{0,2})$/u.exec(before);
  if (lead === null) return [];
  const typed = lead[1] ?? '';
  const words = typed.replace(/^\*+/, '').toLowerCase();
  const range = rangeAround(position, typed.length, /^\*{0,2}(?=\s*$)/.exec(after)?.[0].length ?? 0);
  const style = labelStyle(runbook);
  const line = runbook.lines.lineAt(offset);
  return house.fields
    .filter((field) => {
      const found = houseField(runbook, field);
      const isThere = found !== undefined && runbook.lines.lineAt(found.nameSpan.start) !== line;
      return !isThere && field.name.toLowerCase().startsWith(words);
    })
    .map((field, index) => {
      const newText = `${style(field.name)} `;
      return {
        label: field.name,
        detail: say`Field of the kind "${house.name}"`,
        documentation: aboutOwnField(say, field),
        kind: CompletionItemKind.Field,
        sortText: inOrder(index, '!'),
        filterText: typed.startsWith('*') ? newText : field.name,
        textEdit: { range, newText },
      };
    });
}

/** Before the first section: behind the title where there is one. */
function isInHead(runbook: Runbook, offset: number): boolean {
  const title = titleHeading(runbook);
  if (title !== null && offset <= title.span.end) return false;
  const first = runbook.headings.find((heading) => heading !== title);
  return first === undefined || offset < first.span.start;
}
