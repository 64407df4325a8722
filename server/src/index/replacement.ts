/** What a deprecated entry says of the entry that takes its place. */
import { identifierSource, keyOf, toIdentifier, type Identifier } from '../model/identifier';
import type { Entry, Runbook } from '../model/runbook';

/** Words that only replacements are told with, and everyday ones where the same line speaks of the end of something. */
const sayings =
  /\b(?:replaced (?:by|with)|replacement|superseded by|successor|merged into|moved to)\b[^\r\n]{0,80}|\b(?:deprecated|obsolete|retired|no longer)\b[^\r\n]{0,40}?\b(?:use|see|follow|now)\b[^\r\n]{0,80}|\b(?:use|see|follow)\b[^\r\n]{0,60}\binstead\b/gi;

/** The id that replaces a deprecated entry: `Replaced by: RUN-007`, `Deprecated (use RUN-007)`; null when it names none. */
export function replacementOf({ text }: Runbook, entry: Entry): Identifier | null {
  if (entry.deprecated === null) return null;
  const notices = entry.parts
    .filter(({ role }) => role === 'deprecated')
    .map(({ content }) => text.slice(content.start, content.end));
  const words = text.slice(entry.span.start, entry.span.end);
  for (const saying of [...notices, ...Array.from(words.matchAll(sayings), ([said]) => said)]) {
    for (const match of saying.matchAll(new RegExp(identifierSource, 'g'))) {
      const id = toIdentifier(match);
      if (id !== null && keyOf(id) !== keyOf(entry.id) && id.prefix === entry.id.prefix) return id;
    }
  }
  return null;
}
