/** Front matter, headings, sections, labels and parts: how a document is built. Part of the runbook model; spans as there. */
import type { Span } from '../text/span';
import type { Heading, ListItem } from './markdown';
import type { Role } from './vocabulary';

export interface FrontMatter {
  /** From the first `---` (or `+++`) to the end of the closing line, line ending included. */
  readonly span: Span;
  /** The YAML between the delimiter lines. */
  readonly content: Span;
  /** Scalar entries of the map in order; nested values are left out. */
  readonly fields: readonly FrontMatterField[];
  readonly problems: readonly FrontMatterProblem[];
  /**
   * Why no tool reads it, though it may be faultless in itself: it stands behind comments and blank lines or behind
   * other text, or it is TOML. Null for YAML at the start, which `span` begins at then.
   */
  readonly fault: 'behind-comment' | 'behind-text' | 'toml' | 'toml-behind-text' | null;
  /** Whether it passes a bound, so that nothing in it is known; that is its one problem. */
  readonly unread: boolean;
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
  /** As the YAML library says it, in English; empty for a bound. */
  readonly message: string;
  /** What else is wrong; null for what the library says. */
  readonly bound: FrontMatterBound | null;
}

/** Of what front matter has more than is read; `no-map`: it is YAML, and no map of keys; `no-end`: no line closes it. */
export interface FrontMatterBound {
  readonly of: 'characters' | 'levels' | 'references' | 'tokens' | 'no-map' | 'no-end';
  readonly most: number;
}

export interface DocumentHeading {
  readonly block: Heading;
  readonly span: Span;
  readonly depth: number;
  /** Words without markup, number and explicit id: `Deployment Steps` of `### 4.1 **Deployment** Steps {#steps}`. */
  readonly title: string;
  /** Its words as compared: `deployment steps`. */
  readonly key: string;
  /** What they are for in themselves; the section may stand for something else. */
  readonly role: Role | null;
  /** What they begin with where they count a step or phase: that of `Step 2: Restart`, else null. */
  readonly lead: SequenceLead | null;
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

/** What stands at the beginning of a name that counts. */
export interface SequenceLead {
  readonly word: 'step' | 'phase';
  /** As written: `3`, `1.2`, `2a`, `B`, `II`, `two`. */
  readonly number: string;
  /** `B` of `Step 2 / Option B`, one of several ways to do the same step; else null. */
  readonly alternative: string | null;
  /** Whether a colon, dash, dot or the like stands between the number and the words behind it. */
  readonly separated: boolean;
  /** The words behind number and separator. */
  readonly title: string;
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
export type Carrier = 'bold' | 'italic' | 'plain' | 'summary' | 'table' | 'yaml';

/** `**Owner:** Platform team`, `Owner: Platform team`, `> **Owner**: …`, `- **Owner**: …`, a row of a two-column table, or a line of fenced YAML. */
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
  /** The same as compared. */
  readonly key: string;
  readonly span: Span;
  /** What it covers, without its own name and colon. */
  readonly content: Span;
  /** Whether nothing but white space is covered. */
  readonly empty: boolean;
  readonly item: ListItem | null;
}

/** Slots: field values, list items, table rows, paragraphs, code blocks that hold what an author is to say. */
export interface Filling {
  readonly slots: number;
  readonly unfilled: number;
}
