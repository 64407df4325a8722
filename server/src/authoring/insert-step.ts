/**
 * Inserts a step into a procedure, in any of the forms that steps have: numbered, written like its neighbours, with what
 * verifies it. Says which steps have to make room, and what words that name them are to say.
 */
import { hasBody } from '../model/entry';
import type { ListItem } from '../model/markdown';
import type { Procedure, Runbook, Step } from '../model/runbook';
import type { Edit } from '../text/edit';
import { encloses, firstFrom } from '../text/span';
import { blankBelow, endOfContent, joinLines, marksAt } from './insertion';
import { numberItems } from './number-items';
import { stepItem, stepLead, stepLines, stepSection } from './step-skeleton';

export interface StepInsertion {
  /** As the others have it: `3`, `1.3`, `C`; of a list item its ordinal or place. */
  readonly number: string;
  /** The step itself, with slots in brackets. */
  readonly block: Edit;
  /** The numbers of the steps behind it. */
  readonly numbers: readonly Edit[];
  /** What "step 3" says where it means a step that has another number now: old → new. */
  readonly shifted: ReadonlyMap<string, string>;
}

/** Why there is no room for a step at a place. */
export type NoStepReason = 'numbers' | 'quote' | 'element';

/**
 * The edits that insert a step as the `wanted`th of a procedure, from 0, or behind what is counted within the step in front of it. A string
 * says why nothing can be inserted: the steps cannot be counted on there, or stand in a `quote` or in an HTML `element`.
 */
export function stepInsertion(
  runbook: Runbook,
  procedure: Procedure,
  wanted: number,
  title = '[What to do]',
): StepInsertion | NoStepReason {
  const { steps, form } = procedure;
  const index = behindSubSteps(steps, wanted);
  const model = steps[wanted - 1] ?? steps[index];
  if (model === undefined) return 'numbers';
  if (procedure.fence === null && marksAt(runbook, model.titleSpan.start) !== '') return 'quote';
  if (isInElement(runbook, model)) return 'element';
  if (form === 'list') return intoList(runbook, procedure, index, title);
  const place = numbersAt(steps, index, wanted);
  if (place === null) return 'numbers';
  const { number, shifted } = place;
  const step = { number, title };
  const at = { runbook, procedure, index };
  const block =
    form === 'table'
      ? tableRow(at, stepCells(runbook, model, step))
      : form === 'fence' || form === 'comment'
        ? inFence(at, stepLines(runbook, procedure, model, step))
        : asSection(at, stepSection(runbook, procedure, model, step));
  if (block === null) return 'numbers';
  const numbers = steps.slice(index).flatMap((one) => {
    const newText = shifted.get(one.number);
    return newText === undefined ? [] : [{ span: one.numberSpan, newText }];
  });
  return { number, block, numbers, shifted };
}

/** Whether a step is named in HTML: `<summary>Step 1: Stop</summary>`; a heading in HTML is a heading. */
function isInElement({ lines, text }: Runbook, { titleSpan, numberSpan }: Step): boolean {
  const { start } = lines.spanOf(lines.lineAt(titleSpan.start));
  return /<(?!h[1-6]\b)[a-z]/i.test(text.slice(start, Math.max(start, numberSpan.start)));
}

/** The index behind what is counted within the step that a new one follows: 1.1 and 1.2 are parts of 1. */
function behindSubSteps(steps: readonly Step[], wanted: number): number {
  const within = `${steps[wanted - 1]?.number ?? ''}.`;
  let index = wanted;
  while (within !== '.' && steps[index]?.number.startsWith(within) === true) index++;
  return index;
}

interface StepPlace {
  readonly runbook: Runbook;
  readonly procedure: Procedure;
  readonly index: number;
}

