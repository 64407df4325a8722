/** What a deprecated entry says of the entry that takes its place. */
import { identifierSource, keyOf, toIdentifier, type Identifier } from '../model/identifier';
import type { Entry, Runbook } from '../model/runbook';

const sayings =
  /\b(?:replaced (?:by|with)|replacement|superseded by|superseding|successor|merged into|moved to|use|see|follow|now|instead)\b[^\r\n]{0,80}/gi;

/** The id that replaces a deprecated entry: `Replaced by: RUN-007`, `Deprecated (use RUN-007)`; null when it names none. */
export function replacementOf({ text }: Runbook, entry: Entry): Identifier | null {
  if (entry.deprecated === null) return null;
  for (const saying of text.slice(entry.span.start, entry.span.end).matchAll(sayings)) {
    for (const match of saying[0].matchAll(new RegExp(identifierSource, 'g'))) {
      const id = toIdentifier(match);
      if (id !== null && keyOf(id) !== keyOf(entry.id) && id.prefix === entry.id.prefix) return id;
    }
  }
  return null;
}
