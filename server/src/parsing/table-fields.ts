/** The rows of two-column tables as fields. */
import { identifierSource } from '../model/identifier';
import type { TableCell } from '../model/markdown';
import { plainText } from '../model/plain-text';
import type { DocumentTable, Label } from '../model/runbook';
import { fieldKey, fieldNames } from '../model/vocabulary';
import { firstFrom } from '../text/span';
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
  if (first === undefined || second === undefined || rest.length > 0) return [];
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
    const name = nameIn(text, nameCell);
    const value =
      valueCell === undefined || valueCell.span.end === valueCell.span.start
        ? null
        : toValue(text, valueCell.span);
    labels.push({
      name,
      key: fieldKey(name),
      carrier: 'table',
      inQuote: false,
      nameSpan: nameCell.span,
      value,
      span,
      item: null,
      role: null,
    });
  }
  return labels;
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
