/** Which entries have a right to their id: by the document that they stand in, their fields, the name of their file. */
import { hasBody } from '../model/entry';
import type { Entry, Runbook } from '../model/runbook';

/** Whether the heading of a file that is named like an entry defines another one. */
export function isNamedOtherwise({ entries }: Runbook, { form, headingSpan }: Entry): boolean {
  return (
    form === 'file-name' &&
    entries.some((other) => other.form === 'heading' && other.headingSpan.start === headingSpan.start)
  );
}

const entryFields: ReadonlySet<string> = new Set([
  'id',
  'category',
  'status',
  'owner',
  'trigger',
  'created',
  'last updated',
  'last tested',
  'severity',
]);

/** Whether an entry stands in a recognised document or carries the fields of the templates. */
export function claims(runbook: Runbook, entry: Entry): boolean {
  if (!hasBody(entry)) return false;
  const { kind } = runbook.kind;
  if (kind === 'skill') return false;
  return kind !== 'none' || entry.fields.filter(({ key }) => entryFields.has(key)).length >= 2;
}
