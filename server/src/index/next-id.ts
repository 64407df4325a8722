/** The number that a new entry gets. Knows nothing of how a workspace is kept. */
import { formatIdentifier, keyOf, type Identifier } from '../model/identifier';
import type { WorkspaceView } from './workspace-view';

/**
 * The next free id of a prefix in the band that the file at `uri` declares for it: highest in use + 1. A number that
 * something refers to, or that a misspelled heading claims, is not free: the new entry would become what they mean.
 */
export function nextIdIn(workspace: WorkspaceView, prefix: string, uri: string): string {
  const band = workspace.document(uri)?.bands.find((candidate) => candidate.prefix === prefix);
  const used = new Set<number>();
  for (const { id, form } of workspace.definitionsOf(prefix)) if (form !== 'fence') used.add(id.number);
  const first = band?.first ?? 1;
  const last = band?.last ?? 9999;
  const isTaken = (number: number): boolean => used.has(number) || isMeant(workspace, prefix, number);
  let next = first;
  for (const number of used) if (number >= next && number <= last) next = number + 1;
  while (isTaken(next)) next++;
  if (next <= last) return formatIdentifier(prefix, next);
  // the band's end is taken: the first gap, though ids are better not given twice, beats a number out of band
  next = first;
  while (isTaken(next)) next++;
  return formatIdentifier(prefix, next);
}

/** Whether a document that is judged refers to a number, with or without an entry of it, or claims it in another spelling. */
function isMeant(workspace: WorkspaceView, prefix: string, number: number): boolean {
  const id: Identifier = { prefix, number, suffix: '', text: '' };
  const key = keyOf(id);
  if (workspace.isMisspelled(key)) return true;
  return workspace.someReference(key, ({ excluded }, from) => {
    if (excluded !== null) return false;
    const document = workspace.document(from);
    return document?.quiet === false && document.kind !== 'skill';
  });
}
