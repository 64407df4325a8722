/** What people want to know of an entry at a glance, as Markdown for hovers and completion items. */
import { keyOf } from '../model/identifier';
import type { Entry, Runbook } from '../model/runbook';
import type { Definition } from '../index/summary';
import { plainText } from '../model/plain-text';
import type { FeatureContext } from './feature-context';

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

/** The card of a defined identifier, in Markdown. Text of documents is escaped: nothing in it becomes markup. */
export function entryCard(context: FeatureContext, definition: Definition): string {
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
  const runbook = context.runbook(uri);
  const entry = runbook?.entries.find(
    (candidate) => keyOf(candidate.id) === definition.key && candidate.form === definition.form,
  );
  const summary = runbook === undefined || entry === undefined || stub ? '' : firstWords(runbook, entry);
  if (summary !== '') lines.push(escapeMarkdown(summary));
  lines.push(
    `_${escapeMarkdown(context.placeOf(uri).path)}, line ${String(definition.idRange.start.line + 1)}_`,
  );
  return lines.join('\n\n');
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

/** The first words of what the entry is for: its trigger, scope or overview, else its first paragraph. */
function firstWords(runbook: Runbook, entry: Entry): string {
  const part = entry.parts.find(({ role, empty }) => !empty && (role === 'trigger' || role === 'scope'));
  const from = part?.content.start ?? paragraphStart(runbook, entry);
  if (from === null) return '';
  const line = runbook.lines.spanOf(runbook.lines.lineAt(from));
  const words = plainText(
    runbook.text,
    { start: from, end: Math.max(from, Math.min(line.end, entry.span.end)) },
    [],
  )
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/[*`]+/g, '');
  return words.length > 160 ? `${words.slice(0, 159)}…` : words;
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

/** Text of a document as text in Markdown: no markup, no links, no HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&').replace(/\s+/g, ' ');
}
