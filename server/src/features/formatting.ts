/** Formatting on request: navigation lists, tables and the numbers of steps in the touched part, and nothing else. */
import { isOurs } from '../document/scope';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { ListItem } from '../model/markdown';
import type { Runbook } from '../model/runbook';
import { readNavigation } from '../document/links/navigation';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { toRange, type FeatureContext } from './shared/feature-context';
import { alignTable } from './shared/format-table';
import { numberItems } from '../authoring/number-items';
import { sortBullets } from './shared/sorted-navigation';

/** The edits for the lines of a range, or of the whole document; none in documents that are not ours. */
export function formatting(context: FeatureContext, uri: string, range?: Range): TextEdit[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined || !isOurs(runbook)) return [];
  const { lines, text } = runbook;
  const within =
    range === undefined
      ? { start: 0, end: text.length }
      : { start: lines.startOf(range.start.line), end: lines.spanOf(range.end.line).end };
  const navigation = readNavigation(runbook);
  const edits = [
    ...(navigation === null ? [] : sortBullets(runbook, navigation, within)),
    ...runbook.tables
      .filter(({ block }) => meets(block.span, within))
      .flatMap((table) => alignTable(runbook, table)),
    ...stepNumbers(runbook, within),
  ];
  return edits.map((edit) => ({ range: toRange(runbook, edit.span), newText: edit.newText }));
}

/** Lists of steps count on from their first number; `1. 1. 1.` counts by itself and stays. */
function stepNumbers(runbook: Runbook, within: Span): Edit[] {
  const edits: Edit[] = [];
  for (const { form, steps, span } of runbook.procedures) {
    if (form !== 'list' || !meets(span, within)) continue;
    const items = steps.flatMap(({ item }): ListItem[] => (item === null ? [] : [item]));
    const numbers = items.map(({ ordinal }) => ordinal);
    if (numbers.includes(null) || (new Set(numbers).size === 1 && numbers.length > 1)) continue;
    edits.push(...numberItems(runbook, items, numbers[0] ?? 1));
  }
  return edits;
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
