/** Writes the identifiers of a workspace as a list for other repositories. Knows no files. */
import { formatVersion, type IdentifierList } from './id-list';
import type { Definition } from './summary';
import type { WorkspaceView } from './workspace-view';

/**
 * The list of a workspace as JSON, one identifier a line, in their order, so that a change of one shows as a change of one
 * line. Stubs, templates and samples are left out. `made`: `YYYY-MM-DD`.
 */
export function writeIdList(workspace: WorkspaceView, made: string): string {
  const { version, ids }: IdentifierList = {
    version: formatVersion,
    ids: idsOf(workspace).map((definition) => {
      const { id, title, deprecated } = definition;
      const path = workspace.document(definition.uri)?.path ?? '';
      const file = definition.slug === '' ? path : `${path}#${definition.slug}`;
      return { id: id.text, title, file, ...(deprecated ? { deprecated } : {}) };
    }),
  };
  const rows = ids.map((one) => `    ${JSON.stringify(one)}`);
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`;
  return `{\n  "version": ${String(version)},\n  "made": ${JSON.stringify(made)},\n  "ids": ${list}\n}\n`;
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
