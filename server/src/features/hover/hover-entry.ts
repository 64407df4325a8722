/** Hover over an identifier: what it stands for, without leaving the line. */
import type { ImportedId } from '../../index/id-list';
import { keyOf } from '../../model/identifier';
import { entryCard } from '../shared/entry-card';
import { mentionAt } from '../shared/feature-context';
import { escapeMarkdown } from '../shared/plain-words';
import type { HoverRequest, HoverText } from './hover-request';

/** The card of the identifier at an offset, or null where none stands. An id that is defined nowhere says so. */
export function hoverEntry({ context, uri, runbook, offset }: HoverRequest): HoverText | null {
  const mention = mentionAt(runbook, offset);
  if (mention?.id == null) return null;
  const { workspace } = context;
  const key = keyOf(mention.id);
  const { span } = mention;
  const definition = workspace.definition(key);
  if (definition === undefined) {
    const imported = workspace.imported(key);
    if (imported !== undefined) return { span, words: importedCard(context, imported) };
    if (mention.excluded !== null || !workspace.owns(mention.prefix) || workspace.lacksFolders) return null;
    return {
      span,
      words: context.say`${`**${mention.id.text}**`} is not defined anywhere in this workspace.`,
    };
  }
  return { span, words: entryCard(context, definition, uri) };
}

/** What a list says of an identifier of another repository. */
function importedCard(
  { say }: HoverRequest['context'],
  { id, title, place, list, deprecated }: ImportedId,
): string {
  const name = `**${id.text}**${title === '' ? '' : ` ${escapeMarkdown(title)}`}`;
  const where = say`Defined in another repository: ${escapeMarkdown(place)}`;
  const from = say`According to ${escapeMarkdown(list)}`;
  return [
    deprecated ? `${name} · ${say`deprecated`}` : name,
    `${place === '' ? '' : `${where}. `}${from}.`,
  ].join('\n\n');
}
