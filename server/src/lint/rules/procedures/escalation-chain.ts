/** Escalation levels that do not lead from one to the next. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Part, Runbook } from '../../../model/runbook';
import { hintsOf } from '../../../text/sightings';
import { firstFrom, type Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { defineRule, type Match } from '../../rule';

interface BrokenChain extends Match {
  readonly problem: string;
}

interface Level {
  readonly number: number;
  /** The words that name the level: «Level 2», «L2». */
  readonly span: Span;
  /** Levels that it says it escalates to. */
  readonly targets: readonly { readonly number: number; readonly span: Span }[];
}

export const escalationChain = defineRule<BrokenChain>({
  meta: {
    name: 'escalation-chain',
    summary: 'Escalation levels with a gap, or one that leads back',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  *find({ runbook }) {
    const entryAt = entryFinder(runbook);
    const isWorthALook = stems(runbook.pieces);
    let behind = 0;
    for (const part of runbook.parts) {
      // levels may be escalations by name themselves: each part is read once, with the outermost
      if (part.role !== 'escalation' || part.span.start < behind) continue;
      behind = part.span.end;
      const levels = isWorthALook(part.content) ? levelsOf(runbook, part, isWorthALook) : [];
      if (levels.length === 0) continue;
      const entry = entryAt(part.span);
      for (const match of judge(levels)) yield entry === undefined ? match : { ...match, entry };
    }
  },
  message({ problem }) {
    return { message: `${problem}: a call for help gets stuck there. Let each level lead to the next one.` };
  },
});

function* judge(levels: readonly Level[]): Iterable<BrokenChain> {
  if (leadsUp(levels)) return;
  const numbers = new Set(levels.map(({ number }) => number));
  if (numbers.size < 2 && levels.every(({ targets }) => targets.length === 0)) return;
  const stray = behindGaps(levels, numbers);
  for (const { number, span } of stray)
    yield { span, problem: `Escalation level ${String(number)} follows no level ${String(number - 1)}` };
  const highest = Math.max(...numbers);
  for (const level of levels) {
    // a level with a wrong number leads to a wrong one too: that is one mistake
    if (!stray.has(level)) yield* wrongTargets(level, numbers, highest);
  }
}

/** Whether the levels count from 1 and each leads to the next one, or nowhere. */
function leadsUp(levels: readonly Level[]): boolean {
  return levels.every(
    ({ number, targets }, index) =>
      number === index + 1 && targets.every((to) => to.number === number + 1 && to.number <= levels.length),
  );
}

/** For each missing number below the highest the first level behind it: L1, «L3». */
function behindGaps(levels: readonly Level[], numbers: ReadonlySet<number>): ReadonlySet<Level> {
  const found = new Set<Level>();
  const first = Math.min(1, ...numbers);
  for (let missing = first; missing < Math.max(...numbers); missing++) {
    const behind = numbers.has(missing) ? undefined : levels.find(({ number }) => number > missing);
    if (behind !== undefined) found.add(behind);
  }
  return found;
}

function* wrongTargets(
  { number, targets }: Level,
  numbers: ReadonlySet<number>,
  highest: number,
): Iterable<BrokenChain> {
  const from = `Level ${String(number)} escalates to`;
  const nearest = Math.min(...targets.map((target) => target.number));
  for (const { number: to, span } of targets) {
    const level = `level ${String(to)}`;
    if (to === number) yield { span, problem: `${from} itself` };
    else if (to < number) yield { span, problem: `${from} ${level}, which is below it` };
    else if (to > highest) yield { span, problem: `${from} ${level}, which does not exist` };
    else if (to > number + 1 && to === nearest && numbers.has(number + 1))
      yield { span, problem: `${from} ${level} and leaves out level ${String(number + 1)}` };
  }
}

/** What a line with a level or with the next one holds some of. */
const stems = hintsOf(/l\d|level|tier|escalate/gi);
const levelPattern =
  /^[ \t>]*(?:\|[ \t]*|#{1,6}[ \t]+|[-*+][ \t]+|\d+[.)][ \t]+)?(?:\*\*|__)?(?:\d+(?:\.\d+)*\.?[ \t]+)?((?:L|(?:escalation )?(?:level|tier)[ \t]*)(\d))(?!\d)/i;
const targetLine =
  /\bescalates?\b(?:[ \t*_:]+(?:it|this|further|to)\b){0,3}(?=[\W_]*(?:L\d|(?:level|tier)[ \t]*\d))/i;

/** The levels of an escalation with what their lines say, in the order of the text; fenced examples do not count. */
function levelsOf(runbook: Runbook, part: Part, isWorthALook: (span: Span) => boolean): readonly Level[] {
  const levels: { number: number; span: Span; targets: { number: number; span: Span }[] }[] = [];
  const { end: behind } = part.content;
  let next = part.content.start;
  while (next < behind) {
    const start = next;
    const feed = runbook.text.indexOf('\n', start);
    next = feed < 0 ? behind : Math.min(feed + 1, behind);
    if (!isWorthALook({ start, end: next })) continue;
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
  return [fence, comment].some((span) => span !== undefined && span.start >= part.start && offset < span.end);
}
