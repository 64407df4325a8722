/** What a refactoring is: a change that the user asks for at a place, with nothing wrong before. Knows no other one. */
import type { FeatureContext } from '../shared/feature-context';
import type { Entry, Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';

/** Where refactorings are asked for. */
export interface RefactoringPlace {
  readonly context: FeatureContext;
  readonly uri: string;
  readonly runbook: Runbook;
  /** The selection; a cursor is an empty one. */
  readonly selection: Span;
  /** The innermost entry with a body around the selection, or undefined. */
  readonly entry: Entry | undefined;
}

/** The kinds of refactorings; a client that asks for `refactor` gets all. */
export type RefactoringKind = 'refactor.rewrite' | 'refactor.extract' | 'refactor.move';

export interface Refactoring {
  readonly title: string;
  readonly kind: RefactoringKind;
  /** Edits by document; those of one document do not overlap. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

/** Offers what can be done at a place, or nothing. */
export type RefactoringSource = (place: RefactoringPlace) => Iterable<Refactoring>;

/** A rewriting of the document itself; nothing when there is nothing to change. */
export function* rewriteHere(
  { uri }: RefactoringPlace,
  title: string,
  edits: readonly Edit[],
): Iterable<Refactoring> {
  if (edits.length > 0) yield { title, kind: 'refactor.rewrite', edits: new Map([[uri, edits]]) };
}

/** Whether the selection touches the line on which an entry is defined. */
export function isOnDefinition({ runbook: { lines }, selection }: RefactoringPlace, entry: Entry): boolean {
  const line = lines.lineAt(entry.headingSpan.start);
  return lines.lineAt(selection.start) <= line && line <= lines.lineAt(selection.end);
}

/** The edits that change something, those of a text that stays the same left out. */
export function changing(text: string, edits: readonly Edit[]): Edit[] {
  return edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}
