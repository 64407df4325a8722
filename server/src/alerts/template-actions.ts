/**
 * The actions of a template in a text: `{{ … }}` of Go and Helm, `{% … %}` of Jinja. What each does to the text around it,
 * and what it certainly says. Knows nothing of YAML. Linear, whatever the text.
 */

/**
 * `control` opens, divides or closes a stretch (`if`, `range`, `else`, `end`), `silent` writes nothing (assignments,
 * comments), `output` writes something.
 */
export type ActionKind = 'control' | 'silent' | 'output';

/** An action of a template. */
export interface Action {
  /** UTF-16 offsets of the whole, with its brackets. */
  readonly start: number;
  readonly end: number;
  readonly kind: ActionKind;
  /** What it writes, where that is certain: a literal, or a variable that has one here. */
  readonly literal: string | null;
  /** Whether it takes the white space in front of it, or behind it. */
  readonly trimsBefore: boolean;
  readonly trimsBehind: boolean;
  /** Where the stretch begins and ends that a control belongs to; the end is at least known to lie behind, and infinite where nothing closes it. */
  readonly stretch: Stretch | null;
}

/** From where to where a control and those that belong to it reach. */
interface Stretch {
  readonly start: number;
  end: number;
}

interface Scope {
  readonly stretch: Stretch;
  /** What the names that are declared in it stood for before. */
  readonly hidden: (readonly [name: string, before: Variable | undefined])[];
}

interface Variable {
  /** What it certainly holds; null where it holds something else. */
  literal: string | null;
  /** The number of scopes around its declaration. */
  readonly depth: number;
}

/** The second character of an opening bracket. */
type Bracket = '{' | '%';

const openers: Readonly<Record<Bracket, ReadonlySet<string>>> = {
  '{': new Set(['if', 'range', 'with', 'define', 'block']),
  '%': new Set(['if', 'for', 'with', 'block', 'raw', 'filter', 'macro', 'call']),
};
/** Actions of one text that are looked at, far more than people write; what is behind them counts as words. */
const mostActions = 50_000;
const assignment = /^\$(\w+)(?: *, *\$(\w+))? *(:?=) */;

/** What was read of a text. */
interface Actions {
  /** In their order. */
  readonly actions: readonly Action[];
  /** Whether all of them have an end and none gives a variable a literal, so that each can be read without the others. */
  readonly isPlain: boolean;
  /** Whether each stretch that begins has an end, and the other way round. */
  readonly isClosed: boolean;
}

