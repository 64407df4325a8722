/**
 * A Markdown document as plain blocks and inline marks with offsets: what the runbook model is read from.
 *
 * Offsets are UTF-16 offsets into the document, ends exclusive. Every producer of blocks (today remark) must give
 * exactly these; nothing else of a Markdown parser is visible outside `parsing/markdown/`.
 */
import type { Span } from '../text/span';

export type Block =
  | Heading
  | Paragraph
  | CodeBlock
  | List
  | Table
  | Quote
  | HtmlBlock
  | ThematicBreak
  | Definition
  | FootnoteDefinition;

/** `## Title ##`, a setext heading, or `<h2>Title</h2>` on lines of its own. */
export interface Heading {
  readonly type: 'heading';
  /** From the first `#` (or `<`, or the first word of a setext heading) to the end of its last line. */
  readonly span: Span;
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** The heading's words with their inline markup: `Title` in `## Title ##`. Empty at the span's end for `##`. */
  readonly content: Span;
  readonly inlines: readonly Inline[];
}

/** Lines of running text; inside list items and quotes the lines after the first keep their indentation and `>`. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly span: Span;
  readonly inlines: readonly Inline[];
}

/** A fenced or indented code block. */
export interface CodeBlock {
  readonly type: 'code';
  /** From the fence's first character to the end of its last line. */
  readonly span: Span;
  readonly fenced: boolean;
  /** The whole info string: `bash title="x"`; empty at the end of the opening line when there is none. */
  readonly info: Span;
  /** The lines between the fences, without the last line ending; of an indented block all its lines. */
  readonly content: Span;
  /** Whether a closing fence is there; true for indented code. */
  readonly closed: boolean;
  /** Fences within this one, in the nested reading (docs/runbook-format.md#code-blocks-in-code-blocks). Direct children only. */
  readonly nested: readonly CodeBlock[];
}

export interface List {
  readonly type: 'list';
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** From the marker to the end of the item's last line. */
  readonly span: Span;
  /** `-`, `*`, `+`, `1.`, `2)`. */
  readonly marker: Span;
  /** The number written in an ordered item's marker, else null. */
  readonly ordinal: number | null;
  /** The task list box `[ ]`, `[x]`, else null. */
  readonly box: CheckBox | null;
  readonly blocks: readonly Block[];
}

export interface CheckBox {
  /** The three characters `[ ]`. */
  readonly span: Span;
  readonly checked: boolean;
}

/** A GFM table. The first row is the header; the delimiter row is no row. */
export interface Table {
  readonly type: 'table';
  readonly span: Span;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly span: Span;
  /** As written: a ragged row has fewer or more cells than the header. */
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** The cell's words without the white space and pipes around them; empty for an empty cell. */
  readonly span: Span;
  readonly inlines: readonly Inline[];
}

export interface Quote {
  readonly type: 'quote';
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/** A block of raw HTML, comments among them. */
export interface HtmlBlock {
  readonly type: 'html';
  readonly span: Span;
}

export interface ThematicBreak {
  readonly type: 'break';
  readonly span: Span;
}

/** A link reference definition `[label]: target`. */
export interface Definition {
  readonly type: 'definition';
  readonly span: Span;
  /** The label as CommonMark compares it: trimmed, white space folded, upper-cased. */
  readonly label: string;
  /** The destination as written, without `<` and `>`. */
  readonly target: Span;
}

export interface FootnoteDefinition {
  readonly type: 'footnote';
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/** Marks in running text, in the order in which they start; an outer mark comes before those inside it. Plain text has no mark. */
export type Inline = SpanInline | CodeSpan | LinkInline;

export interface SpanInline {
  readonly type: 'strong' | 'emphasis' | 'delete' | 'html' | 'footnote-reference';
  readonly span: Span;
}

export interface CodeSpan {
  readonly type: 'code';
  readonly span: Span;
  /** What stands between the backtick runs. */
  readonly content: Span;
}

/** A link or an image. */
export interface LinkInline {
  readonly type: 'link' | 'image';
  readonly span: Span;
  /** The words between the brackets; for an autolink the address. */
  readonly text: Span;
  /**
   * `inline` has its target in place, `reference` names a definition of this document (`[a][b]`, `[a][]`, `[a]`),
   * `autolink` is `<https://…>` or a bare address.
   */
  readonly form: 'inline' | 'reference' | 'autolink';
  /** The destination as written, without `<` and `>`; for a reference the label; for an autolink the address. */
  readonly target: Span;
}
