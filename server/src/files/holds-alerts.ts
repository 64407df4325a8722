/** Whether a file that is no Markdown document holds alert rules, by a look into it. Knows no disks. */
import { alertSourceOf } from '../alerts/alert-source';
import { mayHoldAlerts } from '../alerts/look';
import { fromLatin1 } from './bytes';
import type { FileContent } from './host';
import { toDocument } from './to-document';

/** One that cannot be read, or is no text, is none of ours. */
export function holdsAlerts(path: string, content: FileContent): boolean {
  const source = alertSourceOf(path);
  if (source === null || 'problem' in content) return false;
  // the words that are looked for are ASCII, which UTF-8 keeps as it is
  return mayHoldAlerts(fromLatin1(content.bytes), source) && 'text' in toDocument(content.bytes);
}
