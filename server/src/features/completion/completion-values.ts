/** Completion of the values of fields: enumerations, today's date, and people that the workspace names already. */
import { isOurs } from '../../document/scope';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { normalizeName } from '../../model/vocabulary';
import { pastKeys } from '../../document/fields/date-fields';
import { peopleFor } from './completion-people';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';
import { valuesOfField } from '../shared/field-values';
import { ownFieldNamed, ownValues } from '../shared/own-fields';
import { columnAt } from './table-column';

const labelled =
  /^\s*(?:[-*+>]\s+)*(\*\*|__)?(\p{L}[\p{L}\p{M}\p{N}_ /()'-]{0,40}?)(\*\*|__)?[:：](\*\*|__)?(\s*)([^\s(][^(]*)?$/u;
const tabled = /^\s*\|\s*(?:\*\*)?(\p{L}[^|*]{0,40}?)(?:\*\*)?\s*\|(\s*)((?:[^\s|(][^|(]*)?)$/u;

/** A field whose value the cursor is in. */
interface FieldSite {
  readonly key: string;
  /** What is typed of the value. */
  readonly typed: string;
  /** Whether a blank stands before the value. */
  readonly spaced: boolean;
}

/** The values that the field at the cursor may have. */
export function completeValues(request: CompletionRequest): CompletionItem[] {
  const { context, uri, runbook, position, offset, after } = request;
  if (!isOurs(runbook)) return [];
  const site = columnSite(request) ?? labelSite(request);
  if (site === null) return [];
  const { key, typed, spaced } = site;
  const lead = spaced ? '' : ' ';
  const range = rangeAround(
    position,
    typed.length,
    typed === '' ? 0 : (/^[\w-]*/.exec(after)?.[0].length ?? 0),
  );
  const own = ownFieldNamed(runbook, key);
  const values =
    own?.values != null || own?.sets === 'owner'
      ? [...ownValues(own, context.today()), ...(own.sets === 'owner' ? peopleFor(request, 'owner') : [])]
      : isDateField(key)
        ? [context.today()]
        : [...valuesOfField(context, uri, runbook, key, offset), ...peopleFor(request, key)];
  return values.map((value, index) => ({
    label: value,
    ...(isDateField(key) ? { detail: context.say`Today` } : {}),
    kind: isDateField(key) ? CompletionItemKind.Value : CompletionItemKind.EnumMember,
    sortText: inOrder(index),
    filterText: value,
    textEdit: { range, newText: lead + value },
  }));
}

/** Whether a field of this key (lower case, words divided by blanks) holds a day. */
export function isDateField(key: string): boolean {
  return pastKeys.has(key) || key === 'date' || key === 'target date' || key === 'release date';
}

function labelSite({ before }: CompletionRequest): FieldSite | null {
  const label = labelled.exec(before);
  if (label !== null) {
    const [, open, name = '', inner, outer, blank = '', typed = ''] = label;
    // the bold label is still open: what is written here would belong to its name
    if (open !== undefined && inner === undefined && outer === undefined) return null;
    return { key: normalizeName(name), typed, spaced: blank !== '' };
  }
  const row = tabled.exec(before);
  if (row === null) return null;
  const [, name = '', blank = '', typed = ''] = row;
  return { key: normalizeName(name), typed: typed.trimStart(), spaced: blank !== '' };
}

/** Columns whose cells are fields; the others have words of their own. */
const columns = /^(?:severity|impact|likelihood|probability|owner|contact|date)$/;

/** The cell of a table by the name of its column. */
function columnSite(request: CompletionRequest): FieldSite | null {
  const site = columnAt(request);
  if (site === null || !columns.test(site.name) || site.typed.includes('(')) return null;
  return { key: site.name, typed: site.typed, spaced: site.spaced };
}
