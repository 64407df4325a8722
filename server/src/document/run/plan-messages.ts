/** What is to be said to others before, during and after: boxes of a communication plan, or the rows of its table. */
import { findSection } from '../sections/section-lookup';
import { cellWords, columnOf, tablesWithin } from '../sections/table-cells';
import { boxesWithWords, type FoundBox } from './plan-boxes';
import type { PlanScope } from './plan-scope';
import { plain } from './plan-words';

/** What is to be said before anything begins. */
export function messagesBefore(scope: PlanScope): FoundBox[] {
  return [
    ...boxesUnder(scope, /^before (?:execution|deployment|the release)$/),
    ...rowsOf(scope, (timing) => isBefore.test(timing)),
  ];
}

/** What is to be said while it is done, and afterwards: nobody can tell when a message is due in between. */
export function messagesAfter(scope: PlanScope): FoundBox[] {
  return [
    ...boxesUnder(scope, /^during (?:execution|deployment|the release)$/),
    ...boxesUnder(scope, /^after (?:execution|deployment|the release)$/),
    ...rowsOf(scope, (timing) => !isBefore.test(timing)),
  ];
}

const isBefore = /^\W*(?:before|prior to|ahead of|in advance)\b/i;

function boxesUnder({ runbook, entry }: PlanScope, name: RegExp): FoundBox[] {
  const section = entry === null ? findSection(runbook, name) : undefined;
  return section === undefined ? [] : boxesWithWords(runbook, section.content);
}

/** The rows of the table of a communication plan that have no boxes of their own; nothing is ticked there. */
function rowsOf({ runbook, entry }: PlanScope, isDue: (timing: string) => boolean): FoundBox[] {
  const section = entry === null ? findSection(runbook, /^communications? plan$/) : undefined;
  const table = section === undefined ? undefined : tablesWithin(runbook, section.content)[0];
  const timing = table === undefined ? -1 : columnOf(table, /^(?:timing|when|time)\b/);
  if (table === undefined || timing < 0) return [];
  return table.rows.flatMap((row, index): FoundBox[] => {
    if (table.boxes.some((box) => box.row === index)) return [];
    const words = row.cells.map((cell) => cellWords(runbook, cell));
    const said = words.filter((word, column) => word !== '' && column !== timing).join(' · ');
    return /[\p{L}\p{N}]/u.test(said) && isDue(words[timing] ?? '')
      ? [{ words: [plain(said)], box: null, span: row.span }]
      : [];
  });
}
