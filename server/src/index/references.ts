/**
 * The references of one document in rows of numbers: a workspace has hundreds of thousands of them, and as objects they
 * would be most of its memory. Knows nothing of other documents.
 */
import { parseIdentifier, type Identifier } from '../model/identifier';
import type { Exclusion, MentionPlace } from '../model/runbook';
import type { LineIndex, LineRange } from '../text/line-index';
import type { Span } from '../text/span';
import type { SharedId, SharedWords } from './shared-words';

export interface Reference {
  readonly key: string;
  readonly id: Identifier;
  readonly place: MentionPlace;
  readonly field: string;
  readonly excluded: Exclusion | null;
  readonly range: LineRange;
  /** Key of the entry it stands in, or empty. */
  readonly within: string;
  /** Whether it is the target of a link whose words name the same id already. */
  readonly repeats: boolean;
  readonly spelling: Spelling;
}

/** What a reference says besides its id and its place. */
export type ReferenceManner = Pick<
  Reference,
  'place' | 'field' | 'excluded' | 'within' | 'repeats' | 'spelling'
>;

/** Takes references as they are found: as objects with their ranges they would be most of what a summary allocates. */
export interface ReferenceWriter {
  /** `id`: as the workspace shares it; `span`: where it stands in the text of `lines`. */
  readonly add: (id: SharedId, manner: ReferenceManner, span: Span, lines: LineIndex) => void;
}

/** How an id is written: as it is, in the lower case of a link's fragment, or in a way that only its text tells. */
export type Spelling = 'id' | 'fragment' | 'other';

/** References as plain data, to be kept or sent somewhere else. */
export interface PlainReferences {
  /** Identifiers as written, each once. */
  readonly ids: readonly string[];
  /** Fields and keys of entries, each once. */
  readonly words: readonly string[];
  /** Eight numbers for each reference; what they are only {@link References} knows. */
  readonly rows: readonly number[];
}

const places: readonly MentionPlace[] = [
  'definition',
  'navigation',
  'field',
  'link-text',
  'link-target',
  'table',
  'code',
  'prose',
  'alert',
];
const exclusions: readonly (Exclusion | null)[] = [
  null,
  'placeholder',
  'prefix-only',
  'range-end',
  'front-matter',
  'comment',
  'url',
  'fence',
  'template-line',
];
const spellings: readonly Spelling[] = ['id', 'fragment', 'other'];

/** Numbers in a row, in this order: what is said, then where. */
const idAt = 0;
const fieldAt = 1;
const withinAt = 2;
/** Place, exclusion, spelling and repetition in one number. */
const mannerAt = 3;
const startLineAt = 4;
const startCharacterAt = 5;
const endLineAt = 6;
const endCharacterAt = 7;
const width = 8;

/** Of more ids than this a table is made when one of them is looked up. */
const fewIds = 16;

export class References implements Iterable<Reference> {
  readonly #ids: readonly SharedId[];
  readonly #words: readonly string[];
  readonly #rows: Int32Array;
  /** Row numbers by key, where they were asked for and are many. */
  #byKey: ReadonlyMap<string, readonly number[]> | null = null;

  private constructor(ids: readonly SharedId[], words: readonly string[], rows: Int32Array) {
    this.#ids = ids;
    this.#words = words;
    this.#rows = rows;
  }

  /** `write` adds the references in the order of their places, `most` of them at the utmost. */
  static pack(most: number, write: (writer: ReferenceWriter) => void): References {
    const ids = new Table<SharedId>();
    const words = new Table<string>();
    const rows = new Int32Array(most * width);
    let at = 0;
    write({
      add(shared, { place, field, excluded, within, repeats, spelling }, { start, end }, lines) {
        rows[at + idAt] = ids.indexOf(shared.id.text, shared);
        rows[at + fieldAt] = words.indexOf(field, field);
        rows[at + withinAt] = words.indexOf(within, within);
        rows[at + mannerAt] =
          places.indexOf(place) |
          (exclusions.indexOf(excluded) << 4) |
          (spellings.indexOf(spelling) << 8) |
          (Number(repeats) << 12);
        const startLine = lines.lineAt(start);
        const endLine = lines.lineAt(end);
        rows[at + startLineAt] = startLine;
        rows[at + startCharacterAt] = start - lines.startOf(startLine);
        rows[at + endLineAt] = endLine;
        rows[at + endCharacterAt] = end - lines.startOf(endLine);
        at += width;
      },
    });
    return new References(ids.items, words.items, at === rows.length ? rows : rows.slice(0, at));
  }

  /** Null for data that cannot come from {@link toPlain}. `sharedWords`: those of the workspace. */
  static fromPlain({ ids, words, rows }: PlainReferences, sharedWords: SharedWords): References | null {
    const shared: SharedId[] = [];
    for (const text of ids) {
      const id = parseIdentifier(text);
      if (id === null) return null;
      shared.push(sharedWords.id(id));
    }
    if (rows.length % width !== 0) return null;
    for (let at = 0; at < rows.length; at += width) {
      const inIds = isIndex(rows[at + idAt], ids);
      if (!inIds || !isIndex(rows[at + fieldAt], words) || !isIndex(rows[at + withinAt], words)) return null;
    }
    const texts = words.map((word) => sharedWords.text(word));
    return new References(shared, texts, Int32Array.from(rows));
  }

