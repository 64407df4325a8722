/** The people and teams that the workspace names already: the owner of one runbook often owns the next. */
import type { Runbook } from '../../model/runbook';
import type { CompletionRequest } from './completion-request';
import { houseField } from '../../document/house/house-fields';
import { isOwner } from '../../document/fields/owner-field';
import { firstWords } from '../shared/plain-words';

const contactKeys =
  /^(?:who to contact|contacts?|escalation contacts?|escalates to|release manager|author|approved by|reviewed by|approvals required before deploy)$/;
const contactColumns = /^(?:contact|name|person|owner|who|on-?call)s?$/;
/** Documents that are looked at; their models are at hand in all but huge workspaces. */
const most = 200;

/** The names that a field of this key may take, those used most first; none for fields that name no people. */
export function peopleFor({ context, uri, runbook, offset }: CompletionRequest, key: string): string[] {
  const contacts = contactKeys.test(key);
  if (!isOwner(key) && !contacts) return [];
  const uses = new Map<string, number>();
  const add = (name: string): void => {
    if (/^[\p{L}\p{N}@#]/u.test(name) && !/^(?:tbd|todo|none|n\/a)$/i.test(name))
      uses.set(name, (uses.get(name) ?? 0) + 1);
  };
  let looked = 0;
  for (const { uri: other, kind, quiet } of context.workspace.documents()) {
    if (kind === 'none' || kind === 'skill' || kind === 'run' || quiet || looked++ >= most) continue;
    const document = context.runbook(other);
    if (document === undefined) continue;
    const line = other === uri ? runbook.lines.lineAt(offset) : -1;
    for (const name of namesIn(document, line, contacts)) add(name);
  }
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

/** Owners of a document, and whom it says to contact; the line that is being written left out. */
function* namesIn(runbook: Runbook, line: number, contacts: boolean): Iterable<string> {
  const { labels, tables, lines } = runbook;
  for (const { key, value, nameSpan } of labels) {
    if (value === null || lines.lineAt(nameSpan.start) === line) continue;
    if (isOwner(key) || (contacts && contactKeys.test(key))) yield firstWords(runbook, value.span, 80);
  }
  const own = runbook.kind.house?.fields.find(({ sets }) => sets === 'owner');
  const value = own === undefined ? null : houseField(runbook, own)?.value;
  if (value != null && lines.lineAt(value.start) !== line) yield firstWords(runbook, value, 80);
  if (!contacts) return;
  for (const { columns, rows } of tables) {
    const column = columns.findIndex((name) => contactColumns.test(name));
    for (const { cells, span } of column < 0 ? [] : rows) {
      const cell = cells[column];
      if (cell !== undefined && lines.lineAt(span.start) !== line) yield firstWords(runbook, cell.span, 80);
    }
  }
}
