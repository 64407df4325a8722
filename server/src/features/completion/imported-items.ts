/** Identifiers of other repositories in the list of completions: those that lists name and nothing here defines. */
import {
  CompletionItemKind,
  CompletionItemTag,
  type CompletionItem,
  type Range,
} from 'vscode-languageserver-types';
import type { FeatureContext } from '../shared/feature-context';
import { entryKindOf } from '../shared/entry-card';
import { mostItems } from '../shared/long-lists';

/** What is put in front of the order of these, behind the identifiers of the workspace. */
const behind = '9z';

/** Those that begin with `typed` (`RU`, `RUN-0`; all for nothing), as plain identifiers. */
export function importedItems(
  { workspace, say }: FeatureContext,
  typed: string,
  range: Range,
  lead = '',
): readonly CompletionItem[] {
  const items: CompletionItem[] = [];
  for (const { key, id, title, place, list, deprecated } of workspace.allImported()) {
    if (items.length >= mostItems) break;
    if (!id.text.startsWith(typed) || workspace.definition(key) !== undefined) continue;
    items.push({
      label: id.text,
      labelDetails: {
        ...(title === '' ? {} : { detail: ` ${title}` }),
        description: place === '' ? list : place,
      },
      detail: [say(entryKindOf(id.prefix)), title].filter((part) => part !== '').join(' · '),
      kind: CompletionItemKind.Reference,
      ...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
      sortText: `${behind} ${id.prefix} ${String(id.number).padStart(5, '0')}`,
      filterText: `${id.text} ${title}`,
      textEdit: { range, newText: lead + id.text },
    });
  }
  return items;
}
