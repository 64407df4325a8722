/** Every identifier in a document: where it stands, and why it may be none that refers (docs/runbook-format.md#references). */
import { parseIdentifier, type Identifier } from '../model/identifier';
import type {
  DocumentTable,
  Exclusion,
  Label,
  Link,
  Mention,
  MentionPlace,
  Part,
  Placeholder,
  Section,
} from '../model/runbook';
import type { LineIndex } from '../text/line-index';
import { NestedSpans } from '../model/nested-spans';
import type { PlacedPiece } from '../text/pieces';
import { rememberWords } from '../text/remember';
import { encloses, firstFrom, type Span } from '../text/span';
import { idCandidates, type IdToken } from './id-candidates';
import { Zones } from './zones';

export interface MentionSource {
  readonly text: string;
  readonly pieces: readonly PlacedPiece[];
  readonly lines: LineIndex;
  readonly root: Section;
  readonly links: readonly Link[];
  readonly labels: readonly Label[];
  readonly parts: readonly Part[];
  readonly tables: readonly DocumentTable[];
  readonly codeSpans: readonly Span[];
  readonly placeholders: readonly Placeholder[];
  /** Spans in which no identifier refers, with the reason; fences whose steps were lifted out are not among them. */
  readonly zones: readonly { readonly span: Span; readonly reason: Exclusion }[];
  /** Spans of the ids that definitions carry. */
  readonly definitions: readonly Span[];
}

const slash = 0x2f;
/** A plain dash at the start of a line is a bullet. */
const rangePattern =
  /^(?:\s*(?:to|until|till|through|thru|up to|bis|hasta|–|~|〜|～|—|…|→|->|\.\.\.?)\s*|[ \t]{0,3}-[ \t]{0,3})$/;
/** Behind a plain dash only a number as ids have it: `RUN-001 - 5 minutes` is no range. */
export const tailRangePattern =
  /^\s*(?:(?:to|until|till|through|thru|up to|bis|hasta|–|~|〜|～|—|…|→|->|\.\.\.?)\s*(\d{1,4})|-\s*(\d{3,4}))(?![\w-])/;
const fragmentPattern = /^([a-z][a-z0-9]{1,11})-(\d{1,4}[a-z]?)(?=-|$)/i;

/** Columns of tables whose ids are references as good as a field's. */
const referringColumn =
  /^(?:related|linked|runbook|action|alert|mitigation|rollback|response|reference)s?\b|\bids?$|\brunbook$/;

