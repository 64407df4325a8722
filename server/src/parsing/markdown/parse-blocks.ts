/**
 * Text → blocks, cut at headings so that an edit costs the piece it is in.
 *
 * A heading at column 0 outside fences and raw HTML closes every open block (architecture.md, "Measured facts"),
 * so each piece is parsed alone and its blocks are remembered. Where a cut is in doubt, the rest is read in one piece.
 */
import type { Block } from '../../model/markdown';
import { LineIndex } from '../../text/line-index';
import { onePiece, Piece, type PlacedPiece } from '../../text/pieces';
import { rememberOf } from '../../text/remember';
import { boundPassed, mostMarks, weightOf } from '../complexity';
import { closesItsFences, fencesWithin, maskNestedFences } from './fences';
import { cutPieces } from './pieces';
import { definitionsIn, labelsIn, type KnownDefinition } from './known-definitions';
import { parseWithRemark } from './remark-engine';
import { roughBlocks } from './rough-blocks';
import { scanBlocks } from './scan/scan-blocks';
import { shifted } from './shift-blocks';
import { tame } from './tame';

/** Texts up to this length are read in one piece: that takes less time than to cut them and to look for their pieces. */
const shortText = 24_000;

/** The pieces that a text is read in; `offset` is where its front matter ends. */
export function piecesOf(text: string, lines: LineIndex, offset: number): readonly PlacedPiece[] {
  return text.length - offset <= shortText ? onePiece(text) : cutPieces(text, lines, offset);
}

/** A piece as it is read: with the definitions of other pieces that it uses. */
export interface Reading {
  readonly piece: Piece;
  /** Offsets from the start of the piece. */
  readonly blocks: readonly Block[];
}

/** A reading where it stands. */
export interface Passage {
  readonly start: number;
  readonly reading: Reading;
}

/** What stands in a text, or only its headings with the bound that it passes. */
export interface DocumentReading {
  readonly passages: readonly Passage[];
  readonly passedBound: string | null;
}

/** The blocks of a text from `offset` on, behind its front matter, in document order. Never throws. */
export function parseBlocks(text: string, offset = 0): Block[] {
  const lines = new LineIndex(text);
  const { passages } = parsePassages(text, offset, lines, piecesOf(text, lines, offset));
  return passages.flatMap(({ start, reading }) => shifted(reading.blocks, start));
}

/** The same as passages in order, none of which knows what stands in another. `pieces`: see {@link piecesOf}. */
export function parsePassages(
  whole: string,
  offset: number,
  lines: LineIndex,
  pieces: readonly PlacedPiece[],
): DocumentReading {
  const inOne = (blocks: readonly Block[]): readonly Passage[] => [
    { start: 0, reading: { piece: new Piece(whole), blocks } },
  ];
  const passedBound = boundPassed(whole);
  const passages = passedBound === null ? readPassages(whole, offset, lines, pieces, inOne) : null;
  if (passages !== null) return { passages, passedBound: null };
  return {
    passages: inOne(roughBlocks(whole, offset)),
    passedBound: passedBound ?? `${mostMarks} markers in complex Markdown`,
  };
}

/** What stands in a text, or null when it is more than the reference engine may be given. */
function readPassages(
  whole: string,
  offset: number,
  lines: LineIndex,
  pieces: readonly PlacedPiece[],
  inOne: (blocks: readonly Block[]) => readonly Passage[],
): readonly Passage[] | null {
  // both engines would drop a byte order mark, which moves every offset by one
  const isMarked = whole.charCodeAt(offset) === byteOrderMark;
  const isCut = whole.length - offset > shortText;
  const behindTop = (all: readonly PlacedPiece[]): readonly PlacedStudy[] =>
    all.filter(({ start }) => start >= offset).map(studied);
  if (isCut && !isMarked) {
    const studies = behindTop(pieces);
    if (studies.every(({ study }) => study.isCalm)) return byPieces(whole, studies);
  }
  const text = offset === 0 ? whole : whole.slice(offset);
  const marked = isMarked ? ` ${text.slice(1)}` : text;
  const source = tame(maskNestedFences(marked));
  if (source === text && !isCut) {
    const blocks = scanBlocks(whole, () => false, offset);
    if (blocks !== null) return inOne(blocks);
  }
  const padded = whole.slice(0, offset) + source;
  const passages = byPieces(padded, behindTop(cutPieces(padded, lines, offset)));
  if (passages === null) return null;
  const blocks = passages.flatMap(({ start, reading }) => shifted(reading.blocks, start));
  return inOne(source === marked ? blocks : blocks.map((block) => withNested(whole, block)));
}

