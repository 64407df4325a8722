/**
 * YAML by indentation, template or not: maps, lists and scalars with their places. Blank lines, comments and lines of
 * actions have no say in it, so that it reads what no parser accepts; what is broken costs the lines that it stands in. It
 * does not say what is wrong, and takes time in proportion to the text.
 */
import type { LineIndex } from '../text/line-index';
import { Anchors, readFlow } from './flow';
import { readKey, type Key } from './keys';
import type { MapNode, Node, Pair } from './nodes';
import { isBlockHeader, readBlockScalar, readPlain, readQuoted } from './scalar-places';
import type { TemplateText } from './template-text';
import { YamlLines } from './yaml-lines';

/** Maps and lists within each other; what is deeper is passed. */
const deepest = 60;

export class BlockReader {
  readonly #lines: YamlLines;
  readonly #anchors = new Anchors();
  #depth = 0;
  /** The offset behind what was read last. */
  #end = 0;
  /** The pairs of the map that was read last. */
  #recent: Pair[] | null = null;

  /** Reads the lines from `from` to the one before `to`. */
  constructor(template: TemplateText, index: LineIndex, from: number, to: number) {
    this.#lines = new YamlLines(template, index, from, to);
  }

  /** Whether a line holds nothing but actions of a template, outside of strings. */
  get hasDirectives(): boolean {
    return this.#lines.hasDirectives;
  }

  /** The documents, or pieces of them where they are broken. */
  read(): Node[] {
    const roots: Node[] = [];
    const lines = this.#lines;
    while (!lines.isDone) {
      const node = lines.seek() ? this.#block(-1, false) : null;
      if (node === null) lines.line++;
      else roots.push(node);
    }
    return roots;
  }

