/**
 * The runbook model: what a Markdown document means to people who operate services. Inert data.
 *
 * All spans are UTF-16 offsets into `Runbook.text`, ends exclusive; examples show the spanned words in «».
 */
import type { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import type { Identifier } from './identifier';
import type { Block, CheckBox, CodeBlock, Heading, LinkInline, ListItem, Table, TableRow } from './markdown';
import type { Role } from './vocabulary';

/** A parsed document. Any text gives one. */
export interface Runbook {
  /** Path relative to its workspace folder, with `/`: `docs/SoT.DEPLOYMENT.md`. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | null;
  readonly blocks: readonly Block[];
  /** The whole document as a section without heading; its children are the outermost headings. */
  readonly root: Section;
  /** All headings in document order. */
  readonly headings: readonly DocumentHeading[];
  /** All labels and table fields in document order. */
  readonly labels: readonly Label[];
  /** Headings and labels with a role, in document order. */
  readonly parts: readonly Part[];
  readonly fences: readonly CodeBlock[];
  readonly tables: readonly DocumentTable[];
  readonly comments: readonly Span[];
  readonly links: readonly Link[];
  /** Ids of `<a id="…">`, `<a name="…">` and elements with an id, as written. */
  readonly anchors: readonly Anchor[];
  readonly procedures: readonly Procedure[];
  readonly phases: readonly Phase[];
  readonly entries: readonly Entry[];
  readonly mentions: readonly Mention[];
  readonly bands: readonly Band[];
  readonly placeholders: readonly Placeholder[];
  /** How much of what is to be filled in is. */
  readonly filling: Filling;
  readonly kind: KindDecision;
}

export interface FrontMatter {
  /** From the first `---` to the end of the closing line, line ending included. */
  readonly span: Span;
  /** The YAML between the delimiter lines. */
  readonly content: Span;
  /** Scalar entries of the map in order; nested values are left out. */
  readonly fields: readonly FrontMatterField[];
  readonly problems: readonly FrontMatterProblem[];
}

export interface FrontMatterField {
  readonly key: string;
  /** «title»: Payment migration */
  readonly keySpan: Span;
  /** title: «"Payment migration"» */
  readonly valueSpan: Span;
  /** The value as text, quotes and escapes resolved; lists of scalars joined with `, `. */
  readonly value: string;
}

export interface FrontMatterProblem {
  readonly span: Span;
  readonly message: string;
}

export interface DocumentHeading {
  readonly block: Heading;
  readonly span: Span;
  readonly depth: number;
  /** Words without markup, number and explicit id: `Deployment Steps` of `### 4.1 **Deployment** Steps {#steps}`. */
  readonly title: string;
  /** ### «4.1 Deployment Steps» {#steps} */
  readonly titleSpan: Span;
  /** `4.1` of `### 4.1 Deployment Steps`, without a closing dot, else null. */
  readonly number: string | null;
  /** `steps` of `{#steps}`, else null. */
  readonly explicitId: string | null;
  /** Fragment that GitHub gives this heading, unique in the document: `41-deployment-steps`. */
  readonly slug: string;
  /** Fragment that GitLab gives it. */
  readonly gitLabSlug: string;
}

export interface Section {
  /** Null for the root. */
  readonly heading: DocumentHeading | null;
  readonly role: Role | null;
  /** From the heading to the next heading of the same or a higher level. */
  readonly span: Span;
  /** From the end of the heading to the first heading below it, or to the end. */
  readonly body: Span;
  readonly children: readonly Section[];
}

/** How a label or field is written. */
export type Carrier = 'bold' | 'plain' | 'table';

/** `**Owner:** Platform team`, `Owner: Platform team`, `> **Owner**: …`, `- **Owner**: …`, or a row of a two-column table. */
export interface Label {
  /** As written, without markup and colon: `Last Tested`. */
  readonly name: string;
  /** As compared: `last tested`. */
  readonly key: string;
  readonly carrier: Carrier;
  readonly inQuote: boolean;
  /** **«Owner»**: Platform team */
  readonly nameSpan: Span;
  /** The rest of the line, trimmed: **Owner**: «Platform team (2026)». Null when the line ends there. */
  readonly value: FieldValue | null;
  /** From the label to the end of what it covers: the next label or heading, or the end of its list item. */
  readonly span: Span;
  /** The list item that the label stands in, else null. */
  readonly item: ListItem | null;
  readonly role: Role | null;
}

export interface FieldValue {
  /** «Active (EPIC-04b, 2026-05-09)» */
  readonly span: Span;
  /** «Active» (EPIC-04b, 2026-05-09): what is compared. */
  readonly token: Span;
}

/** A heading or label with a role, and what it covers. */
export interface Part {
  readonly role: Role;
  readonly from: 'heading' | 'label';
  /** The heading's or label's words: «Rollback» */
  readonly nameSpan: Span;
  readonly name: string;
  readonly span: Span;
  /** What it covers, without its own name and colon. */
  readonly content: Span;
  /** Whether nothing but white space is covered. */
  readonly empty: boolean;
  readonly item: ListItem | null;
}

export interface DocumentTable {
  readonly block: Table;
  /** Normalized words of the header cells. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface Link {
  readonly inline: LinkInline;
  /** Path part of the destination, percent-decoded; empty for a link into this document. */
  readonly path: string;
  /** Where the path stands: [a](«SoT.md»#x) */
  readonly pathSpan: Span;
  /** Fragment without `#`, percent-decoded, or null. */
  readonly fragment: string | null;
  /** Where the fragment stands: [a](SoT.md#«x») */
  readonly fragmentSpan: Span;
  /** Whether it leads out of the workspace: `https:`, `mailto:` and the like. */
  readonly external: boolean;
}

export interface Anchor {
  readonly id: string;
  readonly span: Span;
}

/** The five ways to write a step. */
export type StepForm = 'heading' | 'numbered-heading' | 'bold' | 'fence' | 'list';

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
  /** As written: `3`, `N`; of a list item its place in the list, from 1. */
  readonly number: string;
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
}

