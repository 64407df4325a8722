/**
 * The procedures of entries and phases that stand in front of an edit: neither what they say nor where they stand has
 * changed, so they are not read again. What a procedure depends on lies in its entry or phase (see `toProcedure`).
 */
import type { Procedure, Section } from '../model/runbook';
import type { Span } from '../text/span';
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

/** The document in pieces that was read last. */
interface Before extends Pick<StepSource, 'isWork' | 'scopes' | 'procedural'> {
  /** By where they start. */
  readonly sections: ReadonlyMap<number, KeptSection>;
  readonly procedures: ReadonlyMap<ProcedureFrame, Procedure>;
}

export class ProcedureMemory {
  #before: Before | null = null;

  /** The procedures of a document, of which everything up to an offset is as in the one that was read before. */
  read(source: StepSource, sameUpTo: number): readonly Procedure[] {
    const reading = new KeptSteps(this.#before, source, sameUpTo);
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

  constructor(before: Before | null, source: StepSource, sameUpTo: number) {
    this.#before = before?.isWork === source.isWork ? before : null;
    this.#source = source;
    this.#sameUpTo = Math.min(
      agreedUpTo(before?.scopes.items ?? [], source.scopes.items, sameUpTo),
      agreedUpTo(before?.procedural.items ?? [], source.procedural.items, sameUpTo),
    );
  }

  framesOf(section: Section, above: Surroundings, place: Place): readonly ProcedureFrame[] | undefined {
    if (section.span.end > this.#sameUpTo) return undefined;
    const kept = this.#before?.sections.get(section.span.start);
    if (kept === undefined || !isSame(kept.section, section)) return undefined;
    const { rollback, steps, aside } = kept.above;
    if (kept.place !== place || rollback !== above.rollback || steps !== above.steps || aside !== above.aside)
      return undefined;
    this.kept.set(section.span.start, { ...kept, section });
    return kept.frames;
  }

  keep(section: Section, above: Surroundings, place: Place, frames: readonly ProcedureFrame[]): void {
    const scope = this.#source.scopes.around(section.span)?.span;
    if (scope?.start === section.span.start && scope.end === section.span.end)
      this.kept.set(section.span.start, { section, above, place, frames });
  }

  procedureOf(frame: ProcedureFrame): Procedure | undefined {
    return this.#before?.procedures.get(frame);
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
