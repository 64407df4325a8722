/**
 * Text → blocks, cut at headings so that an edit costs the piece it is in.
 *
 * A heading at column 0 outside fences and raw HTML closes every open block (docs/decisions/0002-markdown-parser.md),
 * so each piece is parsed alone, and its blocks hang on it: `memory` knows the pieces of before again. Where a cut is in
 * doubt, the rest is read in one piece.
 */
import type { Block } from '../../model/markdown';
import { LineIndex } from '../../text/line-index';
import { onePiece, Piece, type PlacedPiece } from '../../text/pieces';
import { boundPassed, mostMarks } from '../complexity';
import { fencesWithin, maskNestedFences } from './fences';
import type { KnownDefinition } from './known-definitions';
import { PieceMemory } from './piece-memory';
import { roughBlocks } from './rough-blocks';
import { scanBlocks } from './scan/scan-blocks';
import { shifted } from './shift-blocks';
import { studyOf, type Reading, type Study } from './study';
import type { PassedBound } from '../../model/runbook';
import { tame } from './tame';

/** Texts up to this length are read in one piece: that takes less time than to cut them and to look for their pieces. */
const shortText = 24_000;

/** A reading where it stands. */
export interface Passage {
  readonly start: number;
  readonly reading: Reading;
}

/** What stands in a text, or only its headings with the bound that it passes. */
export interface DocumentReading {
  /** What the text was cut into. */
  readonly pieces: readonly PlacedPiece[];
  readonly passages: readonly Passage[];
  readonly passedBound: PassedBound | null;
}

/** The blocks of a text from `offset` on, behind its front matter, in document order. Never throws. */
export function parseBlocks(text: string, offset = 0, memory = new PieceMemory(text.length)): Block[] {
  const { passages } = parsePassages(text, offset, new LineIndex(text), memory);
  return passages.flatMap(({ start, reading }) => shifted(reading.blocks, start));
}

/**
 * The same as passages in order, none of which knows what stands in another. `memory` knows the pieces of before again; a
 * text beyond a bound stays in one piece, since it may have tens of thousands.
 */
export function parsePassages(
  whole: string,
  offset: number,
  lines: LineIndex,
  memory: PieceMemory,
): DocumentReading {
  const inOne = (blocks: readonly Block[]): readonly Passage[] => [
    { start: 0, reading: { piece: new Piece(whole), blocks } },
  ];
  const cut = whole.length - offset <= shortText ? onePiece(whole) : memory.cut(whole, lines, offset);
  const passedBound = boundPassed(lines, cut);
  const pieces = passedBound === null ? cut : onePiece(whole);
  const passages = passedBound === null ? readPassages(whole, offset, lines, pieces, memory, inOne) : null;
  if (passages !== null) return { pieces, passages, passedBound: null };
  return {
    pieces,
    passages: inOne(roughBlocks(whole, offset)),
    passedBound: passedBound ?? { of: 'marks', most: mostMarks },
  };
}

/** What stands in a text, or null when it is more than the reference engine may be given. */
function readPassages(
  whole: string,
  offset: number,
  lines: LineIndex,
  pieces: readonly PlacedPiece[],
  memory: PieceMemory,
  inOne: (blocks: readonly Block[]) => readonly Passage[],
): readonly Passage[] | null {
  // both engines would drop a byte order mark, which moves every offset by one
  const isMarked = whole.charCodeAt(offset) === byteOrderMark;
  const isCut = whole.length - offset > shortText;
  const behindTop = (all: readonly PlacedPiece[]): readonly PlacedStudy[] =>
    all.filter(({ start }) => start >= offset).map(studied);
  if (isCut && !isMarked) {
    const plain = plainPassages(pieces, offset);
    if (plain !== null) return plain;
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
  const passages = byPieces(padded, behindTop(memory.cut(padded, lines, offset)));
  if (passages === null) return null;
  const blocks = passages.flatMap(({ start, reading }) => shifted(reading.blocks, start));
  return inOne(source === marked ? blocks : blocks.map((block) => withNested(whole, block)));
}

/** The passages of pieces behind `offset` where each is plain, so that none has to do with another; else null. */
function plainPassages(pieces: readonly PlacedPiece[], offset: number): readonly Passage[] | null {
  const passages: Passage[] = [];
  for (const { start, piece } of pieces) {
    if (start < offset) continue;
    const study = studyOf(piece);
    if (!study.isPlain) return null;
    passages.push({ start, reading: study.alone });
  }
  return passages;
}

const byteOrderMark = 0xfeff;

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
    return { start: placed.start, reading: used.size === 0 ? study.alone : study.behind(used) };
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
