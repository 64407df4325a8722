/** When a document counts as an untouched template. */
import type { Runbook } from '../model/runbook';

/**
 * Whether 60 % or more of the slots of a playbook, feature or release runbook are unfilled. Files of entries are
 * judged entry by entry instead (`domain.md` fact 7).
 */
export function isUnfilled({ kind, filling }: Runbook): boolean {
  if (kind.kind !== 'playbook' && kind.kind !== 'feature' && kind.kind !== 'release') return false;
  return filling.unfilled > 0 && filling.unfilled >= filling.slots * 0.6;
}
