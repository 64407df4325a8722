/** Whom to call in a run, in which order and when. */
import type { Label, Part } from '../../model/runbook';
import { normalizeName } from '../../model/vocabulary';
import { encloses, trimSpan, type Span } from '../../text/span';
import { hoursOf, readDuration } from '../fields/duration';
import { cellWords, columnOf, tablesWithin } from '../sections/table-cells';
import type { PlanBlock, PlanEscalation } from './plan';
import { blocksIn } from './plan-blocks';
import { firstWordsOf, topItemsIn } from './plan-boxes';
import { partsOf, type PlanScope } from './plan-scope';
import { plain, plainIn, wordsIn } from './plan-words';

export interface Escalations {
  readonly when: readonly PlanBlock[];
  readonly levels: readonly PlanEscalation[];
}

/** `inside`: phases, whose decisions have an escalation of their own. */
export function escalationsOf(scope: PlanScope, inside: readonly Span[]): Escalations {
  const { runbook } = scope;
  const parts = partsOf(scope, 'escalation', inside);
  const labels = runbook.labels.filter(({ span }) =>
    parts.some((part) => encloses(part.span, { start: span.start, end: span.start })),
  );
  const when = labels.find(({ key }) => /^when(?: to (?:escalate|call))?$|^escalate (?:if|when)$/.test(key));
  const leveled = labels.filter(({ key }) => /^(?:l|level ?)\d/.test(key));
  const levels =
    leveled.length > 0
      ? withTimes(
          leveled.map((label) => [label.name, contentOf(scope, label)] as const),
          scope,
        )
      : parts.flatMap((part) => peopleOf(scope, part, labels));
  return { when: when === undefined ? [] : blocksOf(scope, contentOf(scope, when)), levels };
}

function contentOf({ runbook: { text } }: PlanScope, { nameSpan, span }: Label): Span {
  let start = nameSpan.end;
  while (start < span.end && /[:*_\s]/.test(text.charAt(start))) start++;
  return trimSpan(text, { start, end: span.end });
}

function blocksOf({ runbook }: PlanScope, within: Span): PlanBlock[] {
  if (topItemsIn(runbook, within).length > 0)
    return blocksIn({ runbook, within, skips: [], commandAt: () => null });
  const words = wordsIn(runbook, within);
  return words.length === 0 ? [] : [{ type: 'text', words, level: 0, marker: '' }];
}

const after =
  /\b(?:after|within|longer than|more than|past|no (?:answer|response|reply|reaction)(?: (?:in|for|after|within))?)\s{1,4}(\d{1,4})\s?-?(m|min|mins|minutes?|h|hours?|hrs?)\b/i;

function minutesIn(words: string): number | null {
  const match = after.exec(words);
  if (match === null) return null;
  return Number(match[1]) * (match[2]?.toLowerCase().startsWith('h') === true ? 60 : 1);
}

/** Minutes of `15 minutes without improvement` and `One hour, or …`. */
function durationIn(words: string): number | null {
  const duration = /^\W{0,4}(?:\d|half|one|two|three|four|five|six|ten)/i.test(words)
    ? readDuration(words)
    : null;
  if (duration === null) return null;
  return Math.round(hoursOf(duration, { day: 24, week: 168 }).least * 60);
}

/** A level that says to whom and when it escalates says when the next one is due. */
function withTimes(levels: readonly (readonly [string, Span])[], scope: PlanScope): PlanEscalation[] {
  let due: number | null = null;
  return levels.map(([name, span]): PlanEscalation => {
    const lines = linesOf(scope, span);
    const onward = lines.filter((line) => /\bescalat(?:es?|ion)(?: to)?\b|\bnext level\b/i.test(line));
    const own = minutesIn(lines.filter((line) => !onward.includes(line)).join('\n')) ?? minutesIn(name);
    const afterMinutes = own ?? due;
    due = minutesIn(onward.join('\n'));
    return { title: name, words: [plain(lines.join(' · '))], afterMinutes };
  });
}

function linesOf({ runbook }: PlanScope, span: Span): string[] {
  const items = topItemsIn(runbook, span);
  if (items.length > 0) return items.map((item) => plainIn(runbook, firstWordsOf(item)));
  const words = plainIn(runbook, span);
  return words === '' ? [] : [words];
}

/** The people of a part: rows of a table of contacts, items, or those that a line "Who to contact" names. */
function peopleOf(scope: PlanScope, part: Part, labels: readonly Label[]): PlanEscalation[] {
  const { runbook } = scope;
  const rows = tablesWithin(runbook, part.span).flatMap((table) => {
    const first = Math.max(0, columnOf(table, /^(?:level|role|function|team|who)\b/));
    return table.rows.map(({ cells }): PlanEscalation => {
      const words = cells.map((cell) => cellWords(runbook, cell));
      const rest = words.filter((word, index) => index !== first && word !== '').join(' · ');
      const others = words.filter((_, index) => index !== first).map(durationIn);
      const afterMinutes = minutesIn(rest) ?? others.find((minutes) => minutes !== null) ?? null;
      return { title: words[first] ?? '', words: [plain(rest)], afterMinutes };
    });
  });
  if (rows.length > 0) return rows;
  const who = labels.find(
    ({ key, span }) =>
      encloses(part.span, { start: span.start, end: span.start }) &&
      /\bcontacts?\b|^who\b|^(?:page|call|notify)\b/.test(key) &&
      !/provide|when/.test(key),
  );
  const content = who === undefined ? part.content : contentOf(scope, who);
  const items = topItemsIn(runbook, content).map(firstWordsOf);
  const told = items.length > 0 ? items : who === undefined ? [] : [content];
  return told
    .filter(
      (span) =>
        who !== undefined || !/^(?:when|what)\b/.test(normalizeName(plainIn(runbook, span)).slice(0, 40)),
    )
    .map((span) => {
      const words = plainIn(runbook, span);
      const cut = /^([^:]{2,60}):\s+(.+)$/s.exec(words);
      return { title: cut?.[1] ?? '', words: [plain(cut?.[2] ?? words)], afterMinutes: minutesIn(words) };
    });
}
