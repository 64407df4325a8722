/** Writes a new entry into a document: from its prefix's template or like its neighbours, in order of numbers. */
import { hasBody } from '../model/entry';
import type { Entry, Runbook } from '../model/runbook';
import { escapeSnippet, fillTemplate, type TemplateName } from '../templates/expand-template';
import { lineEndingOf, type Edit } from '../text/edit';
import { groupBy } from '../text/group-by';
import { rememberOf } from '../text/remember';
import { levelOfEntry, placeOfEntry } from './entry-place';
import { entryLike } from './entry-shape';
import { bulletOf } from './insertion';
import { wordsFor, type NamedEntry } from './name-entry';

const headingTemplates: Readonly<Partial<Record<string, TemplateName>>> = {
  DEP: 'dep-entry',
  GTM: 'gtm-entry',
  RUN: 'run-entry-section',
  MON: 'mon-entry',
};

/** Whether entries of a prefix have a template of their own; others are written like their neighbours. */
export function hasEntryTemplate(prefix: string): boolean {
  return headingTemplates[prefix] !== undefined;
}

export interface EntryToWrite {
  readonly prefix: string;
  readonly number: number;
  /** What is filled into the template: `id`, `today`, and `title` and `category` where they are known. */
  readonly values: Readonly<Record<string, string>>;
  /** The entry that it answers: named at its end. */
  readonly related?: NamedEntry;
}

/** The edit that inserts an entry; its text is a snippet, with the document's line ends. */
export function entryInsertion(runbook: Runbook, { prefix, number, values, related }: EntryToWrite): Edit {
  const siblings = entriesByPrefix(runbook).get(prefix) ?? [];
  const model = hasEntryTemplate(prefix) ? undefined : modelOf(siblings, values);
  const form = model?.form ?? (isWrittenPlain(runbook, prefix) ? 'plain' : 'heading');
  const { offset, before, after } = placeOfEntry(runbook, { prefix, number, form });
  const entry =
    model === undefined
      ? entryText(runbook, { prefix, number, values })
      : entryLike(runbook, model, values).join('\n');
  const newText =
    before + (related === undefined ? entry : entry + relatedTo(runbook, entry, related)) + after;
  return {
    span: { start: offset, end: offset },
    newText: newText.replace(/\r?\n/g, lineEndingOf(runbook.text)),
  };
}

/** Whether a new entry has no heading, as all others of its prefix, so that no link leads to it. */
export function isWrittenPlain(runbook: Runbook, prefix: string): boolean {
  const siblings = entriesByPrefix(runbook).get(prefix) ?? [];
  return prefix === 'RUN' && siblings.length > 0 && siblings.every(({ form }) => form === 'plain');
}

/** The section that names another entry at the end of an entry; a line where the entry has no sections. */
function relatedTo(runbook: Runbook, entry: string, related: NamedEntry): string {
  const [title = '', ...below] = entry.match(/^#{1,6}(?=[ \t])/gm) ?? [];
  const section = below.find((marks) => marks.length > title.length);
  const words = escapeSnippet(wordsFor(related));
  if (section === undefined) return `\n\nRelated: ${words}`;
  return `\n\n${section} Related\n\n${bulletOf(runbook)} ${words}`;
}

const entriesByPrefix = rememberOf(({ entries }: Runbook): ReadonlyMap<string, readonly Entry[]> =>
  groupBy(entries.filter(hasBody), ({ id }) => id.prefix),
);

/** The neighbour that an entry of a prefix without a template is written like: the one before it, else the first. */
function modelOf(siblings: readonly Entry[], { id }: Readonly<Record<string, string>>): Entry | undefined {
  const number = Number(/\d+/.exec(id ?? '')?.[0]);
  const filled = siblings.filter(({ stub, deprecated }) => !stub && deprecated === null);
  return filled.findLast((entry) => entry.id.number < number) ?? filled[0];
}

function entryText(runbook: Runbook, { prefix, number, values }: EntryToWrite): string {
  const plain = isWrittenPlain(runbook, prefix);
  const template = plain ? 'run-entry' : (headingTemplates[prefix] ?? 'id-entry');
  const snippet = fillTemplate(template, values);
  const depth = levelOfEntry(runbook, { prefix, number }) ?? 2;
  if (plain || depth === 2) return snippet.trimEnd();
  return snippet
    .trimEnd()
    .replace(/^#+(?= )/gm, (marks) => '#'.repeat(Math.min(6, Math.max(1, marks.length - 2 + depth))));
}
