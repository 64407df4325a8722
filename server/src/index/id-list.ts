/**
 * Lists of the identifiers that a repository defines, for other repositories (schemas/runbook-ids.schema.json). Knows no
 * files.
 */
import { keyOf, parseIdentifier, type Identifier } from '../model/identifier';
import { words, type Words } from '../text/say';

/** A list of identifiers as a file. */
export interface IdentifierList {
  /** The form of the list. */
  readonly version: typeof formatVersion;
  /**
   * The day on which the list was made, `YYYY-MM-DD`.
   * @format date
   */
  readonly made?: string;
  readonly ids: readonly ListedIdentifier[];
}

export interface ListedIdentifier {
  /** The identifier, such as RUN-001. */
  readonly id: string;
  /** The title of its entry. */
  readonly title?: string;
  /** Path of the file in its repository, with the anchor of the entry. */
  readonly file?: string;
  /** Whether the entry is deprecated. */
  readonly deprecated?: boolean;
}

/** An identifier that another repository defines. */
export interface ImportedId {
  readonly key: string;
  readonly id: Identifier;
  readonly title: string;
  /** Where it is: path of the file in its repository with the anchor behind `#`. */
  readonly place: string;
  readonly deprecated: boolean;
  /** Path of the list that names it. */
  readonly list: string;
}

export interface IdList {
  readonly ids: readonly ImportedId[];
  /** `YYYY-MM-DD`, the day on which the list was made; empty where it does not say. */
  readonly made: string;
}

/** Counts up when lists of this form can no longer be read by earlier versions. */
export const formatVersion = 1;

/** More than any repository defines. */
const mostIds = 100_000;

/** The list in a text, or what is wrong with it. `list`: path of the file. */
export function readIdList(text: string, list: string): IdList | { readonly problem: Words } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: words`It is not JSON.` };
  }
  const top = fieldsOf(value);
  const version = top.get('version');
  const rows = top.get('ids');
  if (typeof version === 'number' && version > formatVersion)
    return { problem: words`A later version of Runbook made it.` };
  if (version !== formatVersion || !Array.isArray(rows))
    return { problem: words`It is no list that "runbook-md export ids" made.` };
  const made = top.get('made');
  return {
    ids: rows.slice(0, mostIds).flatMap((row: unknown) => toImported(row, list) ?? []),
    made: typeof made === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(made) ? made : '',
  };
}

function toImported(row: unknown, list: string): ImportedId | null {
  const fields = fieldsOf(row);
  const written = fields.get('id');
  const id = typeof written === 'string' ? parseIdentifier(written) : null;
  if (id === null) return null;
  const textAt = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    key: keyOf(id),
    id,
    title: textAt('title'),
    place: textAt('file'),
    deprecated: fields.get('deprecated') === true,
    list,
  };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
