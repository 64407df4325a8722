/** Whether a document is one of ours, for rules that look at others as well. */
import type { RuleContext } from './rule';

/** A document of a known kind, or one that defines entries of this workspace. */
export function isJudged({ runbook, workspace, place }: RuleContext): boolean {
  if (runbook.kind.kind !== 'none') return true;
  const own = workspace.document(place.uri)?.definitions ?? [];
  return own.some(({ id, claims }) => claims && workspace.owns(id.prefix));
}
