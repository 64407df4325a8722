/** What people want to know of an entry at a glance, as Markdown for hovers and completion items. */
import { keyOf } from '../../model/identifier';
import type { Entry, Runbook } from '../../model/runbook';
import type { Definition } from '../../index/summary';
import { linkedEntries } from './entry-links';
import { scoreAt, type FeatureContext } from './feature-context';
import { escapeMarkdown, firstWords } from './plain-words';

/** Kinds of entries by prefix, in words. */
const entryKinds: Readonly<Record<string, string>> = {
  DEP: 'Deployment procedure',
  GTM: 'Go-to-market activity',
  RUN: 'Runbook',
  MON: 'Monitoring',
  RISK: 'Risk',
  TEST: 'Test',
  BR: 'Business rule',
  UJ: 'User journey',
  EPIC: 'Epic',
};

/** `Runbook`, `Monitoring`; an unknown prefix stands for itself. */
export function entryKindOf(prefix: string): string {
  return entryKinds[prefix] ?? `${prefix} entry`;
}

/**
 * The card of a defined identifier, in Markdown. Text of documents is escaped: nothing in it becomes markup. `from` is
 * the document that shows the card: what the entry names and who names it are links relative to it; null for none.
 */
export function entryCard(context: FeatureContext, definition: Definition, from: string | null): string {
  const { id, title, status, category, owner, lastTested, uri, deprecated, stub } = definition;
  const lines = [`**${id.text}**${title === '' ? '' : `: ${escapeMarkdown(title)}`}`];
  const facts = [
    entryKindOf(id.prefix),
    status === '' || stub ? '' : escapeMarkdown(status),
    category === '' || stub ? '' : escapeMarkdown(category),
    deprecated ? 'deprecated' : '',
    stub ? 'still template text' : '',
  ];
  lines.push(facts.filter((fact) => fact !== '').join(' · '));
  if (!stub && owner !== '') lines.push(`Owner: ${escapeMarkdown(owner)}`);
  if (!stub && lastTested !== '')
    lines.push(`Last tested: ${escapeMarkdown(lastTested)}${ageOf(lastTested, context.today())}`);
  const score = stub ? '' : scoreOf(context, definition);
  if (score !== '') lines.push(score);
  const runbook = context.runbook(uri);
  const entry = runbook?.entries.find(
    (candidate) => keyOf(candidate.id) === definition.key && candidate.form === definition.form,
  );
  if (runbook !== undefined && entry !== undefined && !stub) lines.push(...summaryOf(runbook, entry));
  lines.push(...linkedEntries(context, definition, from));
  lines.push(
    `_${escapeMarkdown(context.placeOf(uri).path)}, line ${String(definition.idRange.start.line + 1)}_`,
  );
  return lines.join('\n\n');
}

/** `Score: 6 of 7`, with what each criterion lacks; empty for entries that have no score. */
function scoreOf(context: FeatureContext, { id, uri, idRange }: Definition): string {
  const scored = scoreAt(context, uri, id.text, idRange.start.line);
  if (scored === undefined) return '';
  const lacking = scored.criteria
    .filter(({ met }) => !met)
    .map(({ name, lacks }) => {
      const more = lacks.length > 1 ? ` (and ${String(lacks.length - 1)} more)` : '';
      return `- not ${name}: ${escapeMarkdown(lacks[0] ?? '')}${more}`;
    });
  return [
    `Score: ${String(scored.score)} of ${String(scored.criteria.length)}`,
    ...(lacking.length > 0 ? ['', ...lacking] : []),
  ].join('\n');
}

/** ` (12 days ago)` behind a date that is one. */
function ageOf(date: string, today: string): string {
  const then = Date.parse(`${date}T00:00:00Z`);
  const now = Date.parse(`${today}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(then) || Number.isNaN(now)) return '';
  const days = Math.round((now - then) / 86_400_000);
  if (days < 0) return '';
  return days === 0 ? ' (today)' : days === 1 ? ' (yesterday)' : ` (${String(days)} days ago)`;
}

/** The first words of what the entry is for: its trigger and scope, else its first paragraph. */
function summaryOf(runbook: Runbook, entry: Entry): string[] {
  const said = (['trigger', 'scope'] as const).flatMap((role) => {
    const part = entry.parts.find((one) => one.role === role && !one.empty);
    const words = part === undefined ? '' : firstWords(runbook, part.content);
    return part === undefined || words === ''
      ? []
      : [`${escapeMarkdown(part.name)}: ${escapeMarkdown(words)}`];
  });
  if (said.length > 0) return said;
  const from = paragraphStart(runbook, entry);
  const words = from === null ? '' : firstWords(runbook, { start: from, end: entry.span.end });
  return words === '' ? [] : [escapeMarkdown(words)];
}

function paragraphStart(runbook: Runbook, entry: Entry): number | null {
  const labels = new Set(entry.fields.map(({ span }) => runbook.lines.lineAt(span.start)));
  const first = runbook.lines.lineAt(entry.headingSpan.end) + 1;
  const last = runbook.lines.lineAt(entry.span.end);
  for (let line = first; line <= last && line < first + 40; line++) {
    const text = runbook.lines.textOf(line);
    if (text.trim() === '' || labels.has(line) || /^\s*(?:#|\||---|```|~~~|<!--)/.test(text)) continue;
    return runbook.lines.startOf(line) + text.length - text.trimStart().length;
  }
  return null;
}
