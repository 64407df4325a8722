/** Completion of field names: those that the entry around the cursor lacks, in the order of its template. */
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import type { Entry, Runbook } from '../../model/runbook';
import { lastTestedKeys } from '../../document/fields/date-fields';
import { isPlainRunbook, templateFields } from '../../lint/shared/entry-template';
import { headingsIn } from '../../document/entries/entry-text';
import { labelStyle } from '../../authoring/insertion';
import { headOwnerKeys } from '../../document/entries/owner-keys';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';
import { purposeOf } from '../shared/field-purposes';
import { entryAround } from '../shared/field-values';

interface EntryFieldName {
  readonly name: string;
  /** Names in lower case that do as well. */
  readonly keys: readonly string[];
}

const category = { name: 'Category', keys: ['category', 'categories', 'type'] };
const trigger = { name: 'Trigger', keys: ['trigger', 'triggers', 'when to use', 'symptoms'] };
const owner = { name: 'Owner', keys: headOwnerKeys };
const lastTested = { name: 'Last Tested', keys: lastTestedKeys };

/** The fields of a runbook entry in the form of a file of its own. */
const plainRunbook: readonly EntryFieldName[] = [category, trigger, owner, lastTested];

/** Names of missing fields at the start of a line in the head of an entry, in the style of the others. */
export function completeFieldNames(request: CompletionRequest): CompletionItem[] {
  const { runbook, position, offset, before, after, trigger: typedLast } = request;
  const { say } = request.context;
  if (typedLast !== undefined && typedLast !== '*') return [];
  const lead = /^(\s*(?:[-+]\s+)?)(\*{0,2}[A-Za-z][A-Za-z ]*|\*{0,2})$/.exec(before);
  const entry = entryAround(runbook, offset);
  if (lead === null || entry === undefined || !isInHead(runbook, entry, offset)) return [];
  const typed = lead[2] ?? '';
  const words = typed.replace(/^\*+/, '').toLowerCase();
  const range = rangeAround(position, typed.length, /^\*{0,2}(?=\s*$)/.exec(after)?.[0].length ?? 0);
  const style = labelStyle(runbook, entry.span);
  const there = new Set(
    entry.fields
      .filter(({ nameSpan }) => nameSpan.end < offset - before.length || nameSpan.start > offset)
      .map(({ key }) => key),
  );
  return fieldsOf(entry)
    .filter(({ name, keys }) => name.toLowerCase().startsWith(words) && !keys.some((key) => there.has(key)))
    .map(({ name }, index) => {
      const newText = `${style(name)} ${name === 'ID' ? entry.id.text : ''}`;
      return {
        label: name,
        detail: say`Field of ${entry.id.text}`,
        documentation: purposeOf(say, name.toLowerCase(), null),
        kind: CompletionItemKind.Field,
        // ahead of ids, which may stand at the start of a line too
        sortText: inOrder(index, '!'),
        filterText: typed.startsWith('*') ? newText : name,
        textEdit: { range, newText },
      };
    });
}

function fieldsOf(entry: Entry): readonly EntryFieldName[] {
  const own: readonly EntryFieldName[] = templateFields.get(entry.id.prefix) ?? [];
  if (entry.id.prefix !== 'RUN') return own;
  if (isPlainRunbook(entry)) return plainRunbook;
  const [id, ...rest] = own;
  const ordered = [...(id === undefined ? [] : [id]), category, ...rest, lastTested];
  return ordered.flatMap((field) => (field.name === 'Status' ? [field, owner] : [field]));
}

/** Between the definition and the first heading below it. */
function isInHead(runbook: Runbook, entry: Entry, offset: number): boolean {
  const [first] = headingsIn(runbook, entry);
  return offset > entry.headingSpan.end && (first === undefined || offset <= first.span.start);
}
