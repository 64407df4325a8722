/** Offers to write the entry that a reference misses, as a template, into the file that owns its prefix. */
import { formatIdentifier, type Identifier } from '../model/identifier';
import { toPlainText } from '../templates/expand-template';
import { entryInsertion, hasEntryTemplate } from './entry-insertion';
import type { Fix, RuleContext } from './rule';

/** The fix that creates `id` with this title (empty: the template's); null for prefixes without template or owner. */
export function createEntry(
  { workspace, place, runbook, runbookOf, today }: RuleContext,
  { prefix, number, suffix }: Identifier,
  title: string,
): Fix | null {
  const owner = workspace.owners(prefix)[0];
  if (!hasEntryTemplate(prefix) || owner === undefined) return null;
  const target = owner.uri === place.uri ? runbook : runbookOf(owner.uri);
  if (target === undefined) return null;
  const id = formatIdentifier(prefix, number, suffix);
  const values = { id, today, ...(title === '' ? {} : { title }) };
  const { span, newText } = entryInsertion(target, { prefix, number, values });
  const where = owner.uri === place.uri ? 'here' : `in ${owner.path}`;
  return {
    title: `Create ${id} ${where}, from the template`,
    edits: new Map([[owner.uri, [{ span, newText: toPlainText(newText) }]]]),
    automatic: false,
  };
}
