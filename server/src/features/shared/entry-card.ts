/** What people want to know of an entry at a glance, as Markdown for hovers and completion items. */
import { keyOf } from '../../model/identifier';
import type { Entry, Runbook } from '../../model/runbook';
import type { Definition } from '../../index/summary';
import { ledToList } from './alert-words';
import { alertsOf } from './entry-references';
import { linkedEntries } from './entry-links';
import { scoreAt, type FeatureContext } from './feature-context';
import { type Words, words } from '../../text/say';
import { ageWords } from './age-words';
import { criterionWords } from '../../report/criterion-words';
import { escapeMarkdown, firstWords } from './plain-words';
import { runParagraphs } from './run-words';

/** Kinds of entries by prefix, in words. */
const entryKinds: Readonly<Record<string, Words>> = {
  DEP: words`Deployment procedure`,
  GTM: words`Go-to-market activity`,
  RUN: words`Runbook`,
  MON: words`Monitoring`,
  RISK: words`Risk`,
  TEST: words`Test`,
  BR: words`Business rule`,
  UJ: words`User journey`,
  EPIC: words`Epic`,
};

/** `Runbook`, `Monitoring`; an unknown prefix stands for itself. */
export function entryKindOf(prefix: string): Words {
  return entryKinds[prefix] ?? words`${prefix} entry`;
}

/**
 * The card of a defined identifier, in Markdown. Text of documents is escaped: nothing in it becomes markup. `from` is
 * the document that shows the card: what the entry names and who names it are links relative to it; null for none.
 */
export function entryCard(context: FeatureContext, definition: Definition, from: string | null): string {
  const { id, title, status, category, owner, lastTested, uri, deprecated, stub } = definition;
  const { say } = context;
  const lines = [`**${id.text}**${title === '' ? '' : `: ${escapeMarkdown(title)}`}`];
  const facts = [
    say(entryKindOf(id.prefix)),
    status === '' || stub ? '' : escapeMarkdown(status),
    category === '' || stub ? '' : escapeMarkdown(category),
    deprecated ? say`deprecated` : '',
    stub ? say`still template text` : '',
  ];
  lines.push(facts.filter((fact) => fact !== '').join(' · '));
  const care: string[] = [];
  if (!stub && owner !== '') care.push(say`Owner: ${escapeMarkdown(owner)}`);
  if (!stub && lastTested !== '') {
    const date = escapeMarkdown(lastTested);
    const days = daysSince(lastTested, context.today());
    care.push(days < 0 ? say`Last tested: ${date}` : say`Last tested: ${date} (${ageWords(say, days)})`);
  }
  const score = stub ? '' : scoreOf(context, definition);
  // on one line: a hover is a few lines high until it is scrolled, and what the entry is for comes next
  const isList = score.includes('\n');
  if (score !== '' && !isList) care.push(score);
  if (care.length > 0) lines.push(care.join(' · '));
  if (!stub) lines.push(...runParagraphs(context, uri, id.text, from));
  if (isList) lines.push(score);
  const runbook = context.runbook(uri);
  const entry = runbook?.entries.find(
    (candidate) => keyOf(candidate.id) === definition.key && candidate.form === definition.form,
  );
  if (runbook !== undefined && entry !== undefined && !stub) lines.push(...summaryOf(runbook, entry));
  lines.push(...linkedEntries(context, definition, from));
  const alerts = alertsOf(context, definition.key);
  if (alerts.length > 0) lines.push(ledToList(context, alerts));
  const path = escapeMarkdown(context.placeOf(uri).path);
  lines.push(`_${say`${path}, line ${definition.idRange.start.line + 1}`}_`);
  return lines.join('\n\n');
}

/** `Score: 6 of 7`, with what each criterion lacks; empty for entries that have no score. */
function scoreOf(context: FeatureContext, { id, uri, idRange }: Definition): string {
  const { say } = context;
  const scored = scoreAt(context, uri, id.text, idRange.start.line);
  if (scored === undefined) return '';
  const lacking = scored.criteria
    .filter(({ met }) => !met)
    .map(({ name, lacks }) => {
      const criterion = criterionWords[name];
      const lack = escapeMarkdown(lacks[0] ?? '');
      const line =
        lacks.length > 1
          ? say`not ${criterion}: ${lack} (and ${lacks.length - 1} more)`
          : say`not ${criterion}: ${lack}`;
      return `- ${line}`;
    });
  return [
    say`Score: ${scored.score} of ${scored.criteria.length}`,
    ...(lacking.length > 0 ? ['', ...lacking] : []),
  ].join('\n');
}

/** Days from a date to today; negative where it is none, or in the future. */
function daysSince(date: string, today: string): number {
  const then = Date.parse(`${date}T00:00:00Z`);
  const now = Date.parse(`${today}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(then) || Number.isNaN(now)) return -1;
  return Math.round((now - then) / 86_400_000);
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