const byteOrderMark = 0xfeff;

/** What can be said of a piece by itself, each worked out when it is asked for first. */
class Study {
  readonly #piece: Piece;
  #isCalm: boolean | null = null;
  #scanned: readonly Block[] | null | undefined;
  #weight: number | null = null;
  #alone: Reading | null = null;
  #runsOn: boolean | null = null;
  #definitions: readonly KnownDefinition[] | null = null;
  #labels: ReadonlySet<string> | null = null;

  constructor(piece: Piece) {
    this.#piece = piece;
  }

  /** Whether it is read as it stands, and leaves no fence open: then a text of such pieces is too. */
  get isCalm(): boolean {
    const { text } = this.#piece;
    return (this.#isCalm ??= closesItsFences(text) && tame(text) === text);
  }

  /** Read without definitions of others. */
  get alone(): Reading {
    return (this.#alone ??= {
      piece: this.#piece,
      blocks: this.#ownBlocks ?? parseBehind('', this.#piece.text),
    });
  }

  /** What {@link alone} asks of the reference engine; nothing of most. */
  get weight(): number {
    return (this.#weight ??= this.#ownBlocks === null ? weightOf(this.#piece.text) : 0);
  }

  /** As our own engine reads it, or null where it gives up. */
  get #ownBlocks(): readonly Block[] | null {
    if (this.#scanned === undefined) this.#scanned = scanBlocks(this.#piece.text, () => false);
    return this.#scanned;
  }

  /** Whether its last block may go on past its end: an open fence, or raw HTML of a kind that headings do not end. */
  get runsOn(): boolean {
    return (this.#runsOn ??= mayRunOn(this.alone));
  }

  /** The link and footnote definitions that it holds, in order. */
  get definitions(): readonly KnownDefinition[] {
    return (this.#definitions ??= definitionsIn(this.#piece.text, this.alone.blocks));
  }

  /** Its labels in brackets, each of which may refer to a definition. */
  get labels(): ReadonlySet<string> {
    return (this.#labels ??= labelsIn(this.#piece.text));
  }
}

const studyOf = rememberOf((piece: Piece) => new Study(piece));

interface PlacedStudy {
  readonly placed: PlacedPiece;
  readonly study: Study;
}

/** The passages of a text that is in pieces; null when they are too much for the reference engine. */
function byPieces(text: string, pieces: readonly PlacedStudy[]): readonly Passage[] | null {
  if (isTooMuch(pieces)) return null;
  const sections = sectionsOf(text, pieces);
  if (sections !== pieces && isTooMuch(sections)) return null;
  const definitions = definitionsOf(sections);
  return sections.map((section): Passage => {
    const { placed, study } = section;
    const used = definitionsUsed(section, definitions);
    return { start: placed.start, reading: used.size === 0 ? study.alone : readPiece(placed.piece, used) };
  });
}

function isTooMuch(sections: readonly PlacedStudy[]): boolean {
  let weight = 0;
  for (const { study } of sections) weight += study.weight;
  return weight > mostMarks;
}

/** The pieces, the last of them joined where one may run on over its end. */
function sectionsOf(text: string, pieces: readonly PlacedStudy[]): readonly PlacedStudy[] {
  const open = pieces.findIndex(({ study }, index) => index < pieces.length - 1 && study.runsOn);
  const first = pieces[open]?.placed;
  // once and for all: joining piece by piece would read the same text again and again
  return first === undefined
    ? pieces
    : [...pieces.slice(0, open), studied({ start: first.start, piece: new Piece(text.slice(first.start)) })];
}

function studied(placed: PlacedPiece): PlacedStudy {
  return { placed, study: studyOf(placed.piece) };
}

/** The readings of a piece with definitions of others, by what was put in front of it. */
const readings = new WeakMap<Piece, Map<string, Reading>>();
const mostReadings = 4;

/** A piece with the definitions of others by their labels. */
function readPiece(piece: Piece, definitions: ReadonlyMap<string, string>): Reading {
  const { text } = piece;
  // in front, where no open block of the piece swallows them; the break ends a footnote definition
  const lead = definitions.size === 0 ? '' : `${[...definitions.values()].join('\n')}\n\n***\n\n`;
  const known = readings.get(piece)?.get(lead);
  if (known !== undefined) return known;
  const blocks = scanBlocks(text, (label) => definitions.has(label)) ?? parseBehind(lead, lead + text);
  const reading = { piece, blocks };
  if (lead === '') return reading;
  const others = readings.get(piece);
  if (others === undefined || others.size >= mostReadings) readings.set(piece, new Map([[lead, reading]]));
  else others.set(lead, reading);
  return reading;
}

/** The blocks behind `lead` as the reference engine reads them; offsets from its end. */
function parseBehind(lead: string, source: string): readonly Block[] {
  const parsed = parseWithRemark(source);
  if (lead === '') return parsed;
  return shifted(
    parsed.filter((block) => block.span.start >= lead.length),
    -lead.length,
  );
}

function mayRunOn({ piece, blocks }: Reading): boolean {
  const last = blocks.at(-1);
  if (last?.type === 'code') return last.fenced && !last.closed;
  if (last?.type !== 'html') return false;
  // the span of raw HTML begins with its indentation
  const source = piece.text.slice(last.span.start, last.span.end).trimStart().toLowerCase();
  const end = rawHtmlEnds.find(([start]) => source.startsWith(start))?.[1];
  return end !== undefined && !source.includes(end, 2);
}

/** What ends the raw HTML that blank lines and headings do not end, by how it starts; the more special starts first. */
const rawHtmlEnds: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![cdata[', ']]>'],
  ['<!', '>'],
  ['<?', '?>'],
  ['<script', '</'],
  ['<pre', '</'],
  ['<style', '</'],
  ['<textarea', '</'],
];

/** The definitions of a text by their labels, the first of each label, with the piece that it is in. */
function definitionsOf(
  sections: readonly PlacedStudy[],
): ReadonlyMap<string, KnownDefinition & { readonly section: PlacedStudy }> {
  const found = new Map<string, KnownDefinition & { readonly section: PlacedStudy }>();
  for (const section of sections) {
    for (const definition of section.study.definitions)
      if (!found.has(definition.key)) found.set(definition.key, { ...definition, section });
  }
  return found;
}

const noDefinitions: ReadonlyMap<string, string> = new Map();

/** The definitions of other pieces that one may refer to by label, so that a change of one concerns its users only. */
function definitionsUsed(
  section: PlacedStudy,
  definitions: ReturnType<typeof definitionsOf>,
): ReadonlyMap<string, string> {
  if (definitions.size === 0) return noDefinitions;
  const used = new Map<string, string>();
  for (const key of section.study.labels) {
    const definition = definitions.get(key);
    if (definition !== undefined && definition.section !== section) used.set(key, definition.line);
  }
  return used;
}

/** Blocks parsed from a masked text, with the nested fences of the real one. */
function withNested(text: string, block: Block): Block {
  if (block.type !== 'code' || !block.fenced || block.info.end > block.info.start) return block;
  return { ...block, nested: fencesWithin(text, block.content) };
}
