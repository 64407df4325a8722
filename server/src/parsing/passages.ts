/**
 * What a document holds, passage by passage: a passage that an edit leaves alone is not read again, and where it has
 * not moved it is the same objects. What depends on several of them (the number behind a fragment, the extent of a
 * section) is for others to say.
 */
import type { Label } from '../model/runbook';
import { LineIndex } from '../text/line-index';
import type { PlacedPiece } from '../text/pieces';
import { rememberOf } from '../text/remember';
import { bodyOf, placedBody, type Body } from './body';
import { Slots } from './filling';
import { readLabels } from './labels';
import type { Passage } from './markdown/parse-blocks';
import type { Reading } from './markdown/study';
import type { Marks } from './marks';

/** What a document holds. */
export interface DocumentBody extends Omit<Body, 'slots' | 'marks'> {
  readonly marks: Pick<Marks, 'codeSpans' | 'codeBlocks' | 'html'>;
  readonly slots: Slots;
  /** Up to where all passages are as in the document in pieces that was read before, each at its place. */
  readonly sameUpTo: number;
  /** The offset from which all passages are those at the end of that document, which may stand at another place in it. */
  readonly sameFrom: number;
  /** How much longer the text is than that document's. */
  readonly longerBy: number;
}

/** The passages of the document in pieces that was read last, and what they hold: most documents are that one again. */
interface ReadPassages {
  /** Of the text, in characters. */
  readonly length: number;
  readonly passages: readonly Passage[];
  readonly bodies: readonly Body[];
}

const nothing: ReadPassages = { length: 0, passages: [], bodies: [] };

export class PassageMemory {
  #before = nothing;

  /** What the passages of a text hold, all in order. */
  read(
    text: string,
    pieces: readonly PlacedPiece[],
    lines: LineIndex,
    passages: readonly Passage[],
  ): DocumentBody {
    const [only] = passages;
    const slots = new Slots();
    if (only?.start === 0 && passages.length === 1) {
      const body = bodyOf(text, only.reading.blocks, pieces, lines);
      slots.add(body.slots, 0);
      // whoever remembers what texts in pieces hold takes this one for the last
      if (pieces.length > 1) this.#before = nothing;
      return { ...body, slots, sameUpTo: 0, sameFrom: text.length, longerBy: 0 };
    }
    const { bodies: before, length } = this.#before;
    const sameFrom = startOfSameEnd(this.#before.passages, passages, text.length);
    const bodies = this.#bodiesAt(text, lines, passages);
    for (let i = 0; i < bodies.length; i++) slots.add(bodies[i]?.slots ?? [], passages[i]?.start ?? 0);
    const changed = bodies.findIndex((body, index) => body !== before[index]);
    return {
      blocks: all(bodies, ({ blocks }) => blocks),
      flow: all(bodies, ({ flow }) => flow),
      marks: {
        codeSpans: all(bodies, ({ marks }) => marks.codeSpans),
        codeBlocks: all(bodies, ({ marks }) => marks.codeBlocks),
        html: all(bodies, ({ marks }) => marks.html),
      },
      tables: all(bodies, ({ tables }) => tables),
      headings: all(bodies, ({ headings }) => headings),
      labels: labelsOf(text, bodies),
      placeholders: all(bodies, ({ placeholders }) => placeholders),
      links: all(bodies, ({ links }) => links),
      slots,
      sameUpTo: changed < 0 ? text.length : (passages[changed]?.start ?? 0),
      sameFrom,
      longerBy: text.length - length,
    };
  }

  forget(): void {
    this.#before = nothing;
  }

  /** What each passage holds where it stands. */
  #bodiesAt(text: string, lines: LineIndex, passages: readonly Passage[]): readonly Body[] {
    const fewer = this.#before.passages.length - passages.length;
    const bodies = passages.map(
      (passage, index): Body =>
        this.#bodyBefore(passage, index) ??
        this.#bodyBefore(passage, index + fewer) ??
        // words are taken from the piece: those of the text would keep all of it in memory
        placedBody(bodyWithin(passage.reading), passage.start, text, lines),
    );
    this.#before = { length: text.length, passages, bodies };
    return bodies;
  }

  #bodyBefore({ start, reading }: Passage, index: number): Body | undefined {
    const passage = this.#before.passages[index];
    return passage?.start === start && passage.reading === reading ? this.#before.bodies[index] : undefined;
  }
}

/** Where the passages start that two texts have in common at their ends; `end` where there are none. */
function startOfSameEnd(before: readonly Passage[], now: readonly Passage[], end: number): number {
  let start = end;
  for (let back = 1; back <= now.length; back++) {
    const passage = now.at(-back);
    if (passage === undefined || before.at(-back)?.reading !== passage.reading) break;
    start = passage.start;
  }
  return start;
}

/** What a piece holds; offsets from its start. */
const bodyWithin = rememberOf(({ piece, blocks }: Reading): Body =>
  bodyOf(piece.text, blocks, [{ start: 0, piece }], new LineIndex(piece.text)),
);

/** As `flatMap`, which takes several times as long where there is little to each. */
function all<T>(bodies: readonly Body[], itemsOf: (body: Body) => readonly T[]): T[] {
  let count = 0;
  for (const body of bodies) count += itemsOf(body).length;
  // not grown item by item: a long document has thousands
  const found = new Array<T>(count);
  let next = 0;
  for (const body of bodies) for (const item of itemsOf(body)) found[next++] = item;
  return found;
}

/** The labels of a text. One may go on in the next passage, unless that begins with a heading. */
function labelsOf(text: string, bodies: readonly Body[]): Label[] {
  const labels: Label[] = [];
  for (let from = 0; from < bodies.length;) {
    let to = from + 1;
    while (to < bodies.length && bodies[to]?.blocks[0]?.type !== 'heading') to++;
    if (to === from + 1) for (const label of bodies[from]?.labels ?? []) labels.push(label);
    else {
      const stretch = bodies.slice(from, to);
      const flow = all(stretch, (body) => body.flow);
      for (const label of readLabels(
        text,
        flow,
        all(stretch, ({ tables }) => tables),
      ))
        labels.push(label);
    }
    from = to;
  }
  return labels;
}
