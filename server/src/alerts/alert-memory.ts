/**
 * What was read of one file last, so that a key that is pressed in a rule costs that rule and not the file. It answers only
 * where the rule is an item of a list with no ties to what is around it, and otherwise has the whole file read; what it says is
 * what reading afresh says.
 */
import type { AddressTarget } from '../model/alert-document';
import type { AlertRule } from '../model/alert-rule';
import { LineIndex } from '../text/line-index';
import { firstFrom, type Span } from '../text/span';
import { targetOf, type AddressOptions } from './addresses';
import { movedRule } from './moved-rules';
import { readYaml, type YamlRules } from './read-yaml';

/** The column (from 0) up to which items are taken for what they are without what is around them. */
const furthestIn = 40;
/** Lines behind an item that are looked at. */
const mostLines = 50;

/** An anchor, an alias, the mark between two documents, a line end of its own kind. */
const tie = /(?:^|[\s,:[{-])[&*]\w|<<|^[ \t]*(?:---|\.\.\.)(?:\s|$)|\r(?!\n)/m;

/** Addresses that are remembered before all are forgotten. */
const mostTargets = 10_000;

/** Remembers the file that was read last. */
export class AlertMemory {
  #text = '';
  #found: YamlRules | null = null;
  #options: AddressOptions | null = null;
  readonly #targets = new Map<string, AddressTarget>();

  /** The rules of a text, in their order. */
  read(text: string, lines: LineIndex): YamlRules {
    const found = this.#found === null ? null : changed(this.#text, this.#found, text);
    this.#text = text;
    if (found !== null) return (this.#found = found);
    const read = readYaml(text, lines);
    return (this.#found = { ...read, rules: inOrder(read.rules) });
  }

  /** Where an address leads, by its characters: most addresses of a file stay as they are from key to key. */
  targetOf(raw: string, options: AddressOptions): AddressTarget {
    if (this.#options?.addresses !== options.addresses || this.#options.remotes !== options.remotes) {
      this.#targets.clear();
      this.#options = options;
    }
    const target = this.#targets.get(raw) ?? targetOf(raw, options);
    if (this.#targets.size >= mostTargets) this.#targets.clear();
    this.#targets.set(raw, target);
    return target;
  }

  /** Forgets the file. */
  forget(): void {
    this.#targets.clear();
    this.#text = '';
    this.#found = null;
  }
}

/** Rules in the order of the text; those without a place come first. */
export function inOrder(rules: readonly AlertRule[]): AlertRule[] {
  return [...rules].sort((a, b) => startOf(a) - startOf(b));
}

/** The rules of a text that differs from one that was read in one rule; null where it differs in more. */
function changed(before: string, found: YamlRules, text: string): YamlRules | null {
  if (before === text) return found;
  if (!found.isPlain) return null;
  const { rules } = found;
  const change = changeBetween(before, text);
  const index = firstFrom(rules, change.start + 1, startOf) - 1;
  const item = itemOf(before, rules[index]);
  const next = rules[index + 1];
  // the line end behind the item has to be there still
  if (item === null || change.start < item.content || change.end >= item.end) return null;
  if (next !== undefined && startOf(next) < item.end) return null;
  const by = text.length - before.length;
  const region = text.slice(item.start, item.end + by);
  const old = before.slice(item.start, item.end);
  if (itemEnd(text, item.start, item.column) !== item.end + by || tie.test(old) || tie.test(region))
    return null;
  if (hasActionBehind(before, item.end)) return null;
  const now = readYaml(region, new LineIndex(region));
  const [rule] = now.rules;
  if (!now.isClosed || now.rules.length !== 1 || rule?.span?.start !== item.content - item.start) return null;
  if (hasBrackets(old) || hasBrackets(region)) {
    const then = readYaml(old, new LineIndex(old));
    if (!then.isClosed || then.templated !== now.templated) return null;
  }
  const all = rules.map((one, place) =>
    place < index ? one : place > index ? movedRule(one, by) : movedRule(rule, item.start),
  );
  return { ...found, rules: all };
}

interface Item extends Span {
  /** The column of its dash, and the offset of what is behind it. */
  readonly column: number;
  readonly content: number;
}

/** The lines of a rule that is an item of a list; null for others. */
function itemOf(text: string, rule: AlertRule | undefined): Item | null {
  const content = rule?.span?.start;
  if (content === undefined) return null;
  const start = text.lastIndexOf('\n', content - 1) + 1;
  const head = text.slice(start, content);
  const column = head.indexOf('-');
  if (column < 0 || column > furthestIn || head.length > 2 * furthestIn || !/^ *- +$/.test(head)) return null;
  const end = itemEnd(text, start, column);
  return text.charAt(end - 1) === '\n' ? { start, end, column, content } : null;
}

/** Where the first line begins, below the one at `start`, that is not further in than `column`. */
function itemEnd(text: string, start: number, column: number): number {
  for (let end = text.indexOf('\n', start) + 1; end > 0; end = text.indexOf('\n', end) + 1) {
    const indent = /[ \t]*/y;
    indent.lastIndex = end;
    indent.test(text);
    const first = indent.lastIndex;
    const isBlank = first === text.length || text.charAt(first) === '\n' || text.charAt(first) === '\r';
    if (!isBlank && first - end <= column) return end;
  }
  return text.length;
}

/** Whether the next line with content, behind an item, begins with an action of a template: it may be about the item. */
function hasActionBehind(text: string, end: number): boolean {
  let at = end;
  for (let count = 0; count < mostLines && at < text.length; count++) {
    const found = text.indexOf('\n', at);
    const lineEnd = found < 0 ? text.length : found;
    const line = text.slice(at, lineEnd).trimStart();
    if (line !== '' && !line.startsWith('#')) return /^\{[{%]/.test(line);
    at = lineEnd + 1;
  }
  return at < text.length;
}

function hasBrackets(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/** Characters that are compared at once. */
const stride = 1024;

/** The stretch of the old text in which the new one differs. */
function changeBetween(before: string, text: string): Span {
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start + stride <= most && before.startsWith(text.slice(start, start + stride), start))
    start += stride;
  while (start < most && before.charCodeAt(start) === text.charCodeAt(start)) start++;
  let end = before.length;
  const by = text.length - before.length;
  const least = start + Math.max(0, -by);
  while (end - stride >= least && before.startsWith(text.slice(end + by - stride, end + by), end - stride))
    end -= stride;
  while (end > least && before.charCodeAt(end - 1) === text.charCodeAt(end + by - 1)) end--;
  return { start, end };
}

function startOf({ span }: AlertRule): number {
  return span?.start ?? 0;
}