/** The number of a new step, and those that it takes from the steps behind it; null where nobody can count on. */
function numbersAt(
  steps: readonly Step[],
  index: number,
  wanted: number,
): { readonly number: string; readonly shifted: Map<string, string> } | null {
  const shifted = new Map<string, string>();
  const all = steps.map(({ number }) => number);
  const [first = ''] = all;
  // `1. 1. 1.` is numbered by whoever shows it
  if (steps.length > 1 && all.every((one) => one === first)) return { number: first, shifted };
  if (new Set(all).size < all.length || steps.some(({ alternative }) => alternative !== null)) return null;
  const previous = all[wanted - 1];
  const number = previous === undefined ? first : nextNumber(previous);
  if (number === null || (previous === undefined && nextNumber(first) === null)) return null;
  let taken = number;
  for (const one of all.slice(index)) {
    if (one !== taken) break;
    const next = nextNumber(one);
    // what is counted within a step that moves would have to move, too
    if (next === null || all.some((other) => other.startsWith(`${one}.`))) return null;
    shifted.set(one, next);
    taken = next;
  }
  const isAnother = (one: string): boolean =>
    // of 2a and 2b one is a way to do 2, which another step would be then
    (one === taken && !shifted.has(one)) ||
    (/\d[a-z]$/.test(one) && [number, taken].includes(one.slice(0, -1)));
  return all.some(isAnother) ? null : { number, shifted };
}

/** `3` behind `2`, `1.3` behind `1.2`, `C` behind `B`, `03` behind `02`. */
function nextNumber(number: string): string | null {
  const match = /^((?:\d{1,3}\.)*)(\d{1,3})$/.exec(number);
  if (match !== null) {
    const [, before = '', last = ''] = match;
    const next = String(Number(last) + 1);
    return before + (last.startsWith('0') ? next.padStart(last.length, '0') : next);
  }
  return /^[A-Ya-y]$/.test(number) ? String.fromCharCode(number.charCodeAt(0) + 1) : null;
}

function insertAt(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}

/** Behind the step before, or in front of the first: as a section of its own. */
function asSection({ runbook, procedure: { steps }, index }: StepPlace, written: readonly string[]): Edit {
  const previous = steps[index - 1];
  if (previous !== undefined) {
    const start = previous.titleSpan.end;
    const { end: own } = previous.span;
    // an entry in plain lines ends the steps above it
    const next = runbook.entries.find(
      (entry) => hasBody(entry) && entry.span.start > start && entry.span.start < own,
    );
    const last = endOfContent(runbook, { start, end: next?.span.start ?? own });
    // a line that is underlined further down is part of a heading, which stays whole
    const heading = runbook.headings[firstFrom(runbook.headings, last, ({ span }) => span.start) - 1];
    const end = Math.max(last, heading?.span.end ?? 0);
    return insertAt(end, joinLines(runbook, ['', '', ...written, ...blankBelow(runbook, end)]));
  }
  const { lines } = runbook;
  const start = lines.startOf(lines.lineAt(steps[0]?.titleSpan.start ?? 0));
  return insertAt(start, joinLines(runbook, [...written, '', '']));
}

/** As lines among those of a fence, with a blank line around where the others have one. */
function inFence({ runbook, procedure: { steps }, index }: StepPlace, written: readonly string[]): Edit {
  const { lines, text } = runbook;
  const lineOf = (step: Step): number => lines.lineAt(step.titleSpan.start);
  const lastLine = (at: number): number => {
    const [step, next] = [steps[at], steps[at + 1]];
    const { start, end } = step?.span ?? { start: 0, end: 0 };
    // a comment ends where the words of the next one begin, behind its mark
    const limit = next === undefined ? end : Math.min(end, lines.startOf(lineOf(next)));
    return lines.lineAt(start + text.slice(start, limit).trimEnd().length);
  };
  const [one, two] = steps;
  const gap = two !== undefined && lineOf(two) - lastLine(0) > 1 ? [''] : [];
  if (index > 0)
    return insertAt(lines.spanOf(lastLine(index - 1)).end, joinLines(runbook, ['', ...gap, ...written]));
  const start = lines.startOf(lines.lineAt(one?.titleSpan.start ?? 0));
  return insertAt(start, joinLines(runbook, [...written, ...gap, '']));
}

