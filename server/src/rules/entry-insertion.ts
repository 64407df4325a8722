/** Writes a new entry into a document: from its prefix's template, in order of numbers, in the form of its neighbours. */
import type { Entry, Runbook } from '../model/runbook';
import { fillTemplate, type TemplateName } from '../templates/expand-template';
import { lineEndingOf, type Edit } from '../text/edit';

const headingTemplates: Readonly<Partial<Record<string, TemplateName>>> = {
  DEP: 'dep-entry',
  GTM: 'gtm-entry',
  RUN: 'run-entry-section',
  MON: 'mon-entry',
};

/** Whether entries of a prefix have a template of their own; others are written like RUN entries. */
export function hasEntryTemplate(prefix: string): boolean {
  return headingTemplates[prefix] !== undefined;
}

export interface EntryToWrite {
  readonly prefix: string;
  readonly number: number;
  /** What is filled into the template: `id`, `today`, and `title` and `category` where they are known. */
  readonly values: Readonly<Record<string, string>>;
}

/** The edit that inserts an entry; its text is a snippet, with the document's line ends. */
export function entryInsertion(runbook: Runbook, { prefix, number, values }: EntryToWrite): Edit {
  const siblings = runbook.entries.filter((entry) => entry.id.prefix === prefix && hasBody(entry));
  const site = placeFor(runbook, siblings, number);
  const newText = surround(runbook, site, entryText(runbook, prefix, siblings, values));
  return {
    span: { start: site.offset, end: site.offset },
    newText: newText.replace(/\r?\n/g, lineEndingOf(runbook.text)),
  };
}

function hasBody({ form }: Entry): boolean {
  return form === 'heading' || form === 'plain';
}

function entryText(
  runbook: Runbook,
  prefix: string,
  siblings: readonly Entry[],
  values: Readonly<Record<string, string>>,
): string {
  const plain = siblings.length > 0 && siblings.every(({ form }) => form === 'plain') && prefix === 'RUN';
  const template = plain ? 'run-entry' : (headingTemplates[prefix] ?? 'run-entry-section');
  const snippet = fillTemplate(template, values);
  const depth =
    siblings.find(({ form }) => form === 'heading')?.section?.heading?.depth ??
    runbook.entries.find(({ form }) => form === 'heading')?.section?.heading?.depth ??
    2;
  if (plain || depth === 2) return snippet.trimEnd();
  return snippet
    .trimEnd()
    .replace(/^#+(?= )/gm, (marks) => '#'.repeat(Math.min(6, Math.max(1, marks.length - 2 + depth))));
}

interface Site {
  readonly offset: number;
  /** Whether entries of this document are divided by `---`. */
  readonly divided: boolean;
  readonly before: 'entry' | 'text' | 'nothing';
  readonly after: 'entry' | 'text' | 'nothing';
}

/** Behind the sibling with the next lower number, else before the first, else behind the last entry, else at the end. */
function placeFor(runbook: Runbook, siblings: readonly Entry[], number: number): Site {
  const { text } = runbook;
  const bodied = runbook.entries.filter(hasBody);
  const divided =
    bodied.length === 0
      ? /^---$/m.test(text)
      : bodied.some(({ span }) => /\n---\s*$/.test(text.slice(span.start, span.end)));
  const lower = siblings.filter(({ id }) => id.number < number).sort((a, b) => b.id.number - a.id.number)[0];
  const behind = lower ?? (siblings.length === 0 ? bodied.at(-1) : undefined);
  if (behind !== undefined)
    return {
      offset: behind.span.end,
      divided,
      before: 'entry',
      after: behind.span.end < text.length ? 'entry' : 'nothing',
    };
  const first = siblings[0];
  if (first !== undefined) return { offset: first.span.start, divided, before: 'text', after: 'entry' };
  const log = runbook.parts.find(({ role, from }) => role === 'change-log' && from === 'heading');
  if (log !== undefined) return { offset: log.span.start, divided, before: 'text', after: 'entry' };
  return { offset: text.length, divided, before: text.trim() === '' ? 'nothing' : 'text', after: 'nothing' };
}

/** The entry with the blank lines and dividers that its neighbours have. */
function surround({ text }: Runbook, { offset, divided, before, after }: Site, body: string): string {
  const behind = text.slice(0, offset);
  const rule = divided ? '---\n\n' : '';
  let lead = '';
  if (before !== 'nothing') {
    if (!/[\r\n]$/.test(behind)) lead = '\n\n';
    else if (!/(?:\r?\n){2}$/.test(behind)) lead = '\n';
    if (before === 'entry' && divided && !/(?:^|\n)---\s*$/.test(behind)) lead += rule;
  }
  if (after === 'nothing') return `${lead}${body}\n`;
  return `${lead}${body}\n\n${rule}`;
}
