/** The messages by which a new document comes about: the server asks, then proposes a place and a text. */
import type { TextDocumentRef } from './messages';

/** What can be created. `run` is a RUN entry in a file of its own. */
export type NewDocumentKind = 'playbook' | 'feature' | 'run' | 'sot' | 'release';

/** One of the workspace's own kinds, defined in `.runbook.yaml`. */
export interface OwnDocumentKind {
  readonly name: string;
  /** Where documents of it are, as globs, or else by what they are recognised. Plain text. */
  readonly detail: string;
}

/** Answer to {@link newDocumentKindsRequest}. */
export interface NewDocumentKindsResult {
  /** Those that hold where the document is to go, in the order in which they are defined. */
  readonly kinds: readonly OwnDocumentKind[];
}

/** Request: the workspace's own kinds that a new document may be of, besides the built-in ones. */
export const newDocumentKindsRequest = { method: 'runbook/newDocumentKinds' } as const;
export interface NewDocumentKindsParams {
  /** URI of the folder to put it in. Optional. */
  readonly folder?: string;
  /** The document that the user is in. Optional. */
  readonly textDocument?: TextDocumentRef;
}

/** One answer to choose from. */
export interface AnswerOption {
  /** What is sent as the answer. */
  readonly value: string;
  readonly label: string;
  /** Shown dimmed behind the label. Plain text. */
  readonly description?: string;
}

/** Something that the server has to know. */
export interface DocumentQuestion {
  /** The key under which the answer is sent. */
  readonly name: string;
  /** What is asked for, in a few words. Plain text. */
  readonly prompt: string;
  /**
   * `line`: some words on one line. `version`: a version number. `choice`: one of the options. `prefixes`: any of the
   * options and others, as a text with commas.
   */
  readonly form: 'line' | 'version' | 'choice' | 'prefixes';
  /** An example of an answer. */
  readonly example: string;
  /** The answer that is likely right, to be changed or accepted; empty where there is none. */
  readonly value: string;
  readonly options: readonly AnswerOption[];
  /** Whether it may stay open: an empty answer leaves a slot in the text. */
  readonly optional: boolean;
}

/** A configuration file that helps the new document. */
export interface ProposedConfiguration {
  /** `.runbook.yaml` of the workspace folder. */
  readonly uri: string;
  readonly text: string;
  /** Why it helps, one sentence. */
  readonly reason: string;
}

/** A document that can be created now. */
export interface ProposedDocument {
  /** Where to put it; null without a workspace folder. The server knows the Markdown files, but not what else is there. */
  readonly uri: string | null;
  /** Path in the workspace folder, or the name of the file without one: `playbooks/move-the-orders.md`. */
  readonly path: string;
  /** LSP snippet syntax. */
  readonly text: string;
  /** Null where none is needed. Not to be offered where the file exists. */
  readonly configuration: ProposedConfiguration | null;
}

/** Answer to {@link newDocumentRequest}: what is still to be asked, or the document. Exactly one is not null. */
export interface NewDocumentResult {
  readonly question: DocumentQuestion | null;
  readonly document: ProposedDocument | null;
}

/**
 * Request: a document of a kind, made from what was answered so far. Sent again with one answer more until there is no
 * question left. Fails (`InvalidParams`) for an unknown kind, also of the workspace's own.
 */
export const newDocumentRequest = { method: 'runbook/newDocument' } as const;
export interface NewDocumentParams {
  /** `house`: one of the workspace's own, which {@link ownKind} names. */
  readonly kind: NewDocumentKind | 'house';
  readonly ownKind?: string;
  readonly answers: Readonly<Record<string, string>>;
  /** URI of the folder to put it in. Optional: without it the server finds one by what the workspace does. */
  readonly folder?: string;
  /** The document that the user is in, which says in which workspace folder. Optional. */
  readonly textDocument?: TextDocumentRef;
}
