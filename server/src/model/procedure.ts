/** Procedures, steps and phases: what people carry out. Part of the runbook model; spans as there. */
import type { Span } from '../text/span';
import type { CheckBox, CodeBlock, ListItem } from './markdown';
import type { DocumentHeading, Part } from './structure';

/**
 * The ways to write a step: `### Step 1: …`; `### 1. …` and `### A. …` in a section of steps; a numbered heading that
 * holds commands in any `section` of a runbook; a label `**Step 1: …**`; a line of a plain `fence` or a `comment` of a
 * shell fence; a row of a `table`; an item of a `list`.
 */
export type StepForm =
  'heading' | 'numbered-heading' | 'section' | 'bold' | 'fence' | 'comment' | 'table' | 'list';

/** Steps that belong together: those of one section, one label or one fence. */
export interface Procedure {
  readonly form: StepForm;
  /** Heading or label that the steps stand under: «Deployment Steps»; the fence's first line where there is none. */
  readonly nameSpan: Span;
  readonly name: string;
  readonly role: 'steps' | 'rollback' | 'other';
  /** From the first step to the end of the last. */
  readonly span: Span;
  readonly steps: readonly Step[];
  /** The fence that the steps are lifted out of, else null. */
  readonly fence: CodeBlock | null;
  /** A task list right behind the fence of the steps, which confirms all of them; else null. */
  readonly checklist: Span | null;
  /** Name of a later verification section that covers the steps before it; else null. */
  readonly coveredBy: Span | null;
}

export interface Step {
  /** As written: `3`, `1.2`, `2a`, `B`, `II`, `two`; of a list item its place in the list, from 1. */
  readonly number: string;
  /** `B` of `Step 2 / Option B`, one of several ways to do step 2; else null. */
  readonly alternative: string | null;
  /** ### Step «3»: Restart; empty at the start of the title for a list item. */
  readonly numberSpan: Span;
  /** Words behind the number: `Restart the pool`; of a list item its bold lead or first sentence. */
  readonly title: string;
  /** What names the step, for findings: «Step 3: Restart the pool»; of a list item «Restart the pool». */
  readonly titleSpan: Span;
  readonly span: Span;
  readonly item: ListItem | null;
  readonly commands: readonly Command[];
  /** Verification inside the step, in any form. */
  readonly verification: readonly Span[];
  readonly expectedOutput: readonly Span[];
  readonly rollback: readonly Span[];
  readonly notes: readonly Span[];
  readonly subSteps: readonly Step[];
  /** Whether the step is itself a verification by its title: Verify, Validate, Check, Confirm, Monitor, Smoke… */
  readonly verifies: boolean;
  /** Whether the step only looks: Identify, Investigate, Review… */
  readonly investigates: boolean;
  /** Whether the step only tells people something: Notify, Announce, Page… */
  readonly tells: boolean;
}

export interface Command {
  readonly span: Span;
  /** `fence`: a code block; `inline`: a code span; `prompt`: a line `$ …` inside a fence of steps. */
  readonly form: 'fence' | 'inline' | 'prompt';
  /** First word of the info string, else empty. */
  readonly language: string;
}

export interface Phase {
  /** As written: `1`, `A`, `II`, `two`, `2a`, `1.1`. */
  readonly label: string;
  /** ### ✅ Phase «1»: Copy */
  readonly labelSpan: Span;
  /** What two spellings share: `1` of `1`, `I`-style and `one` are compared by value; letters stay letters. */
  readonly key: string;
  /** `B` of `Phase 2 / Option B`, one of several ways to go through phase 2; else null. */
  readonly alternative: string | null;
  readonly title: string;
  /** Null for a phase under a bold line `**Phase 1: Copy**`. */
  readonly heading: DocumentHeading | null;
  /** ### «✅ Phase 1: Copy»; of a bold line the words between its marks. */
  readonly nameSpan: Span;
  /** «### ✅ Phase 1: Copy», the heading or line itself. */
  readonly headSpan: Span;
  readonly span: Span;
  /** A rollout phase of a feature runbook: `Phase 1: Internal (0% → 5%)`. Its percentages in order. */
  readonly rollout: readonly number[] | null;
  readonly objective: Part | null;
  readonly tasks: Part | null;
  readonly dependencies: Part | null;
  readonly dependsOn: readonly PhaseReference[];
  readonly gateCriteria: Part | null;
  readonly criteria: readonly CheckItem[];
  readonly decisionPoint: Part | null;
  readonly branches: readonly Span[];
  readonly decisionEscalation: Span | null;
  readonly rollback: Part | null;
  readonly duration: Part | null;
  /** What its items are that stand in none of its parts: things to do, or a checklist of states, which is a gate as well. */
  readonly openItems: 'none' | 'tasks' | 'states';
}

export interface PhaseReference {
  readonly key: string;
  readonly label: string;
  readonly span: Span;
}

export interface CheckItem {
  readonly box: CheckBox | null;
  /** - [ ] «Row counts match» */
  readonly text: Span;
}
