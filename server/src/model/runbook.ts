/**
 * The runbook model: what a Markdown document means to people who operate services. Inert data.
 *
 * All spans are UTF-16 offsets into `Runbook.text`, ends exclusive; examples show the spanned words in «».
 */
import type { AlertDocument } from './alert-document';
import type { LineIndex } from '../text/line-index';
import type { PlacedPiece } from '../text/pieces';
import type { Span } from '../text/span';
import type { Block, CheckBox, CodeBlock, LinkInline, Table, TableRow } from './markdown';
import type { Entry, Mention } from './entry';
import type { HouseKind } from './house-style';
import type { RunbookKind } from './kind';
import type { Phase, Procedure } from './procedure';
import type { Words } from '../text/say';
import type { FrontMatter, DocumentHeading, Section, Label, Part, Filling } from './structure';

export type {
  FrontMatter,
  FrontMatterField,
  FrontMatterBound,
  FrontMatterProblem,
  DocumentHeading,
  Section,
  Carrier,
  Label,
  FieldValue,
  Part,
  Filling,
} from './structure';
export type { RunbookKind } from './kind';
export type { EntryForm, Entry, EscalationLevel, MentionPlace, Exclusion, Mention } from './entry';
export type { StepForm, Procedure, Step, Command, Phase, PhaseReference, CheckItem } from './procedure';

/** A parsed document. Any text gives one. */
export interface Runbook {
  /** Path relative to its workspace folder, with `/`: `docs/SoT.DEPLOYMENT.md`. */
  readonly path: string;
  readonly text: string;
  /** The text in pieces, for what is searched for in all of it. */
  readonly pieces: readonly PlacedPiece[];
  /** What of the text was read alone, in order, each with what it was read as; nothing where the text is in one piece. */
  readonly passages: readonly ReadPassage[];
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
  /** The bound that the text passes, so that only its headings are known; else null. */
  readonly passedBound: PassedBound | null;
  /** What an alert file says; null for Markdown. All of Markdown is empty where this is not null. */
  readonly alerts: AlertDocument | null;
  /** Whether the text was not read, since an earlier session ended in it: this is the model of an empty one. */
  readonly unread: boolean;
}

/** A stretch of a text that was read by itself. */
export interface ReadPassage {
  readonly start: number;
  /** The same object as in another text where the same words were read, and say the same. */
  readonly reading: object;
}

/** Of what a text has more than what is read. */
export interface PassedBound {
  readonly of: 'lines' | 'headings' | 'entries' | 'marks';
  readonly most: number;
}

export interface DocumentTable {
  readonly block: Table;
  /** Normalized words of the header cells. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Cells that are a checkbox: `| [ ] |`. GFM knows no tasks in tables, people who fill in checklists do. */
  readonly boxes: readonly TableBox[];
}

/** A checkbox that fills a table's cell. */
export interface TableBox extends CheckBox {
  /** Index into {@link DocumentTable.rows} and of the cell therein. */
  readonly row: number;
  readonly column: number;
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

export interface KindDecision {
  /**
   * `house`: a kind of the workspace's own that is like no built-in one; `run`: the record of a run, which only rules of
   * its own judge and whose words refer to nothing; `skill` documents are indexed but never judged,
   * `none` is any other Markdown.
   */
  readonly kind: RunbookKind | 'house' | 'run' | 'skill' | 'none';
  /** The kind of the workspace's own that the document is of, be it like a built-in one or not; else null. */
  readonly house: HouseKind | null;
  /** What spoke for the kind: `H1 starts with "Playbook:" (3)`; or why another decision was taken. */
  readonly reasons: readonly Words[];
  readonly points: Readonly<Record<RunbookKind, number>>;
  /** Whether front matter or configuration said so, instead of the built-in signals. */
  readonly stated: boolean;
}
