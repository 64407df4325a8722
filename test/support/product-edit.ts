/** A change that the product offers, with what it may take away; and how its edits are read. */
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { editsIn, type WorkspaceChange } from '../../server/src/features/shared/workspace-change';
import type { Edit } from '../../server/src/text/edit';
import { LineIndex } from '../../server/src/text/line-index';
import type { Span } from '../../server/src/text/span';
import { spelledUri, type Texts } from './changed-workspace';
import type { Declared } from './removals';
import type { Correction } from './revealed';

/** A change that the product would make. */
export interface ProductEdit {
  readonly title: string;
  /** The texts that `edits` are about; with what was typed, where that asked for them. */
  readonly files: Texts;
  /** Edits by path. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** Old path → new path. */
  readonly renames: ReadonlyMap<string, string>;
  /** What it may take away. */
  readonly removes: readonly Declared[];
  /** Places that it may take away besides, which single fixes of the document name. */
  readonly named?: ReadonlyMap<string, readonly Span[]>;
  /** Whether links to what it renames are held (the default). */
  readonly anchors?: boolean;
  /** Rules that may speak afterwards, because the edit was asked to make it so. */
  readonly asked: readonly string[];
  /** The fixes that it is made of: some reveal what could not be judged before. */
  readonly corrections?: readonly Correction[];
  /** Whether the same edit, asked for again at the same place, has to be a different one or none. */
  readonly settles: boolean;
}

/** What is said beforehand of a change that is offered. */
export type Offer = Pick<ProductEdit, 'removes' | 'asked' | 'settles'>;

/** An offer whose edits take away no more than this; `asked` and `settles` as in {@link ProductEdit}. */
export function offerOf(removes: readonly Declared[], asked: readonly string[] = [], settles = true): Offer {
  return { removes, asked, settles };
}

/** The edits of a change by path, with or without those that need confirmation. */
export function changedBy(files: Texts, change: WorkspaceChange, unsure: boolean): Map<string, Edit[]> {
  const known = new Set([...files.keys()].map(spelledUri));
  for (const uri of [...change.edits.keys(), ...change.placed.keys()])
    if (!known.has(uri)) throw new Error(`the change edits ${uri}, which is no file of the workspace`);
  return new Map(
    [...files].map(([path, text]) => [
      path,
      editsIn(change, spelledUri(path), new LineIndex(text)).filter(
        ({ needsConfirmation }) => unsure || needsConfirmation !== true,
      ),
    ]),
  );
}

/** The edits of a code action by path. */
export function editsOf(files: Texts, { edit }: CodeAction): Map<string, Edit[]> {
  return new Map(
    (edit?.documentChanges ?? []).map((change) => {
      if (!('textDocument' in change)) throw new Error('a code action renames no files');
      const path = pathOf(files, change.textDocument.uri);
      const edits = change.edits.filter((one): one is TextEdit => 'newText' in one);
      return [path, toEdits(new LineIndex(files.get(path) ?? ''), edits)];
    }),
  );
}

/** Edits of an editor as those of a text. */
export function toEdits(lines: LineIndex, edits: readonly TextEdit[]): Edit[] {
  return edits.map(({ range, newText }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText,
  }));
}

/**
 * The path of a file of the workspace.
 * @throws Error when it has no file of that URI.
 */
export function pathOf(files: Texts, uri: string): string {
  const path = [...files.keys()].find((one) => spelledUri(one) === uri);
  if (path === undefined) throw new Error(`${uri} is no file of the workspace`);
  return path;
}

/** The path that a file would have. */
export function newPathOf(uri: string): string {
  return decodeURIComponent(uri.slice(spelledUri('').length));
}
