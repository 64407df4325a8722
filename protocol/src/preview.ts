/**
 * What a Markdown preview shows of a runbook beyond Markdown: where its identifiers, fields, boxes and commands stand. Lines
 * count from 0. Words are as a preview shows them, without markup and escapes, so that it finds them in what it rendered.
 */
import type { TextDocumentRef } from './messages';

/** Words on a line. */
export interface PreviewText {
  readonly line: number;
  readonly text: string;
}

/** Where an entry is defined. */
export interface PreviewTarget {
  readonly uri: string;
  /** GitHub's fragment of its heading; empty where it has none. */
  readonly slug: string;
}

/** An identifier. */
export interface PreviewId extends PreviewText {
  /** What stands right before `text` where that alone names nothing: `DEP-001/` of DEP-001/«002»; else empty. */
  readonly lead: string;
  /** As it reads in full: `DEP-002`. */
  readonly id: string;
  /** `missing`: the workspace has entries of this prefix, and none of this identifier. */
  readonly state: 'defined' | 'deprecated' | 'missing';
  /** Whether the entry is defined here, so that links lead here. */
  readonly defines: boolean;
  /** Title of the entry; empty where it has none. */
  readonly title: string;
  /** Null for a missing one. */
  readonly target: PreviewTarget | null;
}

/** A checkbox, in a list or filling a cell of a table; `text` is `[ ]` or `[x]`. */
export interface PreviewBox extends PreviewText {
  readonly checked: boolean;
}

/** A paragraph that consists of fields, one below the other. */
export interface PreviewFields {
  readonly line: number;
  /** The line behind its last one. */
  readonly end: number;
  /** The names of the fields, without their colon; the first one is on the paragraph's first line. */
  readonly names: readonly PreviewText[];
}

/** How far a phase is, by the line of its heading, as the Phases tree counts it. */
export interface PreviewPhase {
  readonly line: number;
  readonly done: number;
  readonly total: number;
}

/** A code block with commands, from its opening fence to the line behind its closing one. */
export interface PreviewCommands {
  readonly line: number;
  readonly end: number;
  /** What to copy, where that is not the whole block: the lines behind prompts, without these. */
  readonly text?: string;
}

/** Each list in the order of the document. */
export interface PreviewContents {
  readonly ids: readonly PreviewId[];
  /** What is still to be filled in, line by line. */
  readonly placeholders: readonly PreviewText[];
  readonly boxes: readonly PreviewBox[];
  readonly fields: readonly PreviewFields[];
  readonly phases: readonly PreviewPhase[];
  readonly commands: readonly PreviewCommands[];
}

/** Answer to {@link previewRequest}: null for a document that is not a runbook. */
export type PreviewResult = PreviewContents | null;

/** Request: what a Markdown preview shows of one document beyond Markdown. */
export const previewRequest = { method: 'runbook/preview' } as const;
export interface PreviewParams {
  readonly textDocument: TextDocumentRef;
}
