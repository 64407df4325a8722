/** Runs of `*`, `_` and `~` and how they pair up to emphasis, strong emphasis and deletion. */
import type { Inline } from '../../../model/markdown';
import { code, sideAt } from './characters';
import { giveUp } from './unsure';

interface Run {
  readonly unit: number;
  /** What is left of the run. */
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const noRuns: readonly Run[] = [];

export class Delimiters {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #runs: Run[] = [];
  #hasTildes = false;

  constructor(text: string, from: number, to: number) {
    this.#text = text;
    this.#from = from;
    this.#to = to;
  }

  get length(): number {
    return this.#runs.length;
  }

  /** Notes the run at `at`. Returns the offset behind it. */
  add(unit: number, at: number): number {
    const text = this.#text;
    let end = at;
    while (end < this.#to && text.charCodeAt(end) === unit) end++;
    const before = sideAt(text, at - 1, this.#from, this.#to);
    const after = sideAt(text, end, this.#from, this.#to);
    const opens = after === 'other' || (after === 'punctuation' && before !== 'other');
    const closes = before === 'other' || (before === 'punctuation' && after !== 'other');
    if (unit === code.tilde) {
      this.#hasTildes = true;
      if (end - at <= 2 && (opens || closes)) this.#push({ unit, start: at, end, opens, closes });
      return end;
    }
    // GFM: tildes count as no punctuation here
    const mayOpen = opens || this.#isTilde(end);
    const mayClose = closes || this.#isTilde(at - 1);
    const word = unit === code.underscore;
    this.#push({
      unit,
      start: at,
      end,
      opens: mayOpen && (!word || before !== 'other' || !mayClose),
      closes: mayClose && (!word || after !== 'other' || !mayOpen),
    });
    return end;
  }

  /** Pairs the runs from number `bottom` on, adds what they mark, and forgets them. */
  pair(bottom: number, marks: Inline[]): void {
    const runs = this.#runs;
    if (runs.length - bottom > 1) {
      const own = runs.slice(bottom);
      const tildes = this.#hasTildes ? own.filter(isTildes) : noRuns;
      const first = marks.length;
      if (tildes.length > 0) pairTildes(tildes, marks);
      const between = marks.length;
      if (tildes.length === 0) pairEmphasis(own, marks);
      else if (tildes.length < own.length)
        pairEmphasis(
          own.filter((run) => !isTildes(run)),
          marks,
        );
      // each kind would then be read within the other's marks, depending on which comes first
      if (between > first && cross(marks, first, between)) giveUp('deletion across emphasis');
    }
    runs.length = Math.min(runs.length, bottom);
  }

  #push(run: Run): void {
    if (run.opens || run.closes) this.#runs.push(run);
  }

  #isTilde(offset: number): boolean {
    return offset >= this.#from && offset < this.#to && this.#text.charCodeAt(offset) === code.tilde;
  }
}

function isTildes({ unit }: Run): boolean {
  return unit === code.tilde;
}

/** Whether one of the marks from number `first` up to `between` overlaps one behind without either lying in the other. */
function cross(marks: readonly Inline[], first: number, between: number): boolean {
  for (let i = first; i < between; i++) {
    const one = marks[i]?.span;
    for (let k = between; k < marks.length && one !== undefined; k++) {
      const other = marks[k]?.span ?? one;
      const [left, right] = one.start < other.start ? [one, other] : [other, one];
      if (right.start < left.end && left.end < right.end) return true;
    }
  }
  return false;
}

function pairTildes(runs: readonly Run[], marks: Inline[]): void {
  const open: Run[] = [];
  for (const run of runs) {
    const length = run.end - run.start;
    const opener = run.closes ? open.findLastIndex(({ start, end }) => end - start === length) : -1;
    const start = open[opener]?.start;
    if (start !== undefined) {
      marks.push({ type: 'delete', span: { start, end: run.end } });
      open.length = opener;
    } else if (run.opens) open.push(run);
  }
}

function pairEmphasis(runs: readonly Run[], marks: Inline[]): void {
  const open: Run[] = [];
  for (const run of runs) {
    while (run.closes && run.end > run.start) {
      const opener = findOpener(open, run);
      const other = open[opener];
      if (other === undefined) break;
      const use = other.end - other.start > 1 && run.end - run.start > 1 ? 2 : 1;
      marks.push({
        type: use === 2 ? 'strong' : 'emphasis',
        span: { start: other.end - use, end: run.start + use },
      });
      other.end -= use;
      run.start += use;
      open.length = other.end > other.start ? opener + 1 : opener;
    }
    if (run.opens && run.end > run.start) open.push(run);
  }
}

/** Index of the nearest run that a closing run may pair with, or -1. */
function findOpener(open: readonly Run[], closer: Run): number {
  const length = closer.end - closer.start;
  for (let i = open.length - 1; i >= 0; i--) {
    const run = open[i];
    if (run?.unit !== closer.unit) continue;
    const sum = run.end - run.start + length;
    // the rule of three: runs that both open and close only pair when their lengths allow it
    if ((run.closes || closer.opens) && length % 3 !== 0 && sum % 3 === 0) continue;
    return i;
  }
  return -1;
}
