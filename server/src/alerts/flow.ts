/** Maps and lists in brackets, read by the YAML library within bounds. Where they end is found without it. */
import { isAlias, isMap, isScalar, isSeq, type Document, type Node as YamlNode } from 'yaml';
import { parseYaml, type YamlBounds } from '../config/bounded-yaml';
import type { Node, Pair, ScalarNode } from './nodes';
import { closingQuote } from './scalar-places';
import type { YamlLines } from './yaml-lines';

const bounds: YamlBounds = { length: 2_000_000, tokens: 100_000 };

/** Maps and lists in brackets that are read of one file: each of them costs the library some work before it begins. */
const mostFlows = 5000;

/** What is known while one file is read. */
export class Anchors {
  /** Nodes by the names of their anchors. */
  readonly nodes = new Map<string, Node>();
  /** How many maps and lists in brackets were read. */
  flows = 0;
}

/** The map or list in brackets that begins at `offset`; its lines are passed. */
export function readFlow(lines: YamlLines, offset: number, parent: number, anchors: Anchors): Node {
  const end = flowEnd(lines, offset, parent);
  const unknown: Node = { kind: 'unknown', start: offset, end: end ?? offset + 1, parts: [] };
  if (end === null || anchors.flows > mostFlows) return unknown;
  const source = lines.template.blank.slice(offset, end);
  if (source === '{}')
    return { kind: 'map', start: offset, end, indent: 0, isFlow: true, isOpen: false, pairs: [] };
  if (source === '[]') return { kind: 'list', start: offset, end, items: [] };
  anchors.flows++;
  const result = parseYaml(source, bounds, { schema: 'failsafe', uniqueKeys: false, strict: false });
  if (!('documents' in result)) return unknown;
  const contents = result.documents[0]?.contents ?? null;
  return contents === null ? unknown : (new FlowNodes(lines, offset, anchors).of(contents) ?? unknown);
}

/** The offset behind the closing bracket; null where it is missing. The line of it is passed, or all that may belong to it. */
function flowEnd(lines: YamlLines, offset: number, parent: number): number | null {
  const brackets = new Brackets(lines.template.blank);
  for (let at = offset; ; at = lines.offset) {
    const end = brackets.readLine(at, lines.end);
    if (end !== null) {
      lines.line++;
      return end;
    }
    if (!goesOn(lines, parent, brackets.isQuoted)) return null;
  }
}

/** Counts brackets line by line; those in quotes and in comments are none. */
class Brackets {
  readonly #text: string;
  #depth = 0;
  /** The quote that a line above has left open. */
  #quote = '';
  /** Whether words without quotes have begun: a quote among them is one of their characters. */
  #isPlain = false;
  /** The offset behind the last closing quote. */
  #behindQuote = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the line ends within quotes. */
  get isQuoted(): boolean {
    return this.#quote !== '';
  }

  /** The offset behind the bracket that closes the first one, if it is in this line. */
  readLine(start: number, end: number): number | null {
    let at = start;
    while (at < end) {
      const character = this.#text.charAt(at);
      if (this.#quote !== '' || (!this.#isPlain && (character === '"' || character === "'"))) {
        const next = this.#passQuoted(at, end);
        if (next === null) return null;
        at = next;
        continue;
      }
      if (character === '#' && /\s/.test(this.#text.charAt(at - 1))) return null;
      at++;
      if ('{['.includes(character)) this.#depth++;
      else if ('}]'.includes(character) && --this.#depth === 0) return at;
      this.#isPlain = this.#isPlainBehind(character, at, end);
    }
    return null;
  }

  /** The offset behind what is quoted; null where it goes on in the next line. */
  #passQuoted(at: number, end: number): number | null {
    const isNew = this.#quote === '';
    const quote = isNew ? this.#text.charAt(at) : this.#quote;
    const close = closingQuote(this.#text, isNew ? at + 1 : at, end, quote);
    this.#quote = close < 0 ? quote : '';
    this.#behindQuote = close + 1;
    return close < 0 ? null : close + 1;
  }

  #isPlainBehind(character: string, at: number, end: number): boolean {
    if ('{[]},'.includes(character)) return false;
    if (character === ' ' || character === '\t') return this.#isPlain;
    if (character !== ':') return true;
    // a colon ends a key in front of white space, and right behind its quotes
    const ends = at >= end || /[\s,{}[\]]/.test(this.#text.charAt(at)) || at - 1 === this.#behindQuote;
    return !ends;
  }
}

/** Goes to the next line that may belong to a bracket above: a closing one may stand as far out as its key. */
function goesOn(lines: YamlLines, parent: number, isQuoted: boolean): boolean {
  lines.line++;
  while (!lines.isDone) {
    lines.look(lines.line);
    if (lines.offset < lines.end && (isQuoted || !lines.isComment(lines.offset))) {
      const closes = /[}\]]/.test(lines.template.blank.charAt(lines.offset));
      return !lines.isMarker() && (lines.indent > parent || (lines.indent === parent && closes));
    }
    lines.line++;
  }
  return false;
}

/** Turns nodes of the library into ours, moved to where they stand in the text. */
class FlowNodes {
  readonly #lines: YamlLines;
  readonly #shift: number;
  readonly #anchors: Anchors;

  constructor(lines: YamlLines, shift: number, anchors: Anchors) {
    this.#lines = lines;
    this.#shift = shift;
    this.#anchors = anchors;
  }

  of(node: YamlNode | Document.Parsed['contents']): Node | null {
    const read = this.#read(node);
    if (read !== null && !isAlias(node) && node?.anchor !== undefined)
      this.#anchors.nodes.set(node.anchor, read);
    return read;
  }

  #read(node: YamlNode | Document.Parsed['contents']): Node | null {
    const range = node?.range;
    if (node == null || range == null) return null;
    const start = range[0] + this.#shift;
    const end = range[1] + this.#shift;
    if (isAlias(node))
      return this.#anchors.nodes.get(node.source) ?? { kind: 'unknown', start, end, parts: [] };
    if (isScalar(node)) return scalar(node.type, start, end);
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => (isYamlNode(item) ? (this.of(item) ?? []) : []));
      return { kind: 'list', start, end, items };
    }
    if (!isMap(node)) return { kind: 'unknown', start, end, parts: [] };
    const pairs = node.items.flatMap(({ key, value }): Pair[] => {
      const name = isYamlNode(key) ? this.of(key) : null;
      if (name?.kind !== 'scalar') return [];
      const { raw, known } = this.#lines.template.say(name.start, name.end);
      const read = isYamlNode(value) ? this.of(value) : null;
      const until = isYamlNode(value) && value.range != null ? value.range[1] + this.#shift : name.end;
      return [
        { key: known ? raw : null, keyStart: name.start, keyEnd: name.end, value: read, end: until, until },
      ];
    });
    return { kind: 'map', start, end, indent: 0, isFlow: true, isOpen: false, pairs };
  }
}

function scalar(type: string | undefined, start: number, end: number): ScalarNode | null {
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const style = type === 'QUOTE_DOUBLE' ? 'double' : type === 'QUOTE_SINGLE' ? 'single' : 'plain';
  if (!isQuoted)
    return start === end ? null : { kind: 'scalar', style, start, end, indent: 0, isSound: true };
  const inner = { start: start + 1, end: Math.max(start + 1, end - 1) };
  return { kind: 'scalar', style, ...inner, indent: 0, isSound: true };
}

function isYamlNode(value: unknown): value is YamlNode {
  return isAlias(value) || isScalar(value) || isSeq(value) || isMap(value);
}
