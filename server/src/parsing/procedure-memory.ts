/**
 * The procedures of entries and phases that an edit leaves alone: what they say has not changed, so they are not read again.
 * In front of it they stand where they stood, behind it they are moved. What a procedure depends on lies in its entry or
 * phase (see `toProcedure`).
 */
import type { Procedure, Section } from '../model/runbook';
import type { Span } from '../text/span';
import { movedProcedures, type FramedProcedure } from './moved-procedures';
import type { DocumentBody } from './passages';
import type { ProcedureFrame } from './procedure-frames';
import type { Place, Surroundings } from './section-steps';
import type { StepSource } from './step-source';
import { readProcedures, type StepMemory } from './steps';

interface KeptSection {
  readonly section: Section;
  readonly above: Surroundings;
  readonly place: Place;
  readonly frames: readonly ProcedureFrame[];
}

/** What of a text is as in the one that was read before. */
type Sameness = Pick<DocumentBody, 'sameUpTo' | 'sameFrom' | 'longerBy'>;

/** The document in pieces that was read last. */
interface Before extends Pick<StepSource, 'isWork' | 'scopes' | 'procedural'> {
  /** By where they start. */
  readonly sections: ReadonlyMap<number, KeptSection>;
  readonly procedures: ReadonlyMap<ProcedureFrame, Procedure>;
}

export class ProcedureMemory {
  #before: Before | null = null;

  /** The procedures of a document, of which the two ends are as in the one that was read before. */
  read(source: StepSource, same: Sameness): readonly Procedure[] {
    const reading = new KeptSteps(this.#before, source, same);
    const { frames, procedures } = readProcedures(source, reading);
    const pairs = procedures.flatMap((procedure, index) => {
      const frame = frames[index];
      return frame === undefined ? [] : [[frame, procedure] as const];
    });
    const { isWork, scopes, procedural } = source;
    this.#before = { isWork, scopes, procedural, sections: reading.kept, procedures: new Map(pairs) };
    return procedures;
  }

  forget(): void {
    this.#before = null;
  }
}

/** What one reading takes over from the one before, and leaves to the next one. */
class KeptSteps implements StepMemory {
  readonly kept = new Map<number, KeptSection>();
  readonly #before: Before | null;
  readonly #source: StepSource;
  /** Up to where text, entries and phases are as before. */
  readonly #sameUpTo: number;
  /** From where on they are, and by how much they have moved. */
  readonly #sameFrom: number;
  readonly #by: number;
  readonly #moved = new Map<ProcedureFrame, Procedure>();

  constructor(before: Before | null, source: StepSource, { sameUpTo, sameFrom, longerBy }: Sameness) {
    this.#before = before?.isWork === source.isWork ? before : null;
    this.#source = source;
    this.#by = longerBy;
    const lists = [
      [before?.scopes.items ?? [], source.scopes.items],
      [before?.procedural.items ?? [], source.procedural.items],
    ] as const;
    this.#sameUpTo = Math.min(...lists.map(([was, is]) => agreedUpTo(was, is, sameUpTo)));
    this.#sameFrom = Math.max(...lists.map(([was, is]) => agreedFrom(was, is, sameFrom, longerBy)));
  }

  framesOf(section: Section, above: Surroundings, place: Place): readonly ProcedureFrame[] | undefined {
    const { start, end } = section.span;
    const by = end <= this.#sameUpTo ? 0 : start >= this.#sameFrom ? this.#by : null;
    const kept = by === null ? undefined : this.#before?.sections.get(start - by);
    if (by === null || kept === undefined) return undefined;
    if (end <= this.#sameUpTo ? !isSame(kept.section, section) : !isMoved(kept.section, section, by))
      return undefined;
    const { rollback, steps, aside } = kept.above;
    if (kept.place !== place || rollback !== above.rollback || steps !== above.steps || aside !== above.aside)
      return undefined;
    if (end <= this.#sameUpTo) {
      this.kept.set(start, { ...kept, section });
      return kept.frames;
    }
    if (!this.#isAsProcedural(kept.section, section)) return undefined;
    return this.#takeMoved({ ...kept, section }, by);
  }

  keep(section: Section, above: Surroundings, place: Place, frames: readonly ProcedureFrame[]): void {
    const scope = this.#source.scopes.around(section.span)?.span;
    if (scope?.start === section.span.start && scope.end === section.span.end)
      this.kept.set(section.span.start, { section, above, place, frames });
  }

  procedureOf(frame: ProcedureFrame): Procedure | undefined {
    return this.#moved.get(frame) ?? this.#before?.procedures.get(frame);
  }

  /** Whether a section describes work as it did, which an entry around it may say. */
  #isAsProcedural(before: Section, now: Section): boolean {
    const was = this.#before?.procedural.around(before.span) ?? null;
    const is = this.#source.procedural.around(now.span);
    return (was === null) === (is === null);
  }

  #takeMoved(kept: KeptSection, by: number): readonly ProcedureFrame[] | undefined {
    const known = kept.frames.flatMap((frame): FramedProcedure[] => {
      const procedure = this.#before?.procedures.get(frame);
      return procedure === undefined ? [] : [{ frame, procedure }];
    });
    const found = known.length < kept.frames.length ? undefined : movedProcedures(this.#source, known, by);
    if (found === undefined) return undefined;
    for (const { frame, procedure } of found) this.#moved.set(frame, procedure);
    const frames = found.map(({ frame }) => frame);
    this.kept.set(kept.section.span.start, { ...kept, frames });
    return frames;
  }
}

/** Up to where the spans of two lists agree, as far as an offset. */
function agreedUpTo(
  before: readonly { readonly span: Span }[],
  now: readonly { readonly span: Span }[],
  end: number,
): number {
  for (let index = 0; ; index++) {
    const was = before[index]?.span;
    const is = now[index]?.span;
    const start = Math.min(was?.start ?? end, is?.start ?? end);
    if (start >= end) return end;
    if (was?.start !== is?.start) return start;
    if (Math.min(was?.end ?? end, end) !== Math.min(is?.end ?? end, end)) return start;
  }
}

/** An offset if all spans of a list that start from there on are those of another list, moved by so much; else nowhere. */
function agreedFrom(
  before: readonly { readonly span: Span }[],
  now: readonly { readonly span: Span }[],
  from: number,
  by: number,
): number {
  for (let back = 1; ; back++) {
    const was = before.at(-back)?.span;
    const is = now.at(-back)?.span;
    const isOver = is === undefined || is.start < from;
    if (isOver !== (was === undefined || was.start + by < from)) return Infinity;
    if (isOver) return from;
    if (was?.start !== is.start - by || was.end !== is.end - by) return Infinity;
  }
}

/** Whether two sections have the same headings, which stand at the same place, and mean the same. */
function isSame(before: Section, now: Section): boolean {
  return (
    before.heading?.block === now.heading?.block &&
    before.role === now.role &&
    before.span.end === now.span.end &&
    before.children.length === now.children.length &&
    before.children.every((child, index) => isSame(child, now.children[index] ?? before))
  );
}

/** Whether two sections of the same words, one of which has moved, have the same sections in them, and mean the same. */
function isMoved(before: Section, now: Section, by: number): boolean {
  return (
    before.role === now.role &&
    before.span.start + by === now.span.start &&
    before.span.end + by === now.span.end &&
    before.children.length === now.children.length &&
    before.children.every((child, index) => isMoved(child, now.children[index] ?? before, by))
  );
}