  toPlain(): PlainReferences {
    return { ids: this.#ids.map(({ id }) => id.text), words: this.#words, rows: [...this.#rows] };
  }

  get length(): number {
    return this.#rows.length / width;
  }

  *[Symbol.iterator](): Iterator<Reference> {
    for (let row = 0; row < this.length; row++) yield this.#at(row);
  }

  /** The keys that are referred to, each once. */
  keys(): Iterable<string> {
    return new Set(this.#ids.map(({ key }) => key));
  }

  /** The references to an id, in the order of their places. */
  *to(key: string): Iterable<Reference> {
    for (const row of this.#rowsOf(key)) yield this.#at(row);
  }

  /**
   * Keys of which the two may say different things, in more than their places: those that are referred to between the first
   * and the last reference that differs.
   */
  keysThatDiffer(other: References): ReadonlySet<string> {
    const keys = new Set<string>();
    const most = Math.min(this.length, other.length);
    let from = 0;
    while (from < most && this.#saysAt(from, other, from)) from++;
    let behind = 0;
    while (behind < most - from && this.#saysAt(this.length - 1 - behind, other, other.length - 1 - behind))
      behind++;
    for (const references of [this, other])
      for (let row = from; row < references.length - behind; row++) keys.add(references.#keyAt(row));
    return keys;
  }

  #keyAt(row: number): string {
    return this.#ids[this.#rows[row * width + idAt] ?? -1]?.key ?? '';
  }

  /** Whether a reference says what one of another document, or of the same one before, says. */
  #saysAt(row: number, other: References, otherRow: number): boolean {
    const at = row * width;
    const otherAt = otherRow * width;
    const own = this.#rows;
    const others = other.#rows;
    return (
      own[at + mannerAt] === others[otherAt + mannerAt] &&
      this.#ids[own[at + idAt] ?? -1]?.id.text === other.#ids[others[otherAt + idAt] ?? -1]?.id.text &&
      this.#words[own[at + fieldAt] ?? -1] === other.#words[others[otherAt + fieldAt] ?? -1] &&
      this.#words[own[at + withinAt] ?? -1] === other.#words[others[otherAt + withinAt] ?? -1]
    );
  }

  /** Whether the references are the same in the same places. */
  equals(other: References): boolean {
    const own = this.#rows;
    const others = other.#rows;
    if (own.length !== others.length || this.#ids.length !== other.#ids.length) return false;
    for (let at = 0; at < own.length; at++) if (own[at] !== others[at]) return false;
    return (
      this.#ids.every(({ id }, index) => id.text === other.#ids[index]?.id.text) &&
      this.#words.every((word, index) => word === other.#words[index])
    );
  }

  #rowsOf(key: string): readonly number[] {
    if (this.#ids.length <= fewIds) {
      const wanted = new Set<number>();
      this.#ids.forEach((id, index) => {
        if (id.key === key) wanted.add(index);
      });
      const found: number[] = [];
      for (let row = 0; wanted.size > 0 && row < this.length; row++)
        if (wanted.has(this.#rows[row * width + idAt] ?? -1)) found.push(row);
      return found;
    }
    this.#byKey ??= this.#groupByKey();
    return this.#byKey.get(key) ?? [];
  }

  #groupByKey(): Map<string, number[]> {
    const byKey = new Map<string, number[]>();
    for (let row = 0; row < this.length; row++) {
      const key = this.#keyAt(row);
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [row]);
      else known.push(row);
    }
    return byKey;
  }

  #at(row: number): Reference {
    const at = row * width;
    const number = (column: number): number => this.#rows[at + column] ?? 0;
    const shared = this.#ids[number(idAt)];
    const manner = number(mannerAt);
    const place = places[manner & 15];
    if (shared === undefined || place === undefined)
      throw new RangeError(`There is no reference ${String(row)}.`);
    return {
      key: shared.key,
      id: shared.id,
      place,
      field: this.#words[number(fieldAt)] ?? '',
      excluded: exclusions[(manner >> 4) & 15] ?? null,
      range: {
        start: { line: number(startLineAt), character: number(startCharacterAt) },
        end: { line: number(endLineAt), character: number(endCharacterAt) },
      },
      within: this.#words[number(withinAt)] ?? '',
      repeats: (manner & 4096) !== 0,
      spelling: spellings[(manner >> 8) & 15] ?? 'other',
    };
  }
}

/** Things by their name, each once, numbered in the order in which they came. */
class Table<T> {
  readonly items: T[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(name: string, item: T): number {
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    this.#indexes.set(name, this.items.length);
    return this.items.push(item) - 1;
  }
}

function isIndex(value: number | undefined, items: readonly unknown[]): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value < items.length;
}
