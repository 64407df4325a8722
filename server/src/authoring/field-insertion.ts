/** Inserts a field into the head of an entry, written like the fields that are there. */
import type { Entry, Label, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { rememberOf } from '../text/remember';
import { firstFrom } from '../text/span';
import type { FieldPlace } from '../document/fields/entry-field';
import { wordsAt } from '../document/fields/fields';
import { blankBelow, joinLines, labelStyle } from './insertion';
import { yamlValue } from './yaml-value';

/** The order of the fields in the templates. */
const order: readonly string[] = [
  'id',
  'category',
  'trigger',
  'status',
  'owner',
  'created',
  'last updated',
  'target date',
  'last tested',
];

/** Adds the field `name` with `value`, or writes the value behind an empty field that is already there. */
export function putField(
  runbook: Runbook,
  entry: Entry,
  name: string,
  value: string,
  present: FieldPlace | undefined,
): Edit {
  if (present !== undefined) return fillField(runbook, present, value);
  const head = headFields(runbook, entry);
  const rank = order.indexOf(name.toLowerCase());
  const before = head.findLast(
    (field) => order.includes(field.key) && order.indexOf(field.key) < rank && !isOpen(runbook, field),
  );
  const first = head[0];
  if (before !== undefined) {
    const line = lastLineOf(runbook, before);
    const { end } = runbook.lines.spanOf(line);
    return at(end, joinLines(runbook, ['', likeField(runbook, before, name, value)]));
  }
  if (first?.carrier === 'table' && isTableHeader(runbook, runbook.lines.lineAt(first.nameSpan.start))) {
    const { end } = runbook.lines.spanOf(lastLineOf(runbook, first));
    return at(end, joinLines(runbook, ['', likeField(runbook, first, name, value)]));
  }
  if (first !== undefined) {
    const start = runbook.lines.startOf(runbook.lines.lineAt(first.nameSpan.start));
    return at(start, joinLines(runbook, [likeField(runbook, first, name, value), '']));
  }
  const { end } = runbook.lines.spanOf(runbook.lines.lineAt(entry.headingSpan.end));
  const line = `${labelStyle(runbook)(name)} ${value}`;
  return at(
    end,
    joinLines(runbook, entry.form === 'plain' ? ['', line] : ['', '', line, ...blankBelow(runbook, end)]),
  );
}

function at(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}

/**
 * Writes a value behind the name of a field that says nothing; what stood there instead of one (`-`, `n/a`) goes, its
 * comments and tags stay.
 */
export function fillField(runbook: Runbook, { nameSpan, value }: FieldPlace, words: string): Edit {
  if (value !== null) {
    const marks = /<.*/s.exec(wordsAt(runbook, value.span))?.[0];
    return { span: value.span, newText: marks === undefined ? words : `${words} ${marks}` };
  }
  const { end } = runbook.lines.spanOf(runbook.lines.lineAt(nameSpan.end));
  const rest = runbook.text.slice(nameSpan.end, end);
  const heading = /^[ \t]*#/.test(runbook.lines.textOf(runbook.lines.lineAt(nameSpan.start)));
  if (heading) return at(end, joinLines(runbook, ['', '', words]));
  const cell = /^[^|]*\|[ \t]*/.exec(rest);
  if (cell !== null)
    return {
      span: { start: nameSpan.end, end: nameSpan.end + cell[0].length },
      newText: `${rest.slice(0, rest.indexOf('|'))}| ${words} `,
    };
  const marks = closingMarks.exec(rest)?.[0] ?? '';
  const start = nameSpan.end + marks.length;
  const blank = /^[ \t]/.exec(runbook.text.slice(start, end))?.[0].length ?? 0;
  return { span: { start, end: start + blank }, newText: `${colonFor(marks)} ${words}` };
}

/** Whether nothing but markup stands behind the name of a label: its value is what follows, a list behind a blank line, too. */
function isOpen({ lines, text }: Runbook, { carrier, nameSpan }: Label): boolean {
  if (carrier === 'table') return false;
  const behind = text.slice(nameSpan.end, lines.spanOf(lines.lineAt(nameSpan.end)).end);
  const words = behind.slice(closingMarks.exec(behind)?.[0].length ?? 0);
  return words.replace(/<[^<>]{1,80}>/g, '').trim() === '';
}

/** What stands between the name of a label and its value: marks, the end of an element, a colon. */
const closingMarks = /^(?:\*{1,3}|_{1,3}|<\/[a-z]{1,6}>)?[ \t]*[:：]?(?:\*{1,3}|_{1,3}|<\/[a-z]{1,6}>)?/i;

/** The fields between the definition and the first heading below it. */
function headFields(runbook: Runbook, entry: Entry): readonly Label[] {
  const { headings } = runbook;
  const next = headings[firstFrom(headings, entry.headingSpan.end, ({ span }) => span.start)];
  const below = next?.span.start ?? entry.span.end;
  return entry.fields.filter(
    (field) =>
      field.span.start < below &&
      (order.includes(field.key) || /^last |updated|tested/.test(field.key)) &&
      mayHaveNeighbour(runbook, field),
  );
}

/** Whether a line like that of a field may be written beside it: not in HTML, nor in a table of more columns than two. */
function mayHaveNeighbour({ lines }: Runbook, { carrier, nameSpan }: Label): boolean {
  if (carrier !== 'table') return true;
  const row = lines.textOf(lines.lineAt(nameSpan.start)).replace(/\\./g, '').trim();
  return (
    row
      .replace(/^[> ]*\|/, '')
      .replace(/\|$/, '')
      .split('|').length === 2
  );
}

/** The last line of a field's value: lines below it, lists among them, up to a blank line, a label, heading, fence or comment. */
export function lastLineOf(runbook: Runbook, field: Label): number {
  const { lines } = runbook;
  let line = lines.lineAt(field.nameSpan.start);
  if (field.carrier === 'table') return isTableHeader(runbook, line) ? line + 1 : line;
  const limit = lines.lineAt(field.span.end);
  const starts = labelLines(runbook);
  while (
    line < limit &&
    lines.textOf(line + 1).trim() !== '' &&
    !starts.has(line + 1) &&
    !/^\s{0,3}(?:#|`{3}|~{3}|<!--)/.test(lines.textOf(line + 1))
  )
    line++;
  return line;
}

/** The lines (from 0) in which a label starts. */
const labelLines = rememberOf(
  ({ labels, lines }: Runbook): ReadonlySet<number> =>
    new Set(labels.map(({ span }) => lines.lineAt(span.start))),
);

/** Whether the line below one is the delimiter row of a table: a field in the header row has its neighbours below that. */
function isTableHeader({ lines }: Runbook, line: number): boolean {
  return (
    line + 1 < lines.count &&
    /^[ \t>]*(?:\|[ \t]*)?:?-{1,200}:?[ \t]*\|[-:| \t]*$/.test(lines.textOf(line + 1))
  );
}

/** A line for the field `name` that is written like `model`: bullet, quote mark, bold or plain, hard break. */
export function likeField(runbook: Runbook, model: Label, name: string, value: string): string {
  if (model.carrier === 'table') return `| ${name} | ${value} |`;
  if (model.carrier === 'yaml') return `${yamlKey(name, model.name)}: ${yamlValue(value)}`;
  const { lines, text } = runbook;
  const line = lines.spanOf(lines.lineAt(model.nameSpan.start));
  const lead = leadOf(runbook, model, text.slice(line.start, model.nameSpan.start));
  const behind = text.slice(model.nameSpan.end, line.end);
  const marks = closingMarks.exec(behind)?.[0] ?? ':';
  // all of `**Owner: Data Team**` is bold
  const open = /(?:\*\*|__)$/.exec(lead)?.[0];
  if (open !== undefined && !marks.includes(open)) return `${lead.slice(0, -2)}${name}: ${value}`;
  if (!isPair(lead, marks)) return `${lead.replace(/[*_]{1,3}$/, '')}${labelStyle(runbook)(name)} ${value}`;
  const hardBreak = /(?<! ) {2,}$|\\$|<br[ \t]?\/?>$/i.exec(behind)?.[0] ?? '';
  return `${lead}${name}${marks}${colonFor(marks)} ${value}${hardBreak}`;
}

/** Whether the stars that follow a name end those in front of it, and no others: not `**Owner*:**`. */
function isPair(lead: string, marks: string): boolean {
  const open = /[*_]{0,3}$/.exec(lead)?.[0] ?? '';
  return marks.replace(/[^*_]/g, '') === open.split('').reverse().join('');
}

/** The name of a field as a key, written like another one: `last_tested`, `lastTested`, `Last Tested`. */
function yamlKey(name: string, like: string): string {
  const words = name.toLowerCase().split(/[ /-]+/);
  if (/^[A-Z]/.test(like)) return name;
  if (/[a-z][A-Z]/.test(like))
    return words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return words.join(like.includes('-') ? '-' : like.includes(' ') ? ' ' : '_');
}

/** What stands in front of a field; in a line of several, what stands in front of the first, and the marks of its own. */
function leadOf({ labels, lines }: Runbook, { nameSpan }: Label, before: string): string {
  const line = lines.lineAt(nameSpan.start);
  const first = labels[firstFrom(labels, lines.startOf(line), (label) => label.nameSpan.start)];
  if (first === undefined || first.nameSpan.start >= nameSpan.start) return before;
  const outer = /^[\s>]*(?:[-*+][ \t]{1,9}(?:\[[ xX]\][ \t]{1,9})?)?/.exec(before)?.[0] ?? '';
  return outer + (/[*_]{0,3}$|<[a-z]{1,6}>$/i.exec(before)?.[0] ?? '');
}

/** A name alone in bold needs no colon to be one, a name in front of a value does. */
function colonFor(marks: string): string {
  return /[:：]/.test(marks) ? '' : ':';
}
