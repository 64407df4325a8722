/** What confirms a step though no label says so: results, columns, headings and lines of HTML in it. */
import type { DocumentTable, Label } from '../model/runbook';
import { plainText } from '../model/plain-text';
import { roleInStep } from '../model/vocabulary';
import { firstFrom, type Span } from '../text/span';
import { labelsWithin } from './bold-steps';
import type { FlowBlock, FlowNode } from './flow';
import { confirms } from './step-words';

/** What is looked at for it. */
interface ConfirmingSource {
  readonly text: string;
  readonly labels: readonly Label[];
  readonly tables: readonly DocumentTable[];
}

/** Labels such as `Result:` that say something and confirm a step, though elsewhere they are words like others. */
export function confirmingLabels(source: Pick<ConfirmingSource, 'text' | 'labels'>, inside: Span): Span[] {
  return labelsWithin(source.labels, inside)
    .filter(({ role, name, value, nameSpan, span }) => {
      if (role !== null || roleInStep(name) !== 'verification') return false;
      const below = source.text.slice(nameSpan.end, span.end).replace(/\[[ xX]\]/g, '');
      return (value !== null && !emptyBox.test(textOf(source.text, value.span))) || /[^\s:*_>-]/.test(below);
    })
    .map(({ nameSpan }) => nameSpan);
}

const emptyBox = /^(?:[-*+][ \t]+)?\[[ xX]?\]$/;

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The first filled cell of each column of a table in a step that says what to expect. */
export function confirmingCells(
  { text, tables }: Pick<ConfirmingSource, 'text' | 'tables'>,
  { start, end }: Span,
): Span[] {
  const startOf = ({ block }: DocumentTable): number => block.span.start;
  return tables
    .slice(firstFrom(tables, start, startOf), firstFrom(tables, end, startOf))
    .flatMap(({ columns, rows }) =>
      columns.flatMap((column, index) => {
        if (roleInStep(column) !== 'verification') return [];
        const filled = rows.find(({ cells }) => {
          const span = cells[index]?.span;
          return span !== undefined && /[^\s–—-]/.test(text.slice(span.start, span.end));
        });
        return filled?.cells[index]?.span ?? [];
      }),
    );
}

/** Whether a heading in a step is called `Check`, `Result` or the like and something stands below it. */
export function saysBelow(
  text: string,
  { type, block, span }: FlowBlock,
  next: FlowNode | undefined,
): boolean {
  if (type !== 'heading' || block.type !== 'heading' || next === undefined || next.type === 'heading')
    return false;
  const { start, end } = block.content;
  return (
    next.span.start >= span.end &&
    roleInStep(plainText(text, { start, end }, block.inlines)) === 'verification'
  );
}

const anyTag = /<[^<>]{1,200}>/g;

/** Whether a line of HTML says how to confirm a step. */
export function confirmsInTags(text: string, { type, span }: FlowBlock): boolean {
  if (type !== 'html') return false;
  return text
    .slice(span.start, Math.min(span.end, span.start + longestHtml))
    .split('\n')
    .some((line) => confirms(line.replace(anyTag, ' ').trim()));
}

const longestHtml = 4_000;
