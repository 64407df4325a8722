/** An alert whose runbook section is missing from the document. */
import { nearestWord } from '../../../config/nearest-word';
import type { TableCell } from '../../../model/markdown';
import type { Runbook } from '../../../model/runbook';
import { normalizeName } from '../../../model/vocabulary';
import { firstFrom, type Span } from '../../../text/span';
import { fixHere } from '../../shared/fix-here';
import { isGap } from '../../../document/placeholders/gaps';
import { isTemplateValue } from '../../../document/fields/front-matter-values';
import { counterOf, isCounted, withoutCounter } from '../../../document/sections/counted-name';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { cellSpan, cellWords, columnOf } from '../../../document/sections/table-cells';

interface UnresolvedSection extends Match {
  readonly alert: string;
  readonly section: string;
  /** The wrong number alone, where there is one: Section «6.9». */
  readonly numberSpan: Span | null;
}

const messages = new Messages({
  none: 'Alert "{alert}" has no runbook section, so on-call has to search for the response. Add the section that covers it.',
  missing:
    '"{section}" is not in this runbook, so on-call has to search for the response to this alert. Correct the section.',
});

export const unresolvedRunbookSection = defineRule<UnresolvedSection>({
  meta: {
    name: 'unresolved-runbook-section',
    summary: 'An alert that points to a missing section of the runbook',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
    absentFrom: 'document',
    yieldsTo: ['placeholder'],
  },
  *find(context) {
    const { runbook } = context;
    const numbers = new Set(runbook.headings.flatMap(({ number }) => (number === null ? [] : [number])));
    const names = runbook.headings.flatMap(({ key }) => [key, withoutCounter(key)]);
    for (const table of runbook.tables) {
      const column = columnOf(table, /^(?:runbook section|runbook|section|runbook link|response section)$/);
      if (column < 0 || columnOf(table, /\balert\b/) < 0) continue;
      for (const row of table.rows) {
        const cell = row.cells[column];
        const section = cellWords(runbook, cell);
        const alert = cellWords(runbook, row.cells[Math.max(0, columnOf(table, /\balert\b/))]);
        const span = cellSpan(row, column);
        if (alert === '') continue;
        if (isTemplateValue(section)) {
          if (!isGap(context, span)) continue;
        } else if (cell !== undefined && section !== '' && resolves(runbook, cell, section, numbers, names))
          continue;
        yield {
          span,
          alert,
          section,
          numberSpan: wrongNumber(runbook, cell, numbers),
        };
      }
    }
  },
  message({ alert, section }) {
    if (section === '' || /^[-–—]+$/.test(section)) return messages.of('none', { alert });
    return messages.of('missing', { section });
  },
  fixes({ section, numberSpan }, context) {
    if (numberSpan === null) return [];
    const { headings } = context.runbook;
    const wrong = /\d{1,2}(?:\.\d{1,2})*/.exec(section)?.[0] ?? '';
    const chapter = wrong.split('.')[0];
    const near = headings.flatMap(({ number }) =>
      number !== null && number.split('.')[0] === chapter ? [number] : [],
    );
    const nearest = nearestWord(wrong, near);
    const offered = nearest === null ? near : [nearest, ...near.filter((number) => number !== nearest)];
    return offered
      .slice(0, 5)
      .map((number) =>
        fixHere(
          context,
          context.say`Change section to ${number}`,
          [{ span: numberSpan, newText: number }],
          false,
          'number',
        ),
      );
  },
});

/** By number, by name, or by a link or an id, which other rules check. */
function resolves(
  runbook: Runbook,
  cell: TableCell,
  reference: string,
  numbers: ReadonlySet<string>,
  names: readonly string[],
): boolean {
  if (cell.inlines.some(({ type }) => type === 'link')) return true;
  const { mentions } = runbook;
  const mention = mentions[firstFrom(mentions, cell.span.start, ({ span }) => span.start)];
  if (mention !== undefined && mention.span.start < cell.span.end) return true;
  const given = [...reference.matchAll(/(?<![\w.])\d{1,2}(?:\.\d{1,2})*(?![\w%])/g)].map(
    ([number]) => number,
  );
  const wanted = normalizeName(
    reference
      .replace(/^(?:see\s+)?(?:the\s+)?(?:section\s+)?(?:§\s*)?/i, '')
      .replace(/(?<!\s)\s+section$/i, ''),
  );
  if (names.some((name) => name === wanted || (wanted.length > 3 && name.startsWith(wanted)))) return true;
  return (
    given.length > 0 &&
    given.every((number) => {
      const word = counterOf(reference, number);
      return word === undefined ? numbers.has(number) : isCounted(word, number, names);
    })
  );
}

function wrongNumber(
  { text }: Runbook,
  cell: TableCell | undefined,
  numbers: ReadonlySet<string>,
): Span | null {
  if (cell === undefined) return null;
  for (const match of text
    .slice(cell.span.start, cell.span.end)
    .matchAll(/(?<![\w.])\d{1,2}(?:\.\d{1,2})*(?![\w%])/g)) {
    const start = cell.span.start + match.index;
    if (!numbers.has(match[0])) return { start, end: start + match[0].length };
  }
  return null;
}
