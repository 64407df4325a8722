/** Where a new entry goes and what it looks like: the engine behind "Insert RUN- entry". */
import type { EntryEdit, EntryTarget, EntryTargetsResult } from '../../../protocol/src/messages';
import type { Configuration } from '../config/configuration';
import type { Entry, Runbook } from '../model/runbook';
import { fillTemplate, type TemplateName } from '../templates/expand-template';
import { lineEndingOf } from '../text/edit';
import { toRange, type FeatureContext } from './feature-context';
import { changeLogRow, navigationBullet, type Addition } from './entry-registers';

const headingTemplates: Readonly<Record<string, TemplateName>> = {
  DEP: 'dep-entry',
  GTM: 'gtm-entry',
  RUN: 'run-entry-section',
  MON: 'mon-entry',
};

/** Categories that a prefix's entries may have, in the order in which to offer them; those of 003 and 002. */
const builtInCategories: Readonly<Record<string, readonly string[]>> = {
  DEP: ['Infrastructure', 'Application', 'Database', 'Configuration'],
  GTM: ['Launch', 'Messaging', 'Channel', 'Analytics'],
  RUN: ['Incident Response', 'Deployment', 'Maintenance', 'Recovery', 'Escalation'],
  MON: ['Performance', 'Availability', 'Business', 'Security'],
};

/** The files that may receive an entry of the prefix: its owners, then the current document where entries fit in. */
export function entryTargets(
  context: FeatureContext,
  prefix: string,
  uri: string | undefined,
  configuration: Configuration | undefined,
): EntryTargetsResult {
  const targets: EntryTarget[] = [];
  const add = (target: string, description: string): void => {
    if (targets.some((known) => known.uri === target)) return;
    const { path } = context.placeOf(target);
    targets.push({
      uri: target,
      label: path.slice(path.lastIndexOf('/') + 1),
      description,
      nextId: context.workspace.nextId(prefix, target),
    });
  };
  const owners = context.workspace.owners(prefix);
  for (const owner of owners)
    if (owner.prefixes.includes(prefix)) add(owner.uri, `owns ${prefix} (id_prefix)`);
  const current = uri === undefined ? undefined : context.runbook(uri);
  if (uri !== undefined && current !== undefined) {
    const holds = current.entries.some(
      ({ id, form }) => id.prefix === prefix && (form === 'heading' || form === 'plain'),
    );
    if (holds || current.kind.kind === 'sot') add(uri, 'current file');
    else if (targets.length === 0 && current.kind.kind !== 'skill') add(uri, 'current file');
  }
  return {
    targets,
    categories: [...(builtInCategories[prefix] ?? []), ...(configuration?.categories.get(prefix) ?? [])],
  };
}

export interface NewEntry {
  readonly id: string;
  readonly edits: readonly EntryEdit[];
}

/** The edits that add an entry with the next free id of the prefix to a document; null when there is no such document. */
export function newEntry(
  context: FeatureContext,
  uri: string,
  prefix: string,
  title: string,
  category: string | null,
): NewEntry | null {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return null;
  const id = context.workspace.nextId(prefix, uri);
  const number = Number(id.slice(prefix.length + 1));
  const siblings = runbook.entries.filter(
    (entry) => entry.id.prefix === prefix && (entry.form === 'heading' || entry.form === 'plain'),
  );
  const today = context.today();
  const additions = [
    navigationBullet(runbook, { prefix, number, id, title }),
    changeLogRow(runbook, { id, today, change: `Added ${title}` }),
  ].filter((addition): addition is Addition => addition !== null);
  const values = { id, title, today, ...(category === null ? {} : { category }) };
  const site = placeFor(runbook, siblings, number);
  const entry = surround(runbook, site, entryText(runbook, prefix, siblings, values));
  const eol = lineEndingOf(runbook.text);
  const edits = [
    { offset: site.offset, newText: entry, snippet: true },
    ...additions.map((addition) => ({ ...addition, snippet: false })),
  ];
  return {
    id,
    edits: edits.map(({ offset, newText, snippet }) => ({
      range: toRange(runbook, { start: offset, end: offset }),
      newText: newText.replace(/\r?\n/g, eol),
      snippet,
    })),
  };
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
  const bodied = runbook.entries.filter(({ form }) => form === 'heading' || form === 'plain');
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
