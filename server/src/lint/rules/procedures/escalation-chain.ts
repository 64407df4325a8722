/** Escalation levels with a gap, or with a wrong next level. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Part, Runbook } from '../../../model/runbook';
import { hintsOf } from '../../../text/sightings';
import { firstFrom, type Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface BrokenChain extends Match {
  readonly problem: 'gap' | 'itself' | 'lower' | 'undefined' | 'skipped';
  readonly level: number;
  /** The level that it escalates to; for a gap, the level itself. */
  readonly target: number;
}

interface Level {
  readonly number: number;
  /** The words that name the level: «Level 2», «L2». */
  readonly span: Span;
  /** Levels that it says it escalates to. */
  readonly targets: readonly { readonly number: number; readonly span: Span }[];
}

const messages = new Messages({
  gap: 'Escalation level {level} has no level {previous} before it, so an escalation stalls there. Number the levels without gaps.',
  itself: 'Level {level} escalates to itself, so the escalation stalls. Point it to the next level.',
  lower:
    'Level {level} escalates to level {target}, which is lower, so the escalation goes in circles. Point it to the next level.',
  undefined:
    'Level {level} escalates to level {target}, which is not defined, so the escalation stalls. Define it, or point to another level.',
  skipped:
    'Level {level} escalates to level {target} and skips level {next}, which is then never contacted. Point it to level {next}.',
});

export const escalationChain = defineRule<BrokenChain>({
  meta: {
    name: 'escalation-chain',
    summary: 'Escalation levels with a gap or a wrong next level',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    judges: 'entry',
    role: 'escalation',
  },
  *find({ runbook }) {
    const entryAt = entryFinder(runbook);
    const mayHoldLevels = stems(runbook.pieces);
    let searchedTo = 0;
    for (const part of runbook.parts.filter(({ role }) => role === 'escalation')) {
      // levels may be escalations by name themselves: each part is read once, with the outermost
      if (part.span.start < searchedTo) continue;
      searchedTo = part.span.end;
      const levels = mayHoldLevels(part.content) ? levelsOf(runbook, part, mayHoldLevels) : [];
      if (levels.length === 0) continue;
      const entry = entryAt(part.span);
      for (const match of brokenLinks(levels)) yield entry === undefined ? match : { ...match, entry };
    }
  },
  message({ problem, level, target }) {
    if (problem === 'gap') return messages.of('gap', { level, previous: level - 1 });
    if (problem === 'itself') return messages.of('itself', { level });
    if (problem === 'skipped') return messages.of('skipped', { level, target, next: level + 1 });
    return messages.of(problem, { level, target });
  },
});

function* brokenLinks(levels: readonly Level[]): Iterable<BrokenChain> {
  // L1, L2, L3, none of which names the next
  if (levels.every(({ number, targets }, index) => number === index + 1 && targets.length === 0)) return;
  const numbers = new Set(levels.map(({ number }) => number));
  if (numbers.size < 2 && levels.every(({ targets }) => targets.length === 0)) return;
  const afterGaps = levelsAfterGaps(levels, numbers);
  for (const { number, span } of afterGaps) yield { span, problem: 'gap', level: number, target: number };
  const highest = Math.max(...numbers);
  for (const level of levels) {
    // a level with a wrong number escalates to a wrong one too: that is one mistake
    if (!afterGaps.has(level)) yield* wrongTargets(level, numbers, highest);
  }
}

/** For each missing number below the highest, the first level after it: L1, «L3». */
function levelsAfterGaps(levels: readonly Level[], numbers: ReadonlySet<number>): ReadonlySet<Level> {
  const found = new Set<Level>();
  const first = Math.min(1, ...numbers);
  for (let missing = first; missing < Math.max(...numbers); missing++) {
    const after = numbers.has(missing) ? undefined : levels.find(({ number }) => number > missing);
    if (after !== undefined) found.add(after);
  }
  return found;
}

function* wrongTargets(
  { number, targets }: Level,
  numbers: ReadonlySet<number>,
  highest: number,
): Iterable<BrokenChain> {
  const nearest = Math.min(...targets.map((target) => target.number));
  for (const { number: to, span } of targets) {
    const found = { span, level: number, target: to };
    if (to === number) yield { ...found, problem: 'itself' };
    else if (to < number) yield { ...found, problem: 'lower' };
    else if (to > highest) yield { ...found, problem: 'undefined' };
    else if (to > number + 1 && to === nearest && numbers.has(number + 1))
      yield { ...found, problem: 'skipped' };
  }
}

/** Every line with a level, or with the next one, contains one of these. */
const stems = hintsOf(/l\d|level|tier|escalate/gi);
const levelPattern =
  /^[ \t>]*(?:\|[ \t]*|#{1,6}[ \t]+|[-*+][ \t]+|\d+[.)][ \t]+)?(?:\*\*|__)?(?:\d+(?:\.\d+)*\.?[ \t]+)?((?:L|(?:escalation )?(?:level|tier)[ \t]*)(\d))(?!\d)/i;
const targetLine =
  /\bescalates?\b(?:[ \t*_:]+(?:it|this|further|to)\b){0,3}(?=[\W_]*(?:L\d|(?:level|tier)[ \t]*\d))/i;

/** The levels of an escalation with what their lines say, in the order of the text; fenced examples do not count. */
function levelsOf(runbook: Runbook, part: Part, mayHoldLevels: (span: Span) => boolean): readonly Level[] {
  const levels: { number: number; span: Span; targets: { number: number; span: Span }[] }[] = [];
  const { end: partEnd } = part.content;
  let next = part.content.start;
  while (next < partEnd) {
    const start = next;
    const feed = runbook.text.indexOf('\n', start);
    next = feed < 0 ? partEnd : Math.min(feed + 1, partEnd);
    if (!mayHoldLevels({ start, end: next })) continue;
    if (isHidden(runbook, part.span, start)) continue;
    const line = wordsAt(runbook, { start, end: next });
    const level = levelPattern.exec(line);
    const [whole = '', name = '', digits = ''] = level ?? [];
    if (level !== null) {
      const end = start + whole.length;
      levels.push({ number: Number(digits), span: { start: end - name.length, end }, targets: [] });
    }
    const rest = line.slice(whole.length);
    const lead = targetLine.exec(rest);
    const current = levels.at(-1);
    if (lead === null || current === undefined) continue;
    const from = start + whole.length + lead.index + lead[0].length;
    for (const target of rest
      .slice(lead.index + lead[0].length)
      .matchAll(/\b(?:L|(?:level|tier)[ \t]*)(\d)(?!\d)/gi)) {
      const first = from + target.index;
      current.targets.push({
        number: Number(target[1]),
        span: { start: first, end: first + target[0].length },
      });
    }
  }
  return levels;
}

/** Whether an offset lies in code or in a comment that starts in the part. */
function isHidden({ fences, comments }: Runbook, part: Span, offset: number): boolean {
  const fence = fences[firstFrom(fences, offset + 1, ({ span }) => span.start) - 1]?.span;
  const comment = comments[firstFrom(comments, offset + 1, ({ start }) => start) - 1];
  const isIn = (span: Span | undefined): boolean =>
    span !== undefined && span.start >= part.start && offset < span.end;
  return isIn(fence) || isIn(comment);
}
