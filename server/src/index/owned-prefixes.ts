/** Which prefixes a document owns (docs/runbook-format.md#identifiers). */
import { hasBody } from '../model/entry';
import { knownPrefixes } from '../model/identifier';
import type { Summary } from './summary';

/** The prefixes that a document owns, with whether its `id_prefix` says so. */
export function ownedPrefixes(summary: Summary): Map<string, boolean> {
  const owned = new Map<string, boolean>();
  if (summary.quiet || summary.kind === 'skill') return owned;
  for (const prefix of summary.prefixes) owned.set(prefix, true);
  if (summary.kind === 'none') return owned;
  for (const definition of summary.definitions) {
    const { prefix } = definition.id;
    if (hasBody(definition) && definition.claims && knownPrefixes.has(prefix) && !owned.has(prefix))
      owned.set(prefix, false);
  }
  return owned;
}
