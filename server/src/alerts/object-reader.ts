/**
 * Objects of HCL and Jsonnet as nodes: keys with what stands behind them. Calls, operators and conditions are not worked
 * out: a value that is more than one word, text or object is not known, but what stands in it is read all the same.
 */
import type { Node, Pair } from './nodes';
import { ObjectTokens, type ObjectLanguage, type Token } from './object-tokens';
import type { TemplateText } from './template-text';

/** A bracket that is open, with what was read in it so far. */
interface Frame {
  readonly bracket: string;
  readonly start: number;
  readonly pairs: Pair[];
  readonly items: Node[];
  key: {
    readonly name: string | null;
    readonly start: number;
    readonly end: number;
    readonly behind: number;
  } | null;
  /** What stands in the place of a key or a value. */
  atoms: Node[];
  /** Whether operators stand between them. */
  isMixed: boolean;
}

const opening: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' };
/** Most brackets that are open at once; what stands in more of them is passed. */
const deepest = 200;
/** Words that say what they are; others name something. */
const literal = /^(?:true|false|null|\d[\d.]*)$/;

/** The objects of a text. */
export function readObjects(template: TemplateText, language: ObjectLanguage): Node[] {
  return new ObjectReader(template, language).read();
}

class ObjectReader {
  readonly #template: TemplateText;
  readonly #language: ObjectLanguage;
  readonly #frames: Frame[] = [];
  /** How many brackets of a kind are open. */
  readonly #counts = new Map<string, number>();
  #frame: Frame;
  /** How many brackets are open within the deepest one. */
  #passed = 0;

  constructor(template: TemplateText, language: ObjectLanguage) {
    this.#template = template;
    this.#language = language;
    this.#frame = frame(language === 'terraform' ? '{' : '(', 0);
  }

  read(): Node[] {
    const { text } = this.#template;
    const tokens = new ObjectTokens(text, this.#language);
    for (let token = tokens.next(); token !== null; token = tokens.next()) this.#take(token, text);
    while (this.#frames.length > 0) this.#close(text.length);
    this.#endEntry(text.length);
    const { pairs, items } = this.#frame;
    return [...pairs.flatMap(({ value }) => value ?? []), ...items];
  }

  #take(token: Token, text: string): void {
    if (this.#passes(token)) return;
    const own = this.#frame;
    const { start, end } = token;
    const character = text.charAt(start);
    switch (token.kind) {
      case 'open':
        // a bracket right behind a word is a call or an index
        if (character !== '{' && own.atoms.length > 0) own.isMixed = true;
        this.#frames.push(own);
        this.#frame = frame(character, start);
        this.#count(character, 1);
        break;
      case 'close':
        this.#closeUpTo(opening[character] ?? '', end);
        break;
      case 'text':
        own.atoms.push({
          kind: 'scalar',
          style: token.style,
          start,
          end,
          indent: token.indent,
          isSound: token.isSound,
        });
        break;
      case 'word':
        own.atoms.push({ kind: 'scalar', style: 'plain', start, end, indent: 0, isSound: true });
        break;
      case 'end':
        if (
          this.#language === 'terraform' &&
          own.bracket === '{' &&
          (own.key === null || own.atoms.length > 0)
        )
          this.#endEntry(start);
        break;
      default:
        this.#mark(character, end);
    }
  }

  /** Whether a token is too deep to be read. */
  #passes({ kind }: Token): boolean {
    if (this.#frames.length < deepest) return false;
    if (kind === 'open') this.#passed++;
    else if (kind === 'close' && this.#passed > 0) this.#passed--;
    else return this.#passed > 0;
    return true;
  }

  #mark(character: string, end: number): void {
    const own = this.#frame;
    const parts = this.#language === 'terraform' ? '=:' : ':';
    if (character === ',' || character === ';') this.#endEntry(end - 1);
    else if (own.bracket === '{' && own.key === null && parts.includes(character)) this.#startValue(end);
    else if (!(character === ':' && own.atoms.length === 0)) own.isMixed = true;
  }

  /** What stands in front of a colon is a key. */
  #startValue(behind: number): void {
    const own = this.#frame;
    const atom = own.atoms.at(-1);
    const said = atom?.kind === 'scalar' ? this.#template.say(atom.start, atom.end) : null;
    const name = own.atoms.length === 1 && said?.known === true ? said.raw : null;
    own.key = {
      name,
      start: atom?.start ?? behind,
      end: atom?.end ?? behind,
      behind,
    };
    own.atoms = [];
    own.isMixed = false;
  }

  #endEntry(end: number): void {
    const own = this.#frame;
    const value = this.#valueOf(own);
    if (own.key !== null) {
      const { name, start, end: keyEnd, behind } = own.key;
      own.pairs.push({ key: name, keyStart: start, keyEnd, value, end: value?.end ?? behind, until: end });
    } else if (own.bracket === '{' && own.atoms.length > 0) this.#addBlock(end);
    else if (value !== null) own.items.push(value);
    own.key = null;
    own.atoms = [];
    own.isMixed = false;
  }

  /** What an expression says; unknown where it is more than one thing, or the name of one. */
  #valueOf({ atoms, isMixed }: Frame): Node | null {
    const [first] = atoms;
    const last = atoms.at(-1);
    if (first === undefined || last === undefined) return null;
    const { start } = first;
    const isName =
      first.kind === 'scalar' &&
      first.style === 'plain' &&
      !literal.test(this.#template.text.slice(start, first.end));
    if (atoms.length === 1 && !isMixed && !isName) return first;
    return { kind: 'unknown', start, end: last.end, parts: atoms.slice(isName ? 1 : 0) };
  }

  /** A block of HCL has words in front of its braces; in Jsonnet the words are a comprehension or something local. */
  #addBlock(end: number): void {
    const own = this.#frame;
    const first = own.atoms[0];
    const last = own.atoms.at(-1);
    if (first === undefined || last === undefined) return;
    const isBlock = first.kind === 'scalar' && last.kind === 'map';
    const isNamed = isBlock && this.#language === 'terraform';
    const key = isNamed ? this.#template.text.slice(first.start, first.end) : null;
    const value: Node = isBlock
      ? last
      : { kind: 'unknown', start: first.start, end: last.end, parts: own.atoms };
    own.pairs.push({ key, keyStart: first.start, keyEnd: first.end, value, end: last.end, until: end });
  }

  /** Ends the innermost bracket of a kind, and those in it that were left open. */
  #closeUpTo(bracket: string, end: number): void {
    if ((this.#counts.get(bracket) ?? 0) === 0) return;
    for (let closed = ''; closed !== bracket;) {
      closed = this.#frame.bracket;
      this.#close(end);
    }
  }

  #count(bracket: string, by: number): void {
    this.#counts.set(bracket, (this.#counts.get(bracket) ?? 0) + by);
  }

  /** Ends a bracket: what it holds is part of the value around it. */
  #close(end: number): void {
    this.#endEntry(end);
    const { bracket, start, pairs, items } = this.#frame;
    const outer = this.#frames.pop();
    if (outer === undefined) return;
    this.#frame = outer;
    this.#count(bracket, -1);
    if (bracket === '{')
      outer.atoms.push({ kind: 'map', start, end, indent: 0, isFlow: true, isOpen: false, pairs });
    else if (bracket === '[') outer.atoms.push({ kind: 'list', start, end, items });
    else outer.atoms.push({ kind: 'unknown', start, end, parts: items });
  }
}

function frame(bracket: string, start: number): Frame {
  return { bracket, start, pairs: [], items: [], key: null, atoms: [], isMixed: false };
}
