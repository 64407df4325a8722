/** Section numbers with gaps, duplicates or a wrong parent. */
import type { DocumentHeading, Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { fixHere } from '../../shared/fix-here';
import { leavesLinks } from '../../shared/heading-links';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface Misnumbered extends Match {
  readonly number: string;
  readonly expected: string;
}

const messages = new Messages({
  unexpected:
    'Section {number} should be {expected}. References by number may point to the wrong section. Renumber the sections.',
});

export const sectionNumbering = defineRule<Misnumbered>({
  meta: {
    name: 'section-numbering',
    summary: 'Section numbers with a gap, a duplicate or a wrong parent',
    severity: 'information',
    scope: ['feature', 'release'],
    since: '0.1.0',
    group: 'feature',
  },
  *find({ runbook }) {
    let previous: readonly number[] = [];
    for (const { heading, parts, next } of numbered(runbook.headings)) {
      const before = previous.slice(0, parts.length);
      const expected = successor(before, parts.length);
      // sections may be counted from 0
      const right =
        expected.join('.') === parts.join('.') || (previous.length === 0 && parts.join('.') === '0');
      // where the next one goes on as if this were right, only this one is wrong
      const typed =
        !right && (next === null || successor(expected, expected.length).join('.') === next.join('.'));
      previous = typed ? expected : parts;
      if (!right)
        yield {
          span: numberSpan(runbook, heading, parts.join('.')),
          number: parts.join('.'),
          expected: expected.join('.'),
        };
    }
  },
  message({ number, expected }) {
    return messages.of('unexpected', { number, expected });
  },
  fixes(_match, context) {
    const { runbook } = context;
    const moved = renumbered(runbook.headings);
    const edits = moved.map(({ heading, from, to }) => ({
      span: numberSpan(runbook, heading, from),
      newText: to,
    }));
    const targets = new Map(moved.map(({ from, to }) => [from, to]));
    const numbers = runbook.headings.flatMap(({ number }) => (number === null ? [] : [number]));
    const doubled = new Set(numbers).size < numbers.length;
    let sure = !runbook.links.some(({ path, fragment }) =>
      moved.some(({ heading }) => path === '' && fragment?.toLowerCase() === heading.slug),
    );
    for (const match of runbook.text.matchAll(reference)) {
      const [whole, number = ''] = match;
      const to = targets.get(number);
      const end = match.index + whole.length;
      // a number that two sections share is ambiguous, and one that is gone has no new number
      if (!numbers.includes(number)) sure = false;
      else if (to !== undefined && !doubled)
        edits.push({ span: { start: end - number.length, end }, newText: to });
    }
    return [
      fixHere(
        context,
        context.say`Renumber the sections`,
        edits,
        sure && !leavesLinks(context, edits),
        'number',
      ),
    ];
  },
});

const reference = /(?<![\w.])(?:sections?|§)\s*(\d{1,2}(?:\.\d{1,2}){0,3})(?![\w%]|\.\d)/gi;

/** The headings whose numbers change when all are counted by their place. */
function renumbered(
  headings: readonly DocumentHeading[],
): { heading: DocumentHeading; from: string; to: string }[] {
  let previous: readonly number[] = [];
  return numbered(headings).flatMap(({ heading, parts }) => {
    // a section below one that is not numbered goes on from the last
    const counted = successor(previous.slice(0, parts.length), parts.length);
    previous = previous.length === 0 && parts.join('.') === '0' ? parts : counted;
    const [from, to] = [parts.join('.'), previous.join('.')];
    return from === to ? [] : [{ heading, from, to }];
  });
}

interface NumberedHeading {
  readonly heading: DocumentHeading;
  readonly parts: readonly number[];
  /** Parts of the next numbered heading of the same depth, or null. */
  readonly next: readonly number[] | null;
}

/** Headings of H2 and below that are numbered to their own depth: `2`, `2.1`, `2.1.3`. */
function numbered(headings: readonly DocumentHeading[]): NumberedHeading[] {
  const found = headings.flatMap((heading) => {
    // `3b` came in between and counts for itself
    if (heading.number === null || /[a-z]/.test(heading.number)) return [];
    const parts = heading.number.split('.').map(Number);
    return heading.depth >= 2 && parts.length === heading.depth - 1 ? [{ heading, parts }] : [];
  });
  const nextOf = new Map<DocumentHeading, readonly number[]>();
  const last = new Map<number, DocumentHeading>();
  for (const { heading, parts } of found) {
    for (const depth of [...last.keys()]) {
      const before = last.get(depth);
      if (depth < parts.length) continue;
      if (depth === parts.length && before !== undefined) nextOf.set(before, parts);
      last.delete(depth);
    }
    last.set(parts.length, heading);
  }
  return found.map(({ heading, parts }) => ({ heading, parts, next: nextOf.get(heading) ?? null }));
}

/** `4.2` after `4.1`, `4.1` after `4`, `1` at the beginning. */
function successor(before: readonly number[], depth: number): number[] {
  if (before.length < depth) return [...before, ...Array.from({ length: depth - before.length }, () => 1)];
  return before.map((part, index) => (index === depth - 1 ? part + 1 : part)).slice(0, depth);
}

function numberSpan({ text }: Runbook, { titleSpan }: DocumentHeading, number: string): Span {
  const start = Math.max(titleSpan.start, text.indexOf(number, titleSpan.start));
  return { start, end: Math.min(titleSpan.end, start + number.length) };
}
