/**
 * The numbers that steps should have: from one to the next, each level of decimals in its own count, `2a` and the options
 * of one step at the number of that step. Knows numbers only.
 */

export interface Numbered {
  /** As written: `3`, `1.2`, `2a`. */
  readonly number: string;
  /** `B` of one of several ways to do the step, else null. */
  readonly alternative: string | null;
  /** The words behind the number. */
  readonly title: string;
}

/** Which of several ways to do a step this is: `b` of Option B, `linux` of `[Linux]`, `if it is closed`; null for none. */
function wayOf({ alternative, title }: Numbered): string | null {
  const bracketed = /^[[(]([^\d()[\]][^()[\]]{0,40})[\])]/.exec(title)?.[1];
  const condition = /^(?:if|when|unless|or|else|otherwise|alternatively|either|in case)\b.{0,60}/i.exec(
    title,
  )?.[0];
  return (alternative ?? bracketed ?? condition)?.toLowerCase() ?? null;
}

/** Whether two neighbours are two ways to do the same step. */
export function areTwoWays(before: Numbered, next: Numbered): boolean {
  if (before.number !== next.number) return false;
  const [a, b] = [wayOf(before), wayOf(next)];
  if (a !== b && (b !== null || /^(?:alternative|alt|option)/.test(a ?? ''))) return true;
  return differInRemark(before.title, next.title);
}

/** Whether two titles are the same but for a remark at the end: `Switch traffic (blue)`, `Switch traffic (green)`. */
function differInRemark(one: string, other: string): boolean {
  const [a, b] = [remarkAt(one), remarkAt(other)];
  return a > 0 && b > 0 && one !== other && one.slice(0, a).toLowerCase() === other.slice(0, b).toLowerCase();
}

/** Where `(blue)`, `[blue]` or `– blue` at the end of a title begins; -1 where there is none. */
function remarkAt(title: string): number {
  if (title.endsWith(')')) return title.lastIndexOf(' (');
  if (title.endsWith(']')) return title.lastIndexOf(' [');
  return Math.max(title.lastIndexOf(' – '), title.lastIndexOf(' — '), title.lastIndexOf(' - '));
}

interface Value {
  readonly parts: readonly number[];
  readonly letter: string;
}

/** The parts of a number: 1 and 2 of `1.2`; null of letters, words and placeholders. */
export function valueOf(number: string): Value | null {
  const match = /^(\d{1,4}(?:\.\d{1,3}){0,4})([a-z]?)$/i.exec(number);
  if (match === null) return null;
  return { parts: (match[1] ?? '').split('.').map(Number), letter: match[2] ?? '' };
}

/** Which of two numbers comes first: below 0 for `a`. Letters do not count. */
export function compare(a: Value, b: Value): number {
  for (let level = 0; level < Math.max(a.parts.length, b.parts.length); level++) {
    const by = (a.parts[level] ?? -1) - (b.parts[level] ?? -1);
    if (by !== 0) return by;
  }
  return 0;
}

/**
 * The right number of each, as text; null when one of them is no number. `last` is the number that a series before this
 * one ended with, which it may go on from; decimals at the start count within whatever number they name.
 */
export function rightNumbers(items: readonly Numbered[], last: number): readonly string[] | null {
  const right: string[] = [];
  let before: { readonly written: readonly number[]; readonly right: readonly number[] } | null = null;
  for (const [index, item] of items.entries()) {
    const { number } = item;
    const previous = items[index - 1];
    const value = valueOf(number);
    if (value === null) return null;
    const { parts: written, letter } = value;
    const same =
      before !== null &&
      isEqual(before.written, written) &&
      (letter !== '' || (previous !== undefined && areTwoWays(previous, item)));
    let parts: readonly number[];
    if (before === null) parts = firstOf(written, last);
    else if (same) parts = before.right;
    else if (startsAgain(written, before.written, items[index + 1])) parts = [1];
    else parts = nextOf(written, before.written, before.right);
    right.push(parts.join('.') + letter);
    before = { written, right: parts };
  }
  return right;
}

function firstOf(written: readonly number[], last: number): readonly number[] {
  const [top = 1] = written;
  if (written.length > 1) return [...written.slice(0, -1), Math.min(1, written.at(-1) ?? 1)];
  // from so far on, it goes on from another list or document
  return [top === 0 || top === last + 1 || top > 4 ? top : 1];
}

/** Whether a 1 with a 2 behind it begins another series. */
function startsAgain(
  written: readonly number[],
  before: readonly number[],
  next: Numbered | undefined,
): boolean {
  return (
    written.length === 1 &&
    written[0] === 1 &&
    (before[0] ?? 0) >= 2 &&
    next !== undefined &&
    valueOf(next.number)?.parts[0] === 2
  );
}

/** The number behind another one, at the level that is written: `1.1` or `2` behind `1`, `1.3` or `2` behind `1.2`. */
function nextOf(
  written: readonly number[],
  before: readonly number[],
  right: readonly number[],
): readonly number[] {
  // a step that came in later, between 3 and 4
  if (written.length === 2 && written[1] === 5 && before.length === 1 && before[0] === written[0])
    return [right[0] ?? 1, 5];
  const shared = written.findIndex((part, level) => part !== before[level]);
  const level = Math.min(shared < 0 ? written.length - 1 : shared, written.length - 1, before.length);
  // one level down: the first of its own count
  if (level === before.length) return [...right, ...written.slice(level).map((part) => Math.min(part, 1))];
  const below = written.slice(level + 1).map((part) => Math.min(part, 1));
  return [...right.slice(0, level), (right[level] ?? 0) + 1, ...below];
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
