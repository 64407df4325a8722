/**
 * Procedures at another place of a text: all that they say is the same, every place has moved by as much. What they refer to
 * (items, fences, rows) is that of the text where it stands now. Knows nothing of why they are the same.
 */
import type { CodeBlock, ListItem, TableRow } from '../model/markdown';
import type { Procedure, Step } from '../model/runbook';
import { firstFrom, moved, type Span } from '../text/span';
import type { ProcedureFrame } from './procedure-frames';
import type { StepFrame } from './step-frame';
import type { StepSource } from './step-source';

/** A procedure with the frame that it was read from. */
export interface FramedProcedure {
  readonly frame: ProcedureFrame;
  readonly procedure: Procedure;
}

/** Something that was referred to is not where it should be. */
class NotFound extends Error {}

/** The procedures moved by so many characters into a text, or undefined where something that they refer to is not there. */
export function movedProcedures(
  source: Pick<StepSource, 'flow' | 'tables'>,
  procedures: readonly FramedProcedure[],
  by: number,
): readonly FramedProcedure[] | undefined {
  const place = new Place(source, by);
  try {
    return procedures.map(({ frame, procedure }) => ({
      frame: place.frame(frame),
      procedure: place.procedure(procedure),
    }));
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

class Place {
  readonly #source: Pick<StepSource, 'flow' | 'tables'>;
  readonly #by: number;

  constructor(source: Pick<StepSource, 'flow' | 'tables'>, by: number) {
    this.#source = source;
    this.#by = by;
  }

  frame(frame: ProcedureFrame): ProcedureFrame {
    const { form, name, nameSpan, role, frames, fence, scope } = frame;
    return {
      form,
      name,
      nameSpan: this.#span(nameSpan),
      role,
      frames: frames.map((step) => this.#stepFrame(step)),
      fence: this.#fence(fence),
      scope: this.#span(scope),
    };
  }

  procedure({ form, name, nameSpan, role, span, steps, fence, ...rest }: Procedure): Procedure {
    const { checklist, coveredBy } = rest;
    return {
      form,
      name,
      nameSpan: this.#span(nameSpan),
      role,
      span: this.#span(span),
      steps: this.#steps(steps),
      fence: this.#fence(fence),
      checklist: checklist === null ? null : this.#span(checklist),
      coveredBy: coveredBy === null ? null : this.#span(coveredBy),
    };
  }

  #stepFrame({ number, alternative, numberSpan, title, titleSpan, span, item, row }: StepFrame): StepFrame {
    return {
      number,
      alternative,
      numberSpan: this.#span(numberSpan),
      title,
      titleSpan: this.#span(titleSpan),
      span: this.#span(span),
      item: this.#item(item),
      row: row === null ? null : { row: this.#row(row.row), confirming: row.confirming },
    };
  }

  #steps(steps: readonly Step[]): readonly Step[] {
    return steps.length === 0 ? steps : steps.map((step) => this.#step(step));
  }

  #step(step: Step): Step {
    const { number, alternative, title, commands, verifies, investigates, tells } = step;
    return {
      number,
      alternative,
      numberSpan: this.#span(step.numberSpan),
      title,
      titleSpan: this.#span(step.titleSpan),
      span: this.#span(step.span),
      item: this.#item(step.item),
      commands:
        commands.length === 0
          ? commands
          : commands.map(({ span, form, language }) => ({ span: this.#span(span), form, language })),
      verification: this.#spans(step.verification),
      expectedOutput: this.#spans(step.expectedOutput),
      rollback: this.#spans(step.rollback),
      notes: this.#spans(step.notes),
      subSteps: this.#steps(step.subSteps),
      verifies,
      investigates,
      tells,
    };
  }

  #span(span: Span): Span {
    return moved(span, this.#by);
  }

  #spans(spans: readonly Span[]): readonly Span[] {
    return spans.length === 0 ? spans : spans.map((span) => this.#span(span));
  }

  #item(item: ListItem | null): ListItem | null {
    if (item === null) return null;
    const { flow } = this.#source;
    const start = item.span.start + this.#by;
    const found = flow[firstFrom(flow, start, ({ span }) => span.start)]?.item;
    if (found?.span.start !== start || found.span.end !== item.span.end + this.#by) throw new NotFound();
    return found;
  }

  #fence(fence: CodeBlock | null): CodeBlock | null {
    if (fence === null) return null;
    const { flow } = this.#source;
    const start = fence.span.start + this.#by;
    const found = flow[firstFrom(flow, start, ({ span }) => span.start)];
    if (found?.type !== 'code' || found.block.type !== 'code' || found.span.start !== start)
      throw new NotFound();
    return found.block;
  }

  #row(row: TableRow): TableRow {
    const { tables } = this.#source;
    const start = row.span.start + this.#by;
    const table = tables[firstFrom(tables, start + 1, ({ block }) => block.span.start) - 1];
    const found = table?.rows.find(({ span }) => span.start === start);
    if (found === undefined) throw new NotFound();
    return found;
  }
}
