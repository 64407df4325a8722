/** A step as the readers of its forms hand it on. */
import type { CodeBlock, ListItem, TableRow } from '../model/markdown';
import type { Label, StepForm } from '../model/runbook';
import type { Span } from '../text/span';

/** A step's number, words and extent, before its contents are read. */
export interface StepFrame {
  readonly number: string;
  readonly alternative: string | null;
  readonly numberSpan: Span;
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly item: ListItem | null;
  /** The row of a table that the step is, else null. */
  readonly row: StepRow | null;
}

/** A row of a table of steps, with the columns that say what its cells are for. */
export interface StepRow {
  readonly row: TableRow;
  /** Columns whose cells confirm the step: Expected, Verification, Check. */
  readonly confirming: readonly number[];
}

/** Steps of one form, with the fence and the label that they stand in. */
export interface FoundSteps {
  readonly form: StepForm;
  /** Of a list whether its items are numbered, have boxes, or are bullets. */
  readonly kind?: 'ordered' | 'boxed' | 'bullets';
  readonly frames: readonly StepFrame[];
  readonly fence?: CodeBlock | null;
  readonly label?: Label | null;
  /** Whether they stand where no heading promises steps. */
  readonly isLoose?: boolean;
}
