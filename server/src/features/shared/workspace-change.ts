/** A change of several files as data, and its LSP form with annotations for a preview that reads well. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Edit } from '../../text/edit';
import type { LineIndex, LineRange } from '../../text/line-index';
import { type Words, english } from '../../text/say';
import { toRange, type FeatureContext } from './feature-context';

interface RangedEdit extends PlacedEdit {
  readonly needsConfirmation?: boolean;
}

/** One edit; those that need confirmation are shown unticked in a preview. */
export interface PlannedEdit extends Edit {
  readonly needsConfirmation?: boolean;
}

/** An edit of words on one line, known from the index: its document need not be read. */
export interface PlacedEdit {
  readonly range: LineRange;
  readonly newText: string;
}

export interface PlannedRename {
  readonly from: string;
  readonly to: string;
}

export interface WorkspaceChange {
  /** What happens, for the preview: `Rename RUN-001 to RUN-007`. */
  readonly label: Words;
  /** Edits by URI, which is the one before any file is renamed. */
  readonly edits: ReadonlyMap<string, readonly PlannedEdit[]>;
  /** More edits by URI, of other words than those of `edits`. */
  readonly placed: ReadonlyMap<string, readonly PlacedEdit[]>;
  /** Files that are renamed after the edits. */
  readonly renames: readonly PlannedRename[];
}

/** What of a workspace edit a client understands. */
export interface EditSupport {
  readonly documentChanges: boolean;
  readonly renameFiles: boolean;
  readonly annotations: boolean;
}

/** Collects edits by document. */
export class ChangeBuilder {
  /** By document and place. */
  readonly #edits = new Map<string, Map<string, PlannedEdit>>();
  readonly #placed = new Map<string, PlacedEdit[]>();

  add(uri: string, edit: PlannedEdit): void {
    const edits = this.#edits.get(uri) ?? new Map<string, PlannedEdit>();
    const place = `${String(edit.span.start)}-${String(edit.span.end)}`;
    if (!edits.has(place)) edits.set(place, edit);
    this.#edits.set(uri, edits);
  }

  addPlaced(uri: string, edits: readonly PlacedEdit[]): void {
    this.#placed.set(uri, [...(this.#placed.get(uri) ?? []), ...edits]);
  }

  build(label: Words, renames: readonly PlannedRename[] = []): WorkspaceChange {
    const edits = new Map(
      Array.from(this.#edits, ([uri, own]) => [
        uri,
        [...own.values()].sort((a, b) => a.span.start - b.span.start),
      ]),
    );
    return { label, edits, placed: this.#placed, renames };
  }
}

/** Several changes as one. */
export function joinChanges(label: Words, changes: readonly WorkspaceChange[]): WorkspaceChange {
  const builder = new ChangeBuilder();
  for (const { edits, placed } of changes) {
    for (const [uri, own] of edits) for (const edit of own) builder.add(uri, edit);
    for (const [uri, own] of placed) builder.addPlaced(uri, own);
  }
  return builder.build(
    label,
    changes.flatMap(({ renames }) => renames),
  );
}

/** All edits of a change in a document with these lines, in order. */
export function editsIn(
  { edits, placed }: Pick<WorkspaceChange, 'edits' | 'placed'>,
  uri: string,
  lines: LineIndex,
): PlannedEdit[] {
  const own = (placed.get(uri) ?? []).map(({ range, newText }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText,
  }));
  return [...(edits.get(uri) ?? []), ...own].sort((a, b) => a.span.start - b.span.start);
}

/** A change of these edits. */
export function changeOf(label: Words, edits: ReadonlyMap<string, readonly PlannedEdit[]>): WorkspaceChange {
  const builder = new ChangeBuilder();
  for (const [uri, own] of edits) for (const edit of own) builder.add(uri, edit);
  return builder.build(label);
}

/** The LSP form of a change. Without annotations what would need confirmation is left out; without file operations renames are. */
export function toWorkspaceEdit(
  context: FeatureContext,
  change: WorkspaceChange,
  support: EditSupport,
): WorkspaceEdit {
  const { say } = context;
  const { label, edits, placed, renames } = change;
  // annotations belong to edits of documents; the plain form has no place for them
  const annotated = support.documentChanges && support.annotations;
  const annotations: Record<string, ChangeAnnotation> = {
    sure: { label: say(label) },
    unsure: {
      label: say`${label} in code and comments`,
      needsConfirmation: true,
      description: say`Examples that may be intentional`,
    },
  };
  const changes: Record<string, TextEdit[]> = {};
  const documentChanges: (TextDocumentEdit | RenameFile)[] = [];
  for (const uri of new Set([...edits.keys(), ...placed.keys()])) {
    const planned: readonly RangedEdit[] = edits.has(uri)
      ? withRanges(context, change, uri)
      : (placed.get(uri) ?? []);
    const wanted = annotated
      ? planned
      : planned.filter(({ needsConfirmation }) => needsConfirmation !== true);
    if (wanted.length === 0) continue;
    const own = wanted.map(({ range, newText, needsConfirmation }): TextEdit | AnnotatedTextEdit => ({
      range,
      newText,
      ...(annotated ? { annotationId: needsConfirmation === true ? 'unsure' : 'sure' } : {}),
    }));
    changes[uri] = own;
    documentChanges.push({ textDocument: { uri, version: context.versionOf(uri) }, edits: own });
  }
  if (!support.documentChanges) return { changes };
  if (support.renameFiles) {
    for (const { from, to } of renames)
      documentChanges.push({
        kind: 'rename',
        oldUri: from,
        newUri: to,
        ...(annotated ? { annotationId: 'sure' } : {}),
      });
  }
  return { documentChanges, ...(annotated ? { changeAnnotations: annotations } : {}) };
}

/** The edits of a document that is read for them; none when it is gone. */
function withRanges(context: FeatureContext, change: WorkspaceChange, uri: string): readonly RangedEdit[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return [];
  return editsIn(change, uri, runbook.lines).map(({ span, ...edit }) => ({
    ...edit,
    range: toRange(runbook, span),
  }));
}

/** A change that cannot be made; the message says why and what to do instead. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
  /** The message in whichever language. */
  readonly words: Words;

  constructor(words: Words) {
    super(english(words));
    this.words = words;
  }
}
