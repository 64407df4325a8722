/**
 * The part of regular expressions that a configuration may use, compiled into {@link runs}: characters, classes, `\d`, `\w`,
 * `\s`, `.`, groups of alternatives, and `?`, `*`, `+`, `{n,m}` behind any of these, but no repeat within a repeat. A
 * pattern takes a whole text. Nothing of it ever becomes a regular expression of the engine's.
 */
import { english, words, type Words } from './say';
import { accepted, repeated, runs, type State } from './state-machine';

/** Why a pattern cannot be used, as a clause: "it has empty brackets". */
export class InvalidPattern extends Error {
  readonly words: Words;

  constructor(why: Words) {
    super(english(why));
    this.words = why;
  }
}

/** Tells whether a whole text fits. */
export type TextPattern = (text: string) => boolean;

type Takes = (character: string) => boolean;

type Part =
  | { readonly type: 'one'; readonly takes: Takes }
  | { readonly type: 'group'; readonly options: readonly Sequence[] }
  | { readonly type: 'repeat'; readonly part: Part; readonly least: number; readonly most: number };
type Sequence = readonly Part[];

/** UTF-16 units of a pattern, and of a text that may fit. */
const longest = 200;
const longestText = 1000;
/** Most times that a part may be counted to. */
const mostTimes = 100;
/** Groups within groups. */
const deepest = 5;
/** Points of a compiled pattern. */
const mostPoints = 2000;

/** A test for whole texts. Throws {@link InvalidPattern}. */
export function compilePattern(source: string): TextPattern {
  if (source.length > longest) throw new InvalidPattern(words`it is longer than ${longest} characters`);
  const options = new PatternReader(source).readAll();
  if (options.reduce((sum, option) => sum + pointsOf(option), 0) > mostPoints)
    throw new InvalidPattern(words`it counts to too many characters`);
  const start: State = { also: options.map((option) => toStates(option, accepted)) };
  return (text) => text.length <= longestText && runs(start, text);
}

const sorts: Readonly<Record<string, Takes>> = {
  d: (character) => character >= '0' && character <= '9',
  w: (character) => /^\w$/.test(character),
  s: (character) => /^\s$/.test(character),
};