/** All mentions of a document in order. Spans of the mentions never overlap, but for link fragments that spell an id again. */
export function readMentions(source: MentionSource): Mention[] {
  const { text, pieces } = source;
  const { tokens, open, addresses } = idCandidates(pieces);
  const zones = new Zones([...source.zones, ...addresses.map((span) => ({ span, reason: 'url' as const }))]);
  let known: Places | null = null;
  const places = (): Places => (known ??= new Places(source));
  const found: Mention[] = [];
  const add = (prefix: string, id: Identifier | null, span: Span, excluded: Exclusion | null): void => {
    const { place, field, link } = places().of(span);
    found.push({ prefix, id, span, place, field, excluded: zones.at(span.start)?.reason ?? excluded, link });
  };
  const ranged = rangeEnds(text, tokens);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.id == null) continue;
    const { id, start, end } = token;
    const excluded = ranged.has(index)
      ? 'range-end'
      : places().inTemplateLine(start)
        ? 'template-line'
        : null;
    add(id.prefix, id, { start, end }, excluded);
    if (text.charCodeAt(end) !== slash) continue;
    for (const item of slashList(text, end, id)) add(id.prefix, item.id, item.span, excluded);
  }
  for (const { prefix, start, end, excluded } of open) add(prefix, null, { start, end }, excluded);
  for (const [index, link] of source.links.entries()) {
    const mention = fragmentMention(text, link, index, () => places().inTemplateLine(link.inline.span.start));
    if (mention !== null) found.push(mention);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Indices of the tokens that are ends of a range: `RUN-001 to RUN-099`, `RUN-001–099`. */
function rangeEnds(text: string, tokens: readonly IdToken[]): Set<number> {
  const ends = new Set<number>();
  for (let index = 0; index < tokens.length; index++) {
    const from = tokens[index]?.end ?? 0;
    const next = tokens[index + 1];
    if (
      next !== undefined &&
      next.prefix === tokens[index]?.prefix &&
      next.start - from <= 16 &&
      (rangePattern.test(text.slice(from, next.start)) || isBetween(text, tokens[index], next))
    ) {
      ends.add(index).add(index + 1);
    } else if (tailRangePattern.test(text.slice(from, from + 20))) ends.add(index);
  }
  return ends;
}

/** Whether two ids are the ends of `between RUN-100 and RUN-199`. */
function isBetween(text: string, first: Span | undefined, next: Span): boolean {
  if (first === undefined || !/^\s{1,3}and\s{1,3}$/.test(text.slice(first.end, next.start))) return false;
  return /(?<!\w)between\s$/i.test(text.slice(Math.max(0, first.start - 9), first.start));
}

/** The ids behind the first of a slash list: `/002/003` of `DEP-001/002/003`. */
function slashList(text: string, from: number, first: Identifier): { id: Identifier; span: Span }[] {
  const list = /^(?:\/\d{2,4})+(?![\w/-])/.exec(text.slice(from, from + 120));
  if (list === null) return [];
  const items: { id: Identifier; span: Span }[] = [];
  let at = from;
  for (const digits of list[0].split('/').slice(1)) {
    const span = { start: at + 1, end: at + 1 + digits.length };
    items.push({
      id: { prefix: first.prefix, number: Number(digits), suffix: '', text: `${first.prefix}-${digits}` },
      span,
    });
    at = span.end;
  }
  return items;
}

/** `#run-001-title` names RUN-001. */
function fragmentMention(
  text: string,
  link: Link,
  index: number,
  inTemplateLine: () => boolean,
): Mention | null {
  if (link.external || link.fragment === null) return null;
  const named = idOfFragment(link.fragment);
  if (named === null) return null;
  const { id, length } = named;
  return {
    prefix: id.prefix,
    id,
    span: { start: link.fragmentSpan.start, end: endOfDecoded(text, link.fragmentSpan.start, length) },
    place: 'link-target',
    field: '',
    excluded: inTemplateLine() ? 'template-line' : null,
    link: index,
  };
}

/** Where `length` characters of a fragment end in its source, in which each may be written as `%2D` or `\\-`. */
function endOfDecoded(text: string, start: number, length: number): number {
  if (!/[%\\]/.test(text.slice(start, start + length))) return start + length;
  let at = start;
  for (let count = 0; count < length; count++) {
    if (/^%[0-9a-f]{2}/i.test(text.slice(at, at + 3))) at += 3;
    else at += text.charAt(at) === '\\' ? 2 : 1;
  }
  return at;
}

/** The id that a fragment begins with, and how many characters spell it. */
const idOfFragment = rememberWords(
  (fragment): { readonly id: Identifier; readonly length: number } | null => {
    const match = fragmentPattern.exec(fragment);
    // an upper-case fragment is found as an id already
    if (match === null || /^[A-Z]/.test(fragment)) return null;
    const [whole, prefix = ''] = match;
    const id = parseIdentifier(`${prefix.toUpperCase()}-${whole.slice(prefix.length + 1)}`);
    return id === null ? null : { id, length: whole.length };
  },
);

/** Answers where an offset stands: in a link, a field, a table, the navigation. */
class Places {
  readonly #source: MentionSource;
  readonly #definitions: ReadonlySet<number>;
  readonly #links: Zones<{ span: Span; index: number }>;
  readonly #codes: Zones<{ span: Span }>;
  readonly #navigation: NestedSpans<Part>;
  readonly #referring: NestedSpans<Part>;
  readonly #templateLines: ReadonlySet<number>;

  constructor(source: MentionSource) {
    this.#source = source;
    this.#definitions = new Set(source.definitions.map((span) => span.start));
    this.#links = new Zones(source.links.map((link, index) => ({ span: link.inline.span, index })));
    this.#codes = new Zones(source.codeSpans.map((span) => ({ span })));
    this.#navigation = new NestedSpans(source.parts.filter((part) => part.role === 'navigation'));
    this.#referring = new NestedSpans(
      source.parts.filter((part) => part.role === 'linked-ids' || part.role === 'trigger'),
    );
    this.#templateLines = new Set(
      source.placeholders
        .filter(({ form, inCode }) => form !== 'marker' && !(inCode && form === 'angle'))
        .map(({ span }) => source.lines.lineAt(span.start)),
    );
  }

  inTemplateLine(offset: number): boolean {
    return this.#templateLines.size > 0 && this.#templateLines.has(this.#source.lines.lineAt(offset));
  }

  of(span: Span): { place: MentionPlace; field: string; link: number | null } {
    const { links } = this.#source;
    if (this.#definitions.has(span.start)) return { place: 'definition', field: '', link: null };
    const linkIndex = this.#links.at(span.start)?.index ?? null;
    const link = linkIndex === null ? undefined : links[linkIndex];
    const field = this.#fieldAt(span);
    if (link !== undefined && !link.external) {
      const inText = encloses(link.inline.text, span);
      return { place: inText ? 'link-text' : 'link-target', field, link: linkIndex };
    }
    if (this.#navigation.around(span) !== null) return { place: 'navigation', field: '', link: null };
    if (field !== '') return { place: 'field', field, link: null };
    if (columnAt(this.#source.tables, span.start) !== null) return { place: 'table', field: '', link: null };
    return { place: this.#codes.at(span.start) === null ? 'prose' : 'code', field: '', link: null };
  }

  #fieldAt(span: Span): string {
    const { labels, tables } = this.#source;
    const column = columnAt(tables, span.start);
    if (column !== null && referringColumn.test(column)) return column;
    const index = firstFrom(labels, span.start + 1, (label) => label.span.start) - 1;
    for (let i = index; i >= 0 && i > index - 8; i--) {
      const label = labels[i];
      if (label === undefined) break;
      if (label.value !== null && encloses(label.value.span, span)) return label.key;
    }
    const part = this.#referring.around(span);
    return part === null ? '' : part.key;
  }
}

/** The words of the column of the cell at an offset, which may be empty; null outside of the rows of tables. */
function columnAt(tables: readonly DocumentTable[], offset: number): string | null {
  const table = tables[firstFrom(tables, offset + 1, ({ block }) => block.span.start) - 1];
  if (table === undefined || offset >= table.block.span.end) return null;
  const row = table.rows[firstFrom(table.rows, offset + 1, startOf) - 1];
  if (row === undefined) return null;
  const index = firstFrom(row.cells, offset + 1, startOf) - 1;
  const cell = row.cells[index];
  return cell === undefined || offset >= cell.span.end ? null : (table.columns[index] ?? '');
}

function startOf({ span }: { readonly span: Span }): number {
  return span.start;
}