  /** What the next lines hold, if they are further in than `parent`; a list as value of a key need not be. */
  #block(parent: number, mayListBeginThere: boolean): Node | null {
    const lines = this.#lines;
    if (!lines.seek()) return null;
    const { indent, offset } = lines;
    if (indent < parent || (indent === parent && !(mayListBeginThere && this.#isDash(offset)))) return null;
    return this.#at(offset, indent, parent);
  }

  /** What begins at `offset` of the line that was looked at, which counts as column `indent`. */
  #at(offset: number, indent: number, parent: number): Node {
    if (this.#depth >= deepest) return this.#pass(offset, parent);
    this.#depth++;
    const node = this.#isDash(offset) ? this.#list(offset, indent) : this.#mapOrValue(offset, indent, parent);
    this.#depth--;
    return node;
  }

  #mapOrValue(offset: number, indent: number, parent: number): Node {
    const lines = this.#lines;
    const key = readKey(lines, offset);
    if (key !== null) return this.#map(offset, indent, key);
    const property = this.#property(offset);
    const inner = property === null ? null : readKey(lines, property.rest);
    if (property === null || inner === null) return this.#value(offset, parent, false);
    return this.#named(property.anchor, this.#map(property.rest, indent, inner));
  }

  #list(first: number, indent: number): Node {
    const lines = this.#lines;
    const items: Node[] = [];
    let offset = first;
    do {
      const rest = lines.restFrom(offset + 1);
      this.#end = offset + 1;
      let item: Node | null;
      if (rest < lines.end) item = this.#at(rest, indent + rest - offset, indent);
      else {
        lines.line++;
        item = this.#block(indent, false);
      }
      if (item !== null) items.push(item);
      this.#addStrays(indent, items, item);
      offset = lines.offset;
    } while (lines.seek() && lines.indent === indent && this.#isDash(lines.offset));
    return { kind: 'list', start: first, end: this.#end, items };
  }

  /** Lines that are too far in for the list and not far enough for its last item: keys among them belong to the item. */
  #addStrays(indent: number, items: Node[], item: Node | null): void {
    const lines = this.#lines;
    const own = item?.kind === 'map' && item.pairs === this.#recent ? this.#recent : null;
    while (lines.seek() && lines.indent > indent) {
      const node = this.#at(lines.offset, lines.indent, indent);
      if (node.kind === 'map' && own !== null) own.push(...node.pairs.slice(0, 100));
      else items.push(node);
    }
    this.#recent = own;
  }

  #map(first: number, indent: number, firstKey: Key): MapNode {
    const lines = this.#lines;
    const pairs: Pair[] = [];
    let key: Key | null = firstKey;
    let column = indent;
    do {
      if (key !== null) pairs.push(this.#pair(key, column));
      else if (this.#isDash(lines.offset)) pairs.push(this.#strayList(indent));
      else lines.line++;
      if (!lines.seek() || lines.indent < indent) break;
      const isDash = this.#isDash(lines.offset);
      if (isDash && lines.indent === indent) break;
      // what is too far in is a key all the same
      column = lines.indent;
      key = isDash ? null : readKey(lines, lines.offset);
    } while (!lines.isDone);
    this.#recent = pairs;
    return { kind: 'map', start: first, end: this.#end, indent, isFlow: false, isOpen: false, pairs };
  }

  /** A list that no key leads to. */
  #strayList(parent: number): Pair {
    const start = this.#lines.offset;
    const value = this.#at(start, this.#lines.indent, parent);
    return { key: null, keyStart: start, keyEnd: start, value, end: value.end, until: value.end };
  }

  #pair({ name, start, end, behind }: Key, indent: number): Pair {
    const lines = this.#lines;
    this.#end = behind;
    const rest = lines.restFrom(behind);
    let value: Node | null;
    if (rest < lines.end) value = this.#value(rest, indent, true);
    else {
      lines.line++;
      value = this.#block(indent, true);
    }
    const valueEnd = this.#end;
    lines.seek();
    const until = lines.isDone ? Math.max(lines.end, valueEnd) : lines.offset;
    return { key: name, keyStart: start, keyEnd: end, value, end: valueEnd, until };
  }

  /** The value that begins at `offset` of the line, for a key or item at column `parent`. */
  #value(offset: number, parent: number, isOfKey: boolean): Node {
    const lines = this.#lines;
    const property = this.#property(offset);
    if (property !== null) {
      this.#end = property.end;
      let node: Node | null;
      if (property.rest < lines.end && this.#depth < deepest) {
        this.#depth++;
        node = this.#value(property.rest, parent, isOfKey);
        this.#depth--;
      } else {
        lines.line++;
        node = this.#block(parent, isOfKey);
      }
      return this.#named(
        property.anchor,
        node ?? { kind: 'unknown', start: offset, end: property.end, parts: [] },
      );
    }
    const node = this.#scalarOrFlow(offset, parent);
    this.#end = Math.max(this.#end, node.end);
    return node.kind === 'scalar' && node.style === 'plain' ? this.#orMapBelow(node, parent) : node;
  }

  #scalarOrFlow(offset: number, parent: number): Node {
    const lines = this.#lines;
    switch (lines.template.blank.charAt(offset)) {
      case '|':
      case '>':
        if (isBlockHeader(lines, offset)) return readBlockScalar(lines, offset, parent);
        return readPlain(lines, offset, parent);
      case '"':
      case "'":
        return readQuoted(lines, offset, parent);
      case '{':
      case '[':
        return readFlow(lines, offset, parent, this.#anchors);
      case '*':
        return this.#alias(offset);
      default:
        return readPlain(lines, offset, parent);
    }
  }

  #alias(offset: number): Node {
    const lines = this.#lines;
    const name = /^[^\s,[\]{}]{1,200}/.exec(lines.template.blank.slice(offset + 1, lines.end))?.[0] ?? '';
    this.#end = offset + 1 + name.length;
    lines.line++;
    return this.#anchors.nodes.get(name) ?? { kind: 'unknown', start: offset, end: this.#end, parts: [] };
  }

  /** Keys below an action in the place of a value stand beside what the action writes. */
  #orMapBelow(node: Node, parent: number): Node {
    const lines = this.#lines;
    if (!lines.template.hasAction(node.start, node.end) || !lines.seek() || lines.indent <= parent)
      return node;
    const below = this.#at(lines.offset, lines.indent, parent);
    return below.kind === 'map' ? { ...below, isOpen: true } : node;
  }

  /** An anchor or a tag in front of a value. */
  #property(offset: number): { anchor: string | null; end: number; rest: number } | null {
    const lines = this.#lines;
    const found = /^([&!])([^\s,[\]{}]{0,200})(?=\s|$)/.exec(
      lines.template.blank.slice(offset, Math.min(lines.end, offset + 202)),
    );
    if (found === null) return null;
    const end = offset + found[0].length;
    return { anchor: found[1] === '&' ? (found[2] ?? '') : null, end, rest: lines.restFrom(end) };
  }

  #named<T extends Node>(anchor: string | null, node: T): T {
    if (anchor !== null) this.#anchors.nodes.set(anchor, node);
    return node;
  }

  /** Passes what is too deep, with all that belongs to it. */
  #pass(offset: number, parent: number): Node {
    const lines = this.#lines;
    this.#end = lines.end;
    do lines.line++;
    while (lines.seek() && lines.indent > parent);
    return { kind: 'unknown', start: offset, end: this.#end, parts: [] };
  }

  #isDash(offset: number): boolean {
    const { blank } = this.#lines.template;
    if (blank.charAt(offset) !== '-') return false;
    return offset + 1 >= this.#lines.end || /[ \t]/.test(blank.charAt(offset + 1));
  }
}