export interface Command {
  readonly span: Span;
  /** `fence`: a code block; `inline`: a code span; `prompt`: a line `$ …` inside a fence of steps. */
  readonly form: 'fence' | 'inline' | 'prompt';
  /** First word of the info string, else empty. */
  readonly language: string;
}

export interface Phase {
  /** As written: `1`, `A`, `II`, `two`, `2a`. */
  readonly label: string;
  /** What two spellings share: `1` of `1`, `I`-style and `one` are compared by value; letters stay letters. */
  readonly key: string;
  readonly title: string;
  readonly heading: DocumentHeading;
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

/** How an entry is defined, best first (`domain.md` section 2). */
export type EntryForm = 'heading' | 'plain' | 'fence' | 'table' | 'file-name';

export interface Entry {
  readonly id: Identifier;
  readonly form: EntryForm;
  /** ## «RUN-001»: Title */
  readonly idSpan: Span;
  /** Without markup and `[DEPRECATED]`; empty when there is none. */
  readonly title: string;
  /** ## RUN-001: «Title»; empty behind the id when there is none. */
  readonly titleSpan: Span;
  readonly headingSpan: Span;
  readonly span: Span;
  readonly section: Section | null;
  /** Fields between the definition and the first heading below it, and tail lines (`Linked IDs: …`). */
  readonly fields: readonly Label[];
  readonly parts: readonly Part[];
  readonly filling: Filling;
  readonly stub: boolean;
  readonly deprecated: Span | null;
  readonly linkedIds: readonly LinkedId[];
  readonly escalation: readonly EscalationLevel[];
}

export interface LinkedId {
  readonly mention: Mention;
  /** `validated-by` of `— validated-by: …`, `alert` of `MON-005 (alert)`, else empty. */
  readonly relation: string;
}

export interface EscalationLevel {
  /** `L1`, `Level 2`, or empty for a bullet without level. */
  readonly level: string;
  readonly span: Span;
}

/** Where an identifier stands. */
export type MentionPlace =
  'definition' | 'navigation' | 'field' | 'link-text' | 'link-target' | 'table' | 'code' | 'prose';

/** Why an identifier is not a reference. */
export type Exclusion =
  | 'placeholder'
  | 'prefix-only'
  | 'range-end'
  | 'front-matter'
  | 'comment'
  | 'url'
  | 'fence'
  | 'template-line';

export interface Mention {
  readonly prefix: string;
  /** Null for `RUN-XXX`, `MON-` and other forms without a number. */
  readonly id: Identifier | null;
  /** The characters of this id: «RUN-001»; of a slash list DEP-001/«002» the digits alone. */
  readonly span: Span;
  readonly place: MentionPlace;
  /** Key of the field or section that it stands in: `linked ids`; else empty. */
  readonly field: string;
  readonly excluded: Exclusion | null;
  /** Index into {@link Runbook.links}, for link texts and targets. */
  readonly link: number | null;
}

/** `(RUN-001 to RUN-099)` in a navigation group. */
export interface Band {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly span: Span;
  /** Words of the group: `Operational Runbooks`. */
  readonly name: string;
}

export type PlaceholderForm = 'bracket' | 'brace' | 'angle' | 'date' | 'version' | 'menu' | 'marker' | 'id';

export interface Placeholder {
  readonly form: PlaceholderForm;
  readonly span: Span;
  readonly inCode: boolean;
}

/** Slots: field values, list items, table rows, paragraphs, code blocks that hold what an author is to say. */
export interface Filling {
  readonly slots: number;
  readonly unfilled: number;
}

export type RunbookKind = 'playbook' | 'feature' | 'entry' | 'sot' | 'release';

export interface KindDecision {
  /** `skill` documents are indexed but never judged, `none` is any other Markdown. */
  readonly kind: RunbookKind | 'skill' | 'none';
  /** What spoke for the kind: `H1 starts with "Playbook:" (3)`; or why another decision was taken. */
  readonly reasons: readonly string[];
  readonly points: Readonly<Record<RunbookKind, number>>;
  /** Whether front matter or configuration said so, instead of the signals. */
  readonly stated: boolean;
}