/** The actions of a text. */
export function readActions(text: string): Actions {
  const actions: Action[] = [];
  if (!text.includes('{{') && !text.includes('{%')) return { actions, isPlain: true, isClosed: true };
  const state = new Variables();
  const ends = new ActionEnds(text);
  let leads = false;
  const opening = /\{[{%]/g;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const end = ends.after(found.index);
    if (end === null) continue;
    opening.lastIndex = end;
    if (actions.length >= mostActions) return { actions, isPlain: false, isClosed: false };
    leads = beginsLine(text, found.index, leads ? (actions.at(-1)?.end ?? 0) : -1);
    actions.push(toAction(text, found.index, end, leads, state));
  }
  return { actions, isPlain: !ends.isOpen && !state.isSet, isClosed: state.isClosed };
}

/** White space in front of an action that is looked through. */
const mostSpace = 200;

/** Whether nothing but white space, and actions up to `other`, stands in front of an action in its line. */
function beginsLine(text: string, start: number, other: number): boolean {
  for (let at = start; at > start - mostSpace; at--) {
    const before = text.charAt(at - 1);
    if (at === other || before === '\n' || before === '') return true;
    if (before !== ' ' && before !== '\t') return false;
  }
  return false;
}

function toAction(text: string, start: number, end: number, leads: boolean, state: Variables): Action {
  const trimsBefore = text.charAt(start + 2) === '-';
  const trimsBehind = text.charAt(end - 3) === '-' && end - 3 > start + 2;
  const words = text.slice(start + (trimsBefore ? 3 : 2), end - (trimsBehind ? 3 : 2)).trim();
  const bracket = text.charAt(start + 1) === '%' ? '%' : '{';
  const action = (kind: ActionKind, literal: string | null, stretch: Stretch | null): Action => ({
    start,
    end,
    kind,
    literal,
    trimsBefore,
    trimsBehind,
    stretch,
  });
  if (words === '' || words.startsWith('/*')) return action('silent', '', null);
  const word = leadingWord(words);
  if (openers[bracket].has(word)) return action('control', null, state.open(start, words));
  if (word === 'else' || word === 'elif') return action('control', null, state.divide(start));
  if (word === 'end' || (bracket === '%' && word.startsWith('end')))
    return action('control', null, state.close(start, end));
  const assigned = words.startsWith('$') ? assignment.exec(words) : null;
  if (assigned !== null) {
    // within a text a variable is for that text alone
    state.assign(assigned, leads ? words.slice(assigned[0].length) : '');
    return action('silent', leads ? '' : null, null);
  }
  if (bracket === '%' || word === 'fail') return action('silent', null, null);
  return action('output', state.literalOf(words), null);
}

/** The small letters with which words begin. */
function leadingWord(words: string): string {
  let end = 0;
  for (let code = words.charCodeAt(0); code >= 0x61 && code <= 0x7a; code = words.charCodeAt(end)) end++;
  return words.slice(0, end);
}

/** What variables hold at the place that has been reached. */
class Variables {
  /** Whether it is known of any of them what it holds. */
  isSet = false;
  readonly #scopes: Scope[] = [];
  readonly #variables = new Map<string, Variable>();
  #isLoose = false;

  /** Whether all stretches that were opened are closed, and no others. */
  get isClosed(): boolean {
    return this.#scopes.length === 0 && !this.#isLoose;
  }

  open(start: number, words: string): Stretch {
    const stretch = { start, end: Infinity };
    const declared = /^\w+ +(\$\w+(?: *, *\$\w+)?) *:?=/.exec(words)?.[1] ?? '';
    this.#scopes.push({ stretch, hidden: [] });
    for (const [name] of declared.matchAll(/\w+/g)) this.#declare(name, null);
    return stretch;
  }

  divide(start: number): Stretch {
    const scope = this.#scopes.at(-1);
    if (scope === undefined) return this.#loose(start);
    this.#uncover(scope);
    return scope.stretch;
  }

  close(start: number, end: number): Stretch {
    const scope = this.#scopes.pop();
    if (scope === undefined) return this.#loose(start);
    this.#uncover(scope);
    scope.stretch.end = end;
    return scope.stretch;
  }

  /** The stretch of what has no beginning. */
  #loose(start: number): Stretch {
    this.#isLoose = true;
    return { start: 0, end: start };
  }

  assign([, name = '', second, operator]: RegExpExecArray, words: string): void {
    const literal = second === undefined ? this.literalOf(words) : null;
    this.isSet ||= literal !== null;
    const known = this.#variables.get(name);
    if (operator === ':=') this.#declare(name, literal);
    // what a branch sets is not known behind it
    else if (known !== undefined) known.literal = known.depth === this.#scopes.length ? literal : null;
    if (second !== undefined) this.#declare(second, null);
  }

  /** What an expression without calls says for certain. */
  literalOf(words: string): string | null {
    if (!/^[$`"]/.test(words)) return null;
    const quoting = /(?<! ) *\| ?s?quote$/.exec(words);
    const plain = quoting === null ? words : words.slice(0, quoting.index);
    if (/^`[^`]*`$/.test(plain) || /^"[^"\\]*"$/.test(plain)) return plain.slice(1, -1);
    const name = /^\$(\w+)$/.exec(plain)?.[1];
    return name === undefined ? null : (this.#variables.get(name)?.literal ?? null);
  }

  #declare(name: string, literal: string | null): void {
    this.#scopes.at(-1)?.hidden.push([name, this.#variables.get(name)]);
    this.#variables.set(name, { literal, depth: this.#scopes.length });
  }

  /** Takes back what a scope has declared, last things first. */
  #uncover({ hidden }: Scope): void {
    for (let one = hidden.pop(); one !== undefined; one = hidden.pop()) {
      const [name, before] = one;
      if (before === undefined) this.#variables.delete(name);
      else this.#variables.set(name, before);
    }
  }
}

/** Where actions end. Remembers what it has looked for in vain, so that no part of the text is searched again. */
class ActionEnds {
  readonly #text: string;
  /** From where on a mark occurs no more. */
  readonly #absentFrom = new Map<string, number>();
  /** Whether one of them has no end, or none outside of its quotes or comment. */
  isOpen = false;
  /** From where on no action was found to end outside of quotes. */
  #openFrom = Infinity;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset behind the action that begins at `start`; null where it has no end. */
  after(start: number): number | null {
    const close = this.#text.charAt(start + 1) === '%' ? '%}' : '}}';
    const plain = this.#find(close, start + 2);
    if (plain < 0) {
      this.isOpen = true;
      return null;
    }
    const first = this.#text.charAt(start + 2) === '-' ? start + 3 : start + 2;
    const comment = /^\s{0,20}\/\*/.exec(this.#text.slice(first, first + 22));
    if (comment !== null) {
      const end = this.#find('*/', first + comment[0].length);
      const behind = end < 0 ? -1 : this.#find(close, end + 2);
      this.isOpen ||= behind < 0;
      return (behind < 0 ? plain : behind) + 2;
    }
    const quoted = this.#text.slice(start, plain);
    if (!quoted.includes('"') && !quoted.includes('`')) return plain + 2;
    if (start >= this.#openFrom) return plain + 2;
    const end = this.#behindQuotes(start + 2, close);
    if (end === null) {
      this.isOpen = true;
      this.#openFrom = start;
    }
    return (end ?? plain) + 2;
  }

  /** Where the closing brackets stand, with what is quoted left out; null where a quotation has no end. */
  #behindQuotes(from: number, close: string): number | null {
    const marks = close === '}}' ? /["`\\\n]|\}\}/g : /["`\\\n]|%\}/g;
    marks.lastIndex = from;
    for (let found = marks.exec(this.#text); found !== null; found = marks.exec(this.#text)) {
      const mark = found[0];
      if (mark === close) return found.index;
      if (mark === '\\') marks.lastIndex++;
      if (mark !== '"' && mark !== '`') continue;
      const end = mark === '`' ? this.#find('`', found.index + 1) : this.#quoteEnd(found.index);
      if (end < 0) return null;
      marks.lastIndex = end + 1;
    }
    return null;
  }

  /** The end of a string in quotes, which is in the same line; negative where it has none. */
  #quoteEnd(start: number): number {
    const text = this.#text;
    if (this.#find('"', start + 1) < 0) return -1;
    for (let at = start + 1; at < text.length; at++) {
      const character = text.charAt(at);
      if (character === '"') return at;
      if (character === '\n') return -1;
      if (character === '\\') at++;
    }
    return -1;
  }

  #find(mark: string, from: number): number {
    const absent = this.#absentFrom.get(mark) ?? Infinity;
    if (from >= absent) return -1;
    const found = this.#text.indexOf(mark, from);
    if (found < 0) this.#absentFrom.set(mark, from);
    return found;
  }
}
