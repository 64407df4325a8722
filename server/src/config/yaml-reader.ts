/**
 * Reads values of the expected type out of a YAML document and keeps every problem at its place.
 * Knows nothing of what the values mean.
 */
import { Document, isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import { shorten } from '../text/shorten';
import type { Span } from '../text/span';
import { configurationBounds, mostErrors, parseYaml, type PassedYamlBound } from './bounded-yaml';
import { type Words, english, words } from '../text/say';
import type { ListWords, MapWords } from './value-words';
import { nearestWord } from './nearest-word';

/** Something wrong in a configuration file: where (offsets into its text), and what to do about it. */
export interface ConfigurationProblem {
  readonly span: Span;
  /** In English. */
  readonly message: string;
  /** The message in whichever language. */
  readonly words: Words;
  readonly severity: 'error' | 'warning';
}

/** A problem with its message. */
export function configurationProblem(
  span: Span,
  words: Words,
  severity: 'error' | 'warning',
): ConfigurationProblem {
  return { span, message: english(words), words, severity };
}

/** An entry of a map; `value` is null where nothing is written. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: unknown;
}

/** A text with its place. */
export interface PlacedText {
  readonly text: string;
  readonly span: Span;
}

export class YamlReader {
  readonly problems: ConfigurationProblem[] = [];
  /** Paths, as written, of templates that the file names; whether they are there is found out elsewhere. */
  readonly templates: PlacedText[] = [];
  readonly #document: Document;
  readonly #length: number;

  /**
   * Reads any text; syntax errors become problems, and what could be read can be asked for. Nothing can be read of a
   * text that passes a bound: that is its one problem.
   */
  constructor(text: string) {
    this.#length = text.length;
    const parsed = parseYaml(text, configurationBounds, { prettyErrors: false });
    if ('problem' in parsed) {
      this.#document = new Document();
      this.report(parsed.span, tooMuch[parsed.problem](parsed.most));
      return;
    }
    const [document = new Document(), second] = parsed.documents;
    this.#document = document;
    for (const { pos, message } of document.errors.slice(0, mostErrors)) {
      this.report({ start: pos[0], end: pos[1] }, words`Invalid YAML: ${asSentence(message)}`);
    }
    for (const { pos, message } of document.warnings.slice(0, mostErrors)) {
      this.report({ start: pos[0], end: pos[1] }, words`${asSentence(message)}`, 'warning');
    }
    if (second !== undefined) {
      const [start, end] = second.range;
      this.report({ start, end }, words`Only the YAML above this line is read. Remove the line "---".`);
    }
  }

  /** The top of the document; null when there is nothing but comments. */
  get root(): unknown {
    return this.#document.contents;
  }

  /** Notes a problem; its place is moved into the text where it lies outside. */
  report({ start, end }: Span, said: Words, severity: 'error' | 'warning' = 'error'): void {
    const from = Math.min(Math.max(start, 0), this.#length);
    const span = { start: from, end: Math.min(Math.max(end, from), this.#length) };
    this.problems.push(configurationProblem(span, said, severity));
  }

  /** Reports an unknown word as `unknown` says it, and which one may be meant. */
  reportUnknown(
    { text, span }: PlacedText,
    unknown: (word: string) => Words,
    known: Iterable<string>,
    severity?: 'warning',
  ): void {
    const names = [...known];
    const nearest = nearestWord(text, names);
    const list = names.join(', ');
    const listed = list.length > longestList ? words`Check the spelling.` : words`Use one of ${list}.`;
    const advice = nearest === null ? listed : words`Did you mean "${nearest}"?`;
    this.report(span, words`${unknown(shorten(text))} ${advice}`, severity);
  }

  /** The entries of a map, or none; anything else than a map or nothing is a problem. */
  entries(node: unknown, said: MapWords): readonly Entry[] {
    const map = this.#resolve(node);
    if (isNothing(map)) return [];
    if (!isMap(map)) {
      this.report(this.spanOf(node), said.notMap);
      return [];
    }
    const entries: Entry[] = [];
    for (const { key, value } of this.#first(map.items, said)) {
      const keyNode = this.#resolve(key);
      const keySpan = this.spanOf(key);
      if (isScalar(keyNode) && ['string', 'number', 'boolean'].includes(typeof keyNode.value)) {
        entries.push({ key: String(keyNode.value), keySpan, value: this.isNothing(value) ? null : value });
      } else {
        this.report(keySpan, said.badKey);
      }
    }
    return entries;
  }

  /** The items of a list, or none; anything else than a list or nothing is a problem. */
  items(node: unknown, said: Pick<ListWords, 'notList' | 'tooMany'>): readonly unknown[] {
    const list = this.#resolve(node);
    if (isNothing(list)) return [];
    if (isSeq(list)) return this.#first(list.items, said);
    this.report(this.spanOf(node), said.notList);
    return [];
  }

  /** A text that is not blank; anything else is a problem, which `otherwise` says, and null. */
  text(node: unknown, otherwise: Words): PlacedText | null {
    const scalar = this.#resolve(node);
    if (isScalar(scalar) && typeof scalar.value === 'string' && scalar.value.trim() !== '') {
      return { text: scalar.value.trim(), span: this.spanOf(node) };
    }
    this.report(this.spanOf(node), otherwise);
    return null;
  }

  /** The texts of a list; items that are none are problems and left out. */
  texts(node: unknown, said: ListWords): readonly PlacedText[] {
    return this.items(node, said)
      .map((item) => this.text(item, said.badItem))
      .filter((item) => item !== null);
  }

  /** A whole number of at least 1; anything else is a problem and null. */
  count(node: unknown, name: string): number | null {
    const scalar = this.#resolve(node);
    if (isScalar(scalar) && Number.isSafeInteger(scalar.value) && Number(scalar.value) >= 1) {
      return Number(scalar.value);
    }
    this.report(this.spanOf(node), words`"${name}" must be a whole number of at least 1.`);
    return null;
  }

  /** True or false; anything else is a problem, which `otherwise` says, and null. */
  flag(node: unknown, otherwise: Words): boolean | null {
    const scalar = this.#resolve(node);
    if (isScalar(scalar) && typeof scalar.value === 'boolean') return scalar.value;
    this.report(this.spanOf(node), otherwise);
    return null;
  }

  /** Any value as plain data; null where it cannot be made plain (a problem then). */
  plain(node: unknown): unknown {
    const value = this.#resolve(node);
    if (!isScalar(value) && !isMap(value) && !isSeq(value)) return null;
    try {
      return value.toJS(this.#document);
    } catch {
      this.report(this.spanOf(node), words`This value expands too many aliases. Write it out.`);
      return null;
    }
  }

  /** Whether a node is a map with a key. */
  has(node: unknown, key: string): boolean {
    const map = this.#resolve(node);
    return isMap(map) && map.has(key);
  }

  isMap(node: unknown): boolean {
    return isMap(this.#resolve(node));
  }

  isList(node: unknown): boolean {
    return isSeq(this.#resolve(node));
  }

  /** Whether nothing is written where a value could be. */
  isNothing(node: unknown): boolean {
    return isNothing(this.#resolve(node));
  }

  /** The place of a node, without white space and comments behind it. */
  spanOf(node: unknown): Span {
    const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : null;
    return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
  }

  /** As many as are read; that there are more is a problem at the first of these. */
  #first<T>(items: readonly T[], { tooMany }: Pick<MapWords, 'tooMany'>): readonly T[] {
    const next = items[mostItems];
    if (next === undefined) return items;
    this.report(this.spanOf(isPair(next) ? next.key : next), tooMany(mostItems));
    return items.slice(0, mostItems);
  }

  #resolve(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }
}

/** What is said of a file that passes a bound. */
const tooMuch: Readonly<Record<PassedYamlBound['problem'], (most: number) => Words>> = {
  characters: (most) =>
    words`This file is not read: it has more than ${most} characters. Shorten or flatten it.`,
  levels: (most) =>
    words`This file is not read: it has more than ${most} levels of lists and maps. Shorten or flatten it.`,
  references: (most) =>
    words`This file is not read: it has more than ${most} references such as *name. Shorten or flatten it.`,
  tokens: (most) =>
    words`This file is not read: it has more than ${most} words and marks. Shorten or flatten it.`,
};

/** Most items of one list or map; far above what people write. */
const mostItems = 1_000;

/** Longest list of names in a message, in UTF-16 units. */
const longestList = 64;

function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

/** Longest message of the YAML library that is shown in full, in UTF-16 units. */
const longestCause = 140;

function asSentence(message: string): string {
  const cause = shorten(message, longestCause);
  return /[.!?…]$/.test(cause) ? cause : `${cause}.`;
}
