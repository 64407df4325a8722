/**
 * Wildcards over paths with `/`: `*`, `?`, `**`, `[a-z]`, `[!a-z]`, `{a,b}` and `\` in front of what stands for itself.
 * Matching is linear in the path for each pattern: plain ones become regular expressions without overlapping runs, all
 * others are followed in all their ways at once. Knows neither configuration nor files.
 */
import { accepted, repeated, runs, type State } from './state-machine';

/** What is wrong with a pattern: it is too long, or nests too many braces, or something in it has no end or no sense. */
export type WildcardFault = 'length' | 'depth' | 'bracket' | 'brace' | 'range';

/** Why a pattern cannot be used; `most` is the bound on its length or depth. */
export class InvalidWildcard extends Error {
  readonly fault: WildcardFault;
  readonly most: number;

  constructor(fault: WildcardFault, most = 0) {
    super(fault);
    this.fault = fault;
    this.most = most;
  }
}

export interface WildcardOptions {
  readonly ignoreCase: boolean;
  /** Whether `{a,b}` means one of several; otherwise braces stand for themselves, as in `.gitignore`. */
  readonly braces: boolean;
}

/** `depth`: any number of folders with their slashes; `rest`: anything at all; `some`: anything within a name. */
type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'one' | 'some' | 'depth' | 'rest' }
  | { readonly type: 'class'; readonly source: string }
  | { readonly type: 'choice'; readonly options: readonly (readonly Part[])[] };

/** UTF-16 units of a pattern. */
const longest = 1000;
/** Braces within braces. */
const deepest = 5;

/** A test for whole paths: whether any of the patterns matches. Throws {@link InvalidWildcard}. */
export function compileWildcards(
  patterns: readonly string[],
  { ignoreCase, braces }: WildcardOptions,
): (path: string) => boolean {
  const flags = ignoreCase ? 'isu' : 'su';
  const plain: string[] = [];
  const others: State[] = [];
  for (const pattern of patterns) {
    if (pattern.length > longest) throw new InvalidWildcard('length', longest);
    const parts = new WildcardReader(pattern, braces).readAll();
    if (isPlain(parts)) plain.push(toSource(parts));
    else others.push(toStates(parts, accepted, flags));
  }
  const whole = plain.length === 0 ? null : new RegExp(`^(?:${plain.join('|')})$`, flags);
  return (path) => whole?.test(path) === true || others.some((start) => runs(start, path));
}

class WildcardReader {
  readonly #pattern: string;
  readonly #braces: boolean;
  #at = 0;

  constructor(pattern: string, braces: boolean) {
    this.#pattern = pattern;
    this.#braces = braces;
  }

  readAll(): readonly Part[] {
    return this.#read(0);
  }

  #read(level: number): Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#pattern.length) {
      const character = this.#pattern.charAt(this.#at);
      if (level > 0 && (character === ',' || character === '}')) break;
      parts.push(this.#readPart(character, level));
    }
    return parts;
  }

  #readPart(character: string, level: number): Part {
    if (character === '*') return this.#readStars();
    if (character === '?') {
      this.#at++;
      return { type: 'one' };
    }
    if (character === '[') return this.#readClass();
    if (character === '{' && this.#braces) return this.#readChoice(level);
    if (character === '\\' && this.#at + 1 < this.#pattern.length) this.#at++;
    const text = String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 0);
    this.#at += text.length;
    return { type: 'text', text };
  }

  #readStars(): Part {
    const start = this.#at;
    while (this.#pattern.charAt(this.#at) === '*') this.#at++;
    const isSegment = start === 0 || this.#pattern.charAt(start - 1) === '/';
    if (this.#at - start < 2 || !isSegment) return { type: 'some' };
    if (this.#at === this.#pattern.length) return { type: 'rest' };
    if (this.#pattern.charAt(this.#at) !== '/') return { type: 'some' };
    this.#at++;
    return { type: 'depth' };
  }

  #readClass(): Part {
    const negated = /[!^]/.test(this.#pattern.charAt(this.#at + 1));
    const first = this.#at + (negated ? 2 : 1);
    // a bracket that closes right away is one of the characters
    let end = first + (this.#pattern.charAt(first) === ']' ? 1 : 0);
    while (end < this.#pattern.length && this.#pattern.charAt(end) !== ']')
      end += this.#pattern.charAt(end) === '\\' ? 2 : 1;
    if (end >= this.#pattern.length) throw new InvalidWildcard('bracket');
    const members = this.#pattern.slice(first, end);
    this.#at = end + 1;
    const source = members.replace(/\\(?=[^])/g, '').replace(/[\\\]^[]/g, '\\$&');
    const type = 'class' as const;
    if (!isRegExp(`[${source}]`)) throw new InvalidWildcard('range');
    return { type, source: `(?!/)[${negated ? '^' : ''}${source}]` };
  }

  #readChoice(level: number): Part {
    if (level >= deepest) throw new InvalidWildcard('depth', deepest);
    this.#at++;
    const options: Part[][] = [];
    for (;;) {
      options.push(this.#read(level + 1));
      const end = this.#pattern.charAt(this.#at++);
      if (end === '') throw new InvalidWildcard('brace');
      if (end === '}') break;
    }
    const [only] = options;
    // braces around a single word stand for themselves
    return options.length > 1 || only === undefined
      ? { type: 'choice', options }
      : { type: 'choice', options: [[{ type: 'text', text: '{' }, ...only, { type: 'text', text: '}' }]] };
  }
}

function isRegExp(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Whether no name has more than two runs of anything, and nothing else multiplies the ways to match. */
function isPlain(parts: readonly Part[]): boolean {
  let runsInName = 0;
  let depths = 0;
  let choices = 0;
  for (const part of parts) {
    if (part.type === 'depth' || (part.type === 'text' && part.text === '/')) runsInName = 0;
    if (part.type === 'some' && ++runsInName > 2) return false;
    if (part.type === 'depth' && ++depths > 1) return false;
    if (part.type !== 'choice') continue;
    const isText = part.options.every((option) => option.every(({ type }) => type === 'text'));
    if (!isText || ++choices > 2) return false;
  }
  return true;
}

function toSource(parts: readonly Part[]): string {
  return parts.map(partSource).join('');
}

function partSource(part: Part): string {
  switch (part.type) {
    case 'text':
      return escaped(part.text);
    case 'one':
      return '[^/]';
    case 'some':
      return '[^/]*';
    case 'depth':
      return '(?:[^/]+/)*';
    case 'rest':
      return '.*';
    case 'class':
      return part.source;
    default:
      return `(?:${part.options.map(toSource).join('|')})`;
  }
}

/** The points of parts that are followed by `next`. */
function toStates(parts: readonly Part[], next: State, flags: string): State {
  return parts.reduceRight((after, part) => stateOf(part, after, flags), next);
}

function stateOf(part: Part, next: State, flags: string): State {
  switch (part.type) {
    case 'depth': {
      const fork: State = { also: [next] };
      const name: State = { also: [] };
      const more: State = { takes: isInName, next: name };
      name.also.push(more, { takes: (character) => character === '/', next: fork });
      fork.also.push(more);
      return fork;
    }
    case 'rest':
      return repeated(() => true, next);
    case 'some':
      return repeated(isInName, next);
    case 'choice':
      return { also: part.options.map((option) => toStates(option, next, flags)) };
    default: {
      const pattern = new RegExp(`^${partSource(part)}$`, flags);
      return { takes: (character) => pattern.test(character), next };
    }
  }
}

function isInName(character: string): boolean {
  return character !== '/';
}
