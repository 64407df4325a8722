/**
 * Lists of the identifiers that a repository defines, for other repositories (schemas/runbook-ids.schema.json). Written and
 * read here; knows no files.
 */
import { keyOf, parseIdentifier, type Identifier } from '../model/identifier';
import { words, type Words } from '../text/say';
import type { Definition } from './summary';
import type { WorkspaceView } from './workspace-view';

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
const formatVersion = 1;

/** More than any repository defines. */
const mostIds = 100_000;

/**
 * The list of a workspace as JSON, one identifier a line, in their order, so that a change of one shows as a change of one
 * line. Stubs, templates and samples are left out. `made`: `YYYY-MM-DD`.
 */
export function writeIdList(workspace: WorkspaceView, made: string): string {
  const rows = idsOf(workspace).map((definition) => {
    const { id, title, deprecated } = definition;
    const path = workspace.document(definition.uri)?.path ?? '';
    const file = definition.slug === '' ? path : `${path}#${definition.slug}`;
    return `    ${JSON.stringify({ id: id.text, title, file, ...(deprecated ? { deprecated } : {}) })}`;
  });
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`;
  return `{\n  "version": ${String(formatVersion)},\n  "made": ${JSON.stringify(made)},\n  "ids": ${list}\n}\n`;
}

function idsOf(workspace: WorkspaceView): readonly Definition[] {
  const keys = new Set<string>();
  for (const { key, claims, stub, uri } of workspace.allDefinitions())
    if (claims && !stub && workspace.document(uri)?.quiet === false) keys.add(key);
  return [...keys]
    .flatMap((key) => workspace.definition(key) ?? [])
    .sort(
      (a, b) =>
        order(a.id.prefix, b.id.prefix) || a.id.number - b.id.number || order(a.id.suffix, b.id.suffix),
    );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

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
    return { problem: words`It is no list that "runbook export ids" made.` };
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
