/**
 * Whether a document is one of ours, as far as it tells by itself. Whether rules judge it also depends on what the
 * workspace owns: see `lint/is-judged.ts`.
 */
import { hasBody } from '../model/entry';
import type { Runbook } from '../model/runbook';

/** Whether the document is a runbook or defines entries: others belong to the editor's own Markdown support. */
export function isOurs({ kind, entries }: Runbook): boolean {
  return kind.kind !== 'none' || entries.some(hasBody);
}

/** Whether front matter or configuration say that the document is none of ours. */
export function isDeclined({ kind }: Pick<Runbook, 'kind'>): boolean {
  return kind.kind === 'none' && kind.stated;
}

/**
 * Whether 60 % or more of the slots of a playbook, feature or release runbook are unfilled. Files of entries are
 * judged entry by entry instead: a real one mixes filled entries with untouched ones.
 */
export function isUnfilled({ kind, filling }: Runbook): boolean {
  if (kind.kind !== 'playbook' && kind.kind !== 'feature' && kind.kind !== 'release') return false;
  return filling.unfilled > 0 && filling.unfilled >= filling.slots * 0.6;
}
