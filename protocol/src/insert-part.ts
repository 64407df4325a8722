/** The message that inserts a part of a runbook at the cursor. */
import type { EntryEdit, Position, TextDocumentRef } from './messages';

/** What can be inserted. */
export type InsertedPart = 'phase' | 'step' | 'verification' | 'rollback' | 'escalation';

/** The edits of one document, which do not overlap. */
export interface PartEdits {
  readonly uri: string;
  /** Version of the open document that the edits are for; null when the file is not open. */
  readonly version: number | null;
  readonly edits: readonly EntryEdit[];
}

/** Answer to {@link insertPartRequest}. */
export interface InsertPartResult {
  /** The document of the request comes first, and in it the part; others follow where their links name what moved. */
  readonly documents: readonly PartEdits[];
}

/**
 * Request: the edits that insert a part where parts of its kind go at a position: numbered, written like the others, and
 * registered in the execution log and the rollback plan. Fails (`RequestFailed`, with words for people) where there is no
 * place for it.
 */
export const insertPartRequest = { method: 'runbook/insertPart' } as const;
export interface InsertPartParams {
  readonly textDocument: TextDocumentRef;
  readonly position: Position;
  readonly part: InsertedPart;
}
