/**
 * What can be said of a piece by itself: its blocks, whether it runs on, what it defines and names. It lives as long as the
 * piece does.
 */
import type { Block } from '../../model/markdown';
import type { Piece } from '../../text/pieces';
import { rememberOf } from '../../text/remember';
import { weightOf } from '../complexity';
import { closesItsFences } from './fences';
import { definitionsIn, labelsIn, type KnownDefinition } from './known-definitions';
import { parseWithRemark } from './remark-engine';
import { scanBlocks } from './scan/scan-blocks';
import { shifted } from './shift-blocks';
import { tame } from './tame';

/** A piece as it is read: with the definitions of other pieces that it uses. */
export interface Reading {
  readonly piece: Piece;
  /** Offsets from the start of the piece. */
  readonly blocks: readonly Block[];
}

/** Readings of a piece that are remembered, each with other definitions. */
const mostReadings = 4;

/** What can be said of a piece by itself, each worked out when it is asked for first. */
export class Study {
  readonly #piece: Piece;
  #isCalm: boolean | null = null;
  #isPlain: boolean | null = null;
  #scanned: readonly Block[] | null | undefined;
  #weight: number | null = null;
  #alone: Reading | null = null;
  #runsOn: boolean | null = null;
  #definitions: readonly KnownDefinition[] | null = null;
  #labels: ReadonlySet<string> | null = null;
  /** The readings with definitions of others, by what was put in front of it. */
  #readings: Map<string, Reading> | null = null;

  constructor(piece: Piece) {
    this.#piece = piece;
  }

  /** Whether it is read as it stands, and leaves no fence open: then a text of such pieces is too. */
  get isCalm(): boolean {
    const { text } = this.#piece;
    return (this.#isCalm ??= closesItsFences(text) && tame(text) === text);
  }

  /** Whether it is calm, our own engine reads it, and it neither runs on nor defines anything: as nearly all pieces are. */
  get isPlain(): boolean {
    return (this.#isPlain ??=
      this.isCalm && this.weight === 0 && !this.runsOn && this.definitions.length === 0);
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

  /** Read with the definitions of others, of which there are some, by their labels. */
  behind(definitions: ReadonlyMap<string, string>): Reading {
    // in front, where no open block of the piece swallows them; the break ends a footnote definition
    const lead = `${[...definitions.values()].join('\n')}\n\n***\n\n`;
    const known = this.#readings?.get(lead);
    if (known !== undefined) return known;
    const { text } = this.#piece;
    const blocks = scanBlocks(text, (label) => definitions.has(label)) ?? parseBehind(lead, lead + text);
    const reading = { piece: this.#piece, blocks };
    if (this.#readings === null || this.#readings.size >= mostReadings) this.#readings = new Map();
    this.#readings.set(lead, reading);
    return reading;
  }
}

/** The study of a piece. */
export const studyOf = rememberOf((piece: Piece) => new Study(piece));

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
  return end !== undefined && !end.test(source.slice(2));
}

/** Any of these ends any of them. */
const rawElementEnd = /<\/(?:script|pre|style|textarea)>/;
/** What ends the raw HTML that blank lines and headings do not end, by how it starts; the more special starts first. */
const rawHtmlEnds: readonly (readonly [string, RegExp])[] = [
  ['<!--', /-->/],
  ['<![cdata[', /\]\]>/],
  ['<!', />/],
  ['<?', /\?>/],
  ['<script', rawElementEnd],
  ['<pre', rawElementEnd],
  ['<style', rawElementEnd],
  ['<textarea', rawElementEnd],
];
