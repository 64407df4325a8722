/** Entries of a document and the identifiers that it mentions. Part of the runbook model; spans as there. */
import type { Span } from '../text/span';
import type { Identifier } from './identifier';
import type { Filling, Label, Part, Section } from './structure';

/** How an entry is defined, best first (docs/runbook-format.md#definitions). */
export type EntryForm = 'heading' | 'plain' | 'fence' | 'table' | 'file-name';

/** Whether an entry stands in the text itself, with a body to read: not in a table, a code fence or a file name. */
export function hasBody({ form }: { readonly form: EntryForm }): boolean {
  return form === 'heading' || form === 'plain';
}

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

/** Where an identifier stands; `alert`: in the address of an alert rule. */
export type MentionPlace =
  'definition' | 'navigation' | 'field' | 'link-text' | 'link-target' | 'table' | 'code' | 'prose' | 'alert';

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
