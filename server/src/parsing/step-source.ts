/** What steps are read from. */
import type { NestedSpans } from '../model/nested-spans';
import type { Block } from '../model/markdown';
import type { DocumentTable, Label, Part, Section } from '../model/runbook';
import type { PlacedPiece } from '../text/pieces';
import type { Span } from '../text/span';
import type { FlowNode } from './flow';

/** A document whose steps are looked for. */
export interface StepSource {
  readonly text: string;
  readonly pieces: readonly PlacedPiece[];
  readonly blocks: readonly Block[];
  readonly root: Section;
  readonly flow: readonly FlowNode[];
  readonly labels: readonly Label[];
  readonly parts: readonly Part[];
  readonly tables: readonly DocumentTable[];
  /** Spans within which a later verification section may cover a procedure: entries and phases. */
  readonly scopes: NestedSpans<{ readonly span: Span }>;
  /** The entries that have a body, whatever they hold. */
  readonly entries: NestedSpans<{ readonly span: Span }>;
  /** Where numbered headings that hold commands are steps in any section: RUN and DEP entries. */
  readonly procedural: NestedSpans<{ readonly span: Span }>;
  /** Whether lists that instruct are steps wherever they stand: in documents of a kind that describes work. */
  readonly isWork: boolean;
}
