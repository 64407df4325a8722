/** Which prefixes a document owns (`domain.md` fact 3). */
import { knownPrefixes } from '../model/identifier';
import type { Summary } from './summary';

/** The prefixes that a document owns, with whether its `id_prefix` says so. */
export function ownedPrefixes(summary: Summary): Map<string, boolean> {
  const owned = new Map<string, boolean>();
  if (summary.quiet || summary.kind === 'skill') return owned;
  for (const prefix of summary.prefixes) owned.set(prefix, true);
  if (summary.kind === 'none') return owned;
  for (const { id, form, claims } of summary.definitions) {
    const bodied = form === 'heading' || form === 'plain';
    if (bodied && claims && knownPrefixes.has(id.prefix) && !owned.has(id.prefix))
      owned.set(id.prefix, false);
  }
  return owned;
}
