/** Offers to write the entry that a reference misses, as a template, into the file that owns its prefix. */
import { formatIdentifier, type Identifier } from '../model/identifier';
import type { Entry, Runbook } from '../model/runbook';
import { fillTemplate, toPlainText, type TemplateName } from '../templates/expand-template';
import { lineEndingOf, type Edit } from '../text/edit';
import { endOfContent } from './insertion';
import type { Fix, RuleContext } from './rule';

const templates: Readonly<Record<string, TemplateName>> = {
  DEP: 'dep-entry',
  GTM: 'gtm-entry',
  RUN: 'run-entry-section',
  MON: 'mon-entry',
};

/** The fix that creates `id` with this title (empty: the template's); null for prefixes without template or owner. */
export function createEntry(
  { workspace, place, runbook, runbookOf, today }: RuleContext,
  { prefix, number, suffix }: Identifier,
  title: string,
): Fix | null {
  const template = templates[prefix];
  const owner = workspace.owners(prefix)[0];
  if (template === undefined || owner === undefined) return null;
  const target = owner.uri === place.uri ? runbook : runbookOf(owner.uri);
  if (target === undefined) return null;
  const id = formatIdentifier(prefix, number, suffix);
  const [year = '', month = '', day = ''] = today.split('-');
  const snippet = fillTemplate(template, { id, ...(title === '' ? {} : { title }) });
  const words = toPlainText(snippet, { CURRENT_YEAR: year, CURRENT_MONTH: month, CURRENT_DATE: day });
  const where = owner.uri === place.uri ? 'here' : `in ${owner.path}`;
  return {
    title: `Create ${id} ${where}, from the template`,
    edits: new Map([[owner.uri, [insertionOf(target, prefix, number, words.trimEnd())]]]),
    automatic: false,
  };
}

/** Behind the entry of the prefix with the next lower number, else behind the last entry, else at the end. */
function insertionOf(runbook: Runbook, prefix: string, number: number, words: string): Edit {
  const { text, entries } = runbook;
  const headed = entries.filter(({ form }) => form === 'heading');
  const siblings = headed.filter(({ id }) => id.prefix === prefix);
  const lower = siblings.filter(({ id }) => id.number < number);
  const first = siblings[0];
  const eol = lineEndingOf(text);
  const body = adjusted(words, siblings[0] ?? headed[0]).replaceAll('\n', eol);
  const divided = headed.some(
    ({ span }) => endOfContent(runbook, span) < text.slice(0, span.end).trimEnd().length,
  );
  const between = divided ? `${eol}${eol}---${eol}${eol}` : eol + eol;
  if (lower.length === 0 && first !== undefined) {
    const start = first.headingSpan.start;
    return { span: { start, end: start }, newText: body + between };
  }
  const behind = lower.reduce<Entry | undefined>(
    (best, entry) => (best === undefined || entry.id.number >= best.id.number ? entry : best),
    undefined,
  );
  const end = endOfContent(runbook, behind?.span ?? headed.at(-1)?.span ?? { start: 0, end: text.length });
  return { span: { start: end, end }, newText: (end === 0 ? '' : between) + body };
}

/** The template's headings at the level of the document's own entries. */
function adjusted(words: string, sibling: Entry | undefined): string {
  const depth = sibling?.section?.heading?.depth ?? 2;
  if (depth === 2) return words;
  return words.replace(/^#+(?= )/gm, (marks) =>
    '#'.repeat(Math.min(6, Math.max(1, marks.length - 2 + depth))),
  );
}