class PatternReader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(source: string) {
    // whole texts are taken anyway
    this.#characters = Array.from(source.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''));
  }

  readAll(): readonly Sequence[] {
    const options = this.#readOptions(0);
    if (this.#at < this.#characters.length)
      throw new InvalidPattern(words`it closes a group that it does not open`);
    return options;
  }

  get #next(): string {
    return this.#characters[this.#at] ?? '';
  }

  #readOptions(level: number): readonly Sequence[] {
    const options: Sequence[] = [];
    for (;;) {
      const parts: Part[] = [];
      while (this.#next !== '' && this.#next !== '|' && this.#next !== ')')
        parts.push(this.#readRepeat(this.#readPart(level)));
      options.push(parts);
      if (this.#next !== '|') return options;
      this.#at++;
    }
  }

  #readPart(level: number): Part {
    const character = this.#next;
    this.#at++;
    if (character === '(') return this.#readGroup(level);
    if (character === '[') return { type: 'one', takes: this.#readClass() };
    if (character === '\\') return { type: 'one', takes: this.#readEscape() };
    if (character === '.') return { type: 'one', takes: () => true };
    if ('*+?{'.includes(character)) throw new InvalidPattern(words`it repeats nothing with "${character}"`);
    if ('^$'.includes(character))
      throw new InvalidPattern(
        words`it has "${character}" in the middle; it always stands for the whole text`,
      );
    return { type: 'one', takes: (other) => other === character };
  }

  #readGroup(level: number): Part {
    if (level >= deepest) throw new InvalidPattern(words`it nests more than ${deepest} groups`);
    if (this.#next === '?') {
      if (this.#characters[this.#at + 1] !== ':')
        throw new InvalidPattern(words`it looks ahead, behind or names a group, which is not supported`);
      this.#at += 2;
    }
    const options = this.#readOptions(level + 1);
    if (this.#next !== ')') throw new InvalidPattern(words`it has an unclosed group`);
    this.#at++;
    return { type: 'group', options };
  }

  #readEscape(): Takes {
    const character = this.#next;
    if (character === '') throw new InvalidPattern(words`it ends with a backslash`);
    this.#at++;
    const sort = Object.hasOwn(sorts, character.toLowerCase()) ? sorts[character.toLowerCase()] : undefined;
    if (sort !== undefined) return character === character.toLowerCase() ? sort : (other) => !sort(other);
    if (/^[A-Za-z0-9]$/.test(character))
      throw new InvalidPattern(words`it uses "\\${character}", which is not supported`);
    return (other) => other === character;
  }

  #readClass(): Takes {
    const negated = this.#next === '^';
    if (negated) this.#at++;
    const members: Takes[] = [];
    while (this.#next !== ']') {
      if (this.#next === '') throw new InvalidPattern(words`it has an unclosed bracket`);
      members.push(this.#readMember());
    }
    this.#at++;
    if (members.length === 0) throw new InvalidPattern(words`it has empty brackets`);
    return (character) => members.some((takes) => takes(character)) !== negated;
  }

  #readMember(): Takes {
    const first = this.#next;
    this.#at++;
    if (first === '\\') return this.#readEscape();
    const last = this.#characters[this.#at + 1];
    if (this.#next !== '-' || last === undefined || last === ']') return (character) => character === first;
    if (last === '\\') throw new InvalidPattern(words`it has an invalid range in brackets`);
    this.#at += 2;
    const [from, to] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
    if (from > to) throw new InvalidPattern(words`it has an invalid range in brackets`);
    return (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code >= from && code <= to;
    };
  }

  #readRepeat(part: Part): Part {
    const bounds = this.#readBounds();
    if (bounds === null) return part;
    if (bounds.most > 1 && holdsRepeat(part))
      throw new InvalidPattern(words`it repeats what repeats already`);
    if ('*+?{'.includes(this.#next) && this.#next !== '')
      throw new InvalidPattern(words`it repeats what repeats already`);
    return { type: 'repeat', part, ...bounds };
  }

  #readBounds(): { least: number; most: number } | null {
    const mark = this.#next;
    if (mark === '*' || mark === '+' || mark === '?') {
      this.#at++;
      return { least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : Infinity };
    }
    if (mark !== '{') return null;
    const end = this.#characters.indexOf('}', this.#at);
    const written = /^(\d{1,4})(,(\d{0,4}))?$/.exec(
      end < 0 ? '' : this.#characters.slice(this.#at + 1, end).join(''),
    );
    if (written === null)
      throw new InvalidPattern(words`it has braces that do not count; write \\{ for a brace`);
    this.#at = end + 1;
    const least = Number(written[1]);
    const most = written[2] === undefined ? least : written[3] === '' ? Infinity : Number(written[3]);
    if (most < least) throw new InvalidPattern(words`it counts down in braces`);
    if (least > mostTimes || (most !== Infinity && most > mostTimes))
      throw new InvalidPattern(words`it counts to more than ${mostTimes}`);
    return { least, most };
  }
}

/** Whether a part may take more or fewer characters for a repeat in it; what is only optional is none. */
function holdsRepeat(part: Part): boolean {
  if (part.type === 'repeat') return (part.most > 1 && part.least !== part.most) || holdsRepeat(part.part);
  return part.type === 'group' && part.options.some((option) => option.some(holdsRepeat));
}

function pointsOf(sequence: Sequence): number {
  return sequence.reduce((sum, part) => sum + pointsOfPart(part), 1);
}

function pointsOfPart(part: Part): number {
  if (part.type === 'one') return 1;
  if (part.type === 'group') return part.options.reduce((sum, option) => sum + pointsOf(option), 1);
  const times = part.most === Infinity ? part.least + 1 : part.most;
  return pointsOfPart(part.part) * Math.max(1, times) + 1;
}

/** The points of parts that are followed by `next`. */
function toStates(sequence: Sequence, next: State): State {
  return sequence.reduceRight((after, part) => stateOf(part, after), next);
}

function stateOf(part: Part, next: State): State {
  if (part.type === 'one') return { takes: part.takes, next };
  if (part.type === 'group') return { also: part.options.map((option) => toStates(option, next)) };
  const { least, most } = part;
  let state = most === Infinity ? anyTimes(part.part, next) : next;
  if (most !== Infinity)
    for (let times = most; times > least; times--) state = { also: [stateOf(part.part, state), next] };
  for (let times = 0; times < least; times++) state = stateOf(part.part, state);
  return state;
}

function anyTimes(part: Part, next: State): State {
  if (part.type === 'one') return repeated(part.takes, next);
  const fork: State = { also: [next] };
  fork.also.push(stateOf(part, fork));
  return fork;
}
