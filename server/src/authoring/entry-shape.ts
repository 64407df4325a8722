/**
 * A new entry in the shape of one that is there: its heading, its fields and its sub-headings, with slots to fill in.
 * Entries within it are none of them, nor are its phases and steps, whose headings say what to do.
 */
import type { Entry, Label, Runbook } from '../model/runbook';
import { keyOf } from '../model/identifier';
import { innerEntries } from '../model/nested-entries';
import { encloses, firstFrom, type Span } from '../text/span';
import { entryBlocks } from '../document/entries/entry-block';
import { escapeSnippet } from '../templates/expand-template';

/** What is known of the new entry: `id`, `today`, and `title` and `category` where they are known. */
type Values = Readonly<Record<string, string>>;

/** Gives the slots of one entry their tab stops. */
type Slots = (name: string) => string;

function slots(): Slots {
  let count = 0;
  return (name) => `\${${String(++count)}:${escapeSnippet(`{${name}}`)}}`;
}

/** Longer entries are no model. */
const mostLines = 300;
const dates = /^(?:created|created on|date|added|last updated|updated)$/;

/** The lines of an entry like `model` as a snippet, without line endings; `{Title}` stands for a title that is not known. */
export function entryLike(runbook: Runbook, model: Entry, values: Values): string[] {
  const { lines, labels, headings } = runbook;
  const slot = slots();
  const block = entryBlocks(runbook).find(({ entry }) => entry === model);
  const first = lines.lineAt(model.headingSpan.start);
  const last = Math.min(
    lines.lineAt(Math.min(block?.span.end ?? model.span.end, model.span.end)),
    first + mostLines,
  );
  const written = [headingLike(runbook, model, values, slot), ...underlineOf(runbook, model)];
  /** Whether words stand below the last heading. */
  let filled = true;
  let open = '';
  const close = (): void => {
    if (!filled) written.push('', slot(open));
  };
  const inner = innerEntries(runbook.entries)(model);
  const doing = new Set(
    [
      ...runbook.phases.flatMap(({ heading }) => heading?.span ?? []),
      ...runbook.procedures.flatMap(({ steps }) => steps.map(({ titleSpan }) => titleSpan)),
    ].map(({ start }) => lines.lineAt(start)),
  );
  /** How deep the heading of the phase or step is that the lines stand below; else 7. */
  let deepest = 7;
  for (let line = lines.lineAt(model.headingSpan.end) + 1; line <= last; line++) {
    const span = lines.spanOf(line);
    if (inner.encloses({ start: span.start, end: span.start })) continue;
    const heading = headings[firstFrom(headings, span.start, (one) => one.span.start)];
    const isHeading = heading !== undefined && heading.span.start <= span.end;
    if (isHeading && heading.depth <= deepest) deepest = doing.has(line) ? heading.depth : 7;
    if (deepest < 7) continue;
    if (isHeading) {
      close();
      written.push('', escapeSnippet(lines.textOf(line).trimEnd()));
      [filled, open] = [false, heading.title];
    } else if (lines.textOf(line).trim() === '') {
      if (written.at(-1) !== '') written.push('');
    } else {
      const from = firstFrom(labels, span.start, (one) => one.nameSpan.start);
      const own = labels.slice(
        from,
        firstFrom(labels, span.end, (one) => one.nameSpan.start),
      );
      const words =
        own.length > 0 ? fieldsLike(runbook, model, own, span, values, slot) : tableHead(runbook, span);
      if (words === null) continue;
      written.push(words);
      filled = true;
    }
  }
  close();
  return tidy(written);
}

/** Without doubled blank lines, and none at the end. */
function tidy(lines: readonly string[]): string[] {
  const kept = lines.filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '');
  while (kept.at(-1) === '') kept.pop();
  return kept;
}

/** `## BR-005: {Title}` as `## BR-004: Orders are charged once {#charged-once}` is written. */
function headingLike(
  { text, lines }: Runbook,
  { idSpan, title, titleSpan }: Entry,
  values: Values,
  slot: Slots,
): string {
  const before = text.slice(lines.startOf(lines.lineAt(idSpan.start)), idSpan.start) + (values['id'] ?? '');
  if (title === '')
    return escapeSnippet(values['title'] === undefined ? before : `${before}: ${values['title']}`);
  const lead = escapeSnippet(before + text.slice(idSpan.end, titleSpan.start));
  return lead + (values['title'] === undefined ? slot('Title') : escapeSnippet(values['title']));
}

/** The line of dashes that makes a heading of the line above it; none of a heading with hashes. */
function underlineOf({ lines }: Runbook, { idSpan, headingSpan }: Entry): string[] {
  const last = lines.lineAt(headingSpan.end);
  return last === lines.lineAt(idSpan.start) ? [] : [lines.textOf(last).trimEnd()];
}

/** The line of some fields with other values. */
function fieldsLike(
  runbook: Runbook,
  model: Entry,
  fields: readonly Label[],
  line: Span,
  values: Values,
  slot: Slots,
): string {
  const { text } = runbook;
  let words = '';
  let at = line.start;
  for (const { name, key, nameSpan, value } of fields) {
    const span = value?.span ?? null;
    if (span === null || !encloses(line, span)) continue;
    const names = runbook.mentions.some(
      ({ id, span: own }) => id !== null && encloses(span, own) && keyOf(id) === keyOf(model.id),
    );
    const known =
      key === 'id' && names
        ? values['id']
        : dates.test(key)
          ? values['today']
          : key === 'category'
            ? values['category']
            : undefined;
    words += escapeSnippet(text.slice(at, Math.max(at, span.start)));
    words += known === undefined ? slot(name) : escapeSnippet(known);
    at = Math.max(span.end, nameSpan.end);
  }
  return (words + escapeSnippet(text.slice(at, line.end))).trimEnd();
}

/** The header and the delimiter row of a table of fields; null for all other lines. */
function tableHead({ tables, labels, lines, text }: Runbook, line: Span): string | null {
  const table = tables.find(({ block }) => encloses(block.span, line));
  const fields =
    table !== undefined &&
    labels.some(({ carrier, span }) => carrier === 'table' && encloses(table.block.span, span));
  const isHead = table !== undefined && lines.lineAt(line.start) - lines.lineAt(table.block.span.start) < 2;
  return fields && isHead ? escapeSnippet(text.slice(line.start, line.end).trimEnd()) : null;
}
