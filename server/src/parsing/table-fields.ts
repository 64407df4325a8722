/** The rows of two-column tables as fields. */
import { identifierSource } from '../model/identifier';
import type { TableCell } from '../model/markdown';
import { plainText } from '../model/plain-text';
import type { DocumentTable, Label } from '../model/runbook';
import { fieldKey, fieldNames } from '../model/vocabulary';
import { firstFrom, type Span } from '../text/span';
import { toValue } from './field-value';
import type { FlowNode } from './flow';

const fieldHeaders: ReadonlySet<string> = new Set([
  'field',
  'property',
  'attribute',
  'key',
  'item',
  'name',
  'metadata',
  '',
]);
const valueHeaders: ReadonlySet<string> = new Set([
  'value',
  'values',
  'detail',
  'details',
  'description',
  '',
]);

/**
 * The rows of a table as fields: of one with the header `| Field | Value |`, and of one with two columns at the head
 * of an entry or document that names known fields, whose header row then is a field as well if it names one.
 */
export function fieldsOfTable(text: string, flow: readonly FlowNode[], table: DocumentTable): Label[] {
  const [first, second, ...rest] = table.columns;
  if (first === undefined || second === undefined) return [];
  if (isRow(table) && isAtHead(text, flow, table.block.span.start)) return fieldsOfRow(text, table);
  if (rest.length > 0 && !(fieldHeaders.has(first) && valueHeaders.has(second))) return [];
  const names = table.rows.map(({ cells: [cell] }) => nameIn(text, cell));
  if (!fieldHeaders.has(first) || !valueHeaders.has(second)) {
    const all = [first, ...names.map(fieldKey)];
    if (all.filter(isFieldName).length < 2 || !isAtHead(text, flow, table.block.span.start)) return [];
  }
  const header = table.block.rows[0];
  const rows = header !== undefined && isFieldName(first) ? [header, ...table.rows] : table.rows;
  const labels: Label[] = [];
  for (const { span, cells } of rows) {
    const [nameCell, valueCell] = cells;
    if (nameCell === undefined || nameCell.span.end === nameCell.span.start) continue;
    labels.push(labelOf(text, nameCell, valueCell, span));
  }
  return labels;
}

/** What is said of an entry as a whole, where `severity` and `threshold` are said of each of its rows. */
export const headNames =
  /^(?:id|category|status|trigger|(?:service |runbook )?owners?|owning (?:team|squad)|team|maintainers?|created|last [a-z]+|version|author|dri)$/;

/** Whether a table has one row, and most of its columns are named like fields: `| Owner | Status |` above their values. */
function isRow({ columns, rows }: DocumentTable): boolean {
  if (rows.length !== 1) return false;
  const known = columns.filter((column) => headNames.test(column)).length;
  return known > 1 && known * 2 > columns.length;
}

function fieldsOfRow(text: string, { block, rows }: DocumentTable): Label[] {
  const [header, values] = [block.rows[0], rows[0]];
  if (header === undefined || values === undefined) return [];
  return header.cells.flatMap((cell, index) => {
    const value = values.cells[index];
    // edits of a field end its own cell, not the row
    return cell.span.end > cell.span.start ? [labelOf(text, cell, value, value?.span ?? cell.span)] : [];
  });
}

function labelOf(text: string, nameCell: TableCell, valueCell: TableCell | undefined, span: Span): Label {
  const name = nameIn(text, nameCell);
  const value =
    valueCell === undefined || valueCell.span.end === valueCell.span.start
      ? null
      : toValue(text, valueCell.span);
  return {
    name,
    key: fieldKey(name),
    carrier: 'table',
    inQuote: false,
    nameSpan: nameCell.span,
    value,
    span,
    item: null,
    role: null,
  };
}

/** What fires a runbook is a part of it where it has a section, and a field in a table. */
function isFieldName(name: string): boolean {
  return fieldNames.has(name) || name === 'trigger';
}

function nameIn(text: string, cell: TableCell | undefined): string {
  return cell === undefined ? '' : plainText(text, cell.span, cell.inlines).replace(/:$/, '');
}

const identifierHeading = new RegExp(`^[^A-Za-z]{0,12}${identifierSource}`);

/** Whether no heading but that of the document or an entry stands between the start of the stretch and an offset. */
function isAtHead(text: string, flow: readonly FlowNode[], offset: number): boolean {
  for (let index = firstFrom(flow, offset, (node) => node.span.start) - 1; index >= 0; index--) {
    const node = flow[index];
    if (node?.type !== 'heading' || node.block.type !== 'heading') continue;
    const { content, depth } = node.block;
    return (
      depth === 1 ||
      identifierHeading.test(text.slice(content.start, Math.min(content.end, content.start + 80)))
    );
  }
  return true;
}
