/** Whether rules judge a document. Whether it is ours at all, by itself, is asked in `document/scope.ts`. */
import type { RuleContext } from './rule';

/** A document of a known kind, or one that defines entries of this workspace. */
export function isJudged({
  runbook,
  workspace,
  place,
}: Pick<RuleContext, 'runbook' | 'workspace' | 'place'>): boolean {
  if (runbook.kind.kind !== 'none') return true;
  const own = workspace.document(place.uri)?.definitions ?? [];
  return own.some(({ id, claims }) => claims && workspace.owns(id.prefix));
}