/** The row of a table like that of `model`, empty except for number and title. */
function stepCells(runbook: Runbook, model: Step, step: { number: string; title: string }): string | null {
  const { tables, text } = runbook;
  const row = tables.flatMap(({ rows }) => rows).find(({ span }) => encloses(span, model.titleSpan));
  if (row === undefined) return null;
  let written = '';
  let at = row.span.start;
  for (const { span } of row.cells) {
    const width = span.end - span.start;
    const words = encloses(span, model.titleSpan)
      ? encloses(span, model.numberSpan) && model.numberSpan.end > model.numberSpan.start
        ? stepLead(runbook, model, step)
            .slice(-step.number.length - step.title.length - 2)
            .trim()
        : step.title
      : encloses(span, model.numberSpan)
        ? step.number
        : '';
    written += text.slice(at, span.start) + words.padEnd(width);
    at = span.end;
  }
  return written + text.slice(at, row.span.end);
}

function tableRow({ runbook, procedure: { steps }, index }: StepPlace, row: string | null): Edit | null {
  const { lines } = runbook;
  if (row === null) return null;
  const previous = steps[index - 1];
  if (previous !== undefined)
    return insertAt(lines.spanOf(lines.lineAt(previous.titleSpan.start)).end, joinLines(runbook, ['', row]));
  const start = lines.startOf(lines.lineAt(steps[0]?.titleSpan.start ?? 0));
  return insertAt(start, joinLines(runbook, [row, '']));
}

/** As an item among the others; of an ordered list the next ones count on. */
function intoList(
  runbook: Runbook,
  { steps }: Procedure,
  index: number,
  title: string,
): StepInsertion | NoStepReason {
  const { lines, text } = runbook;
  const items = steps.flatMap(({ item }) => item ?? []);
  const model = steps[index - 1] ?? steps[index];
  if (items.length !== steps.length || model?.item == null) return 'numbers';
  const previous = items[index - 1];
  const number = ordinalAt(items, index);
  const written = stepItem(runbook, model, model.item, { number, title });
  const gap = isLoose(runbook, items, index) ? [''] : [];
  const behind = countingOn(items, index, number);
  const shifted = new Map(behind.map((item) => [String(item.ordinal), String((item.ordinal ?? 0) + 1)]));
  const numbers = numberItems(runbook, behind, Number(number) + 1);
  if (previous !== undefined) {
    const end = previous.span.start + text.slice(previous.span.start, previous.span.end).trimEnd().length;
    const at = lines.spanOf(lines.lineAt(end)).end;
    return { number, block: insertAt(at, joinLines(runbook, ['', ...gap, ...written])), numbers, shifted };
  }
  const start = lines.startOf(lines.lineAt(model.item.marker.start));
  return { number, block: insertAt(start, joinLines(runbook, [...written, ...gap, ''])), numbers, shifted };
}

/** The number of a new item: that of all others where they are alike, as in `1. 1. 1.`. */
function ordinalAt(items: readonly ListItem[], index: number): string {
  const [first] = items;
  const alike = items.length > 1 && items.every(({ ordinal }) => ordinal === first?.ordinal);
  const previous = items[index - 1]?.ordinal;
  return String(alike || previous == null ? (first?.ordinal ?? index + 1) : previous + 1);
}

/** The items that have to make room: those that count on from the new one. */
function countingOn(items: readonly ListItem[], index: number, number: string): ListItem[] {
  const alike = items.length > 1 && items.every(({ ordinal }) => ordinal === items[0]?.ordinal);
  if (alike) return [];
  const behind: ListItem[] = [];
  for (const item of items.slice(index)) {
    if (item.ordinal !== Number(number) + behind.length) break;
    behind.push(item);
  }
  return behind;
}

/** Whether a blank line parts the items on both sides of a new one; where it has one neighbour, that and the next. */
function isLoose({ lines }: Runbook, items: readonly ListItem[], index: number): boolean {
  const below = items[Math.min(Math.max(index, 1), items.length - 1)];
  return (
    items.length > 1 &&
    below !== undefined &&
    lines.textOf(lines.lineAt(below.marker.start) - 1).trim() === ''
  );
}
