/** Offers to create the entry that a reference misses in the file that owns its prefix: from a template, or modelled on its neighbours. */
import { hasBody } from '../../model/entry';
import { formatIdentifier, keyOf, type Identifier } from '../../model/identifier';
import type { Runbook, Entry } from '../../model/runbook';
import { toPlainText } from '../../templates/expand-template';
import { lineEndingOf, type Edit } from '../../text/edit';
import { entryInsertion, hasEntryTemplate } from '../../authoring/entry-insertion';
import { changeLogRow, navigationBullet } from '../../authoring/entry-registers';
import { readNavigation } from '../../document/links/navigation';
import type { Say } from '../../text/say';
import type { Choice, RuleContext } from '../rule';

/** The fix that creates `id` with this title (empty: a placeholder); null where no file owns the prefix. */
export function createEntry(
  { workspace, place, runbook, runbookOf, today, say }: RuleContext,
  { prefix, number, suffix }: Identifier,
  title: string,
): Choice | null {
  const owner = workspace.owners(prefix)[0];
  const target = owner === undefined || owner.uri === place.uri ? runbook : runbookOf(owner.uri);
  if (owner === undefined || target === undefined) return null;
  const modelled =
    !hasEntryTemplate(prefix) && target.entries.some((entry) => entry.id.prefix === prefix && isModel(entry));
  const id = formatIdentifier(prefix, number, suffix);
  const values = { id, today, ...(title === '' ? {} : { title }) };
  const { span, newText } = entryInsertion(target, { prefix, number, values });
  const lines = registered(target, { prefix, number, id, title, today });
  // what a list or a log ends with goes on before the entry, where both are at one place
  const edits = [...lines, { span, newText: toPlainText(newText) }];
  return {
    title: titleFor(say, id, owner.uri === place.uri ? null : owner.path, modelled),
    edits: new Map([[owner.uri, edits]]),
    automatic: false,
  };
}

function titleFor(say: Say, id: string, file: string | null, modelled: boolean): string {
  if (file === null)
    return modelled
      ? say`Create ${id} in this file modelled on its neighbours`
      : say`Create ${id} in this file from the template`;
  return modelled
    ? say`Create ${id} in ${file} modelled on its neighbours`
    : say`Create ${id} in ${file} from the template`;
}

function isModel(entry: Entry): boolean {
  return hasBody(entry) && !entry.stub && entry.deprecated === null;
}

/** The navigation bullet, unless there is one, and the change log row. */
function registered(
  target: Runbook,
  {
    prefix,
    number,
    id,
    title,
    today,
  }: Readonly<Record<'prefix' | 'id' | 'title' | 'today', string>> & { readonly number: number },
): Edit[] {
  const listed = readNavigation(target)?.bullets.some(
    ({ mention }) => keyOf(mention.id) === keyOf({ prefix, number, suffix: '', text: id }),
  );
  const bullet =
    listed === true
      ? null
      : navigationBullet(target, { prefix, number, id, title: title === '' ? '{Title}' : title });
  const row = changeLogRow(target, { id, today, change: `Added ${title === '' ? id : title}` });
  return [bullet, row].flatMap((addition) =>
    addition === null
      ? []
      : [
          {
            span: { start: addition.offset, end: addition.offset },
            newText: addition.newText.replace(/\r?\n/g, lineEndingOf(target.text)),
          },
        ],
  );
}
