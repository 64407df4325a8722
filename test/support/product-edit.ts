/** What an edit of the product is, for those who hold it to its statement. */
import type { Edit } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';
import type { Texts } from './changed-workspace';
import type { Declared } from './removals';

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
  /** Whether the same edit, asked for again at the same place, has to be a different one or none. */
  readonly settles: boolean;
}

/** What an edit may take away, which rules may speak afterwards, and whether it is done once for all. */
export type Offer = Pick<ProductEdit, 'removes' | 'asked' | 'settles'>;
