/** Finds the lists of identifiers that the configuration of a folder imports. They are read like any file of the folder. */
import { words, type Words } from '../text/say';
import { decodeText } from './decode-text';
import type { ImportedList } from './found-lists';
import type { HostFolder } from './host';
import type { WorkspaceRules } from './workspace-rules';

/** More lists than these are not read. */
const mostLists = 32;
/** Days after which a list is told to be old. */
const oldAfterDays = 90;

/** Hands over to `rules` the lists that the configuration of the folder itself imports. */
export async function learnLists(read: HostFolder['read'], rules: WorkspaceRules): Promise<void> {
  const paths = [...new Set(rules.configurations.forFolder('').imports.map(({ path }) => path))];
  if (paths.length === 0) return;
  // few folders import any, and it takes a while to load
  const { readIdList } = await import('../service');
  const lists: ImportedList[] = [];
  let next = 0;
  for await (const content of read(paths.slice(0, mostLists))) {
    const path = paths[next++] ?? '';
    const decoded = 'problem' in content ? content.problem : decodeText(content.bytes);
    const list = 'text' in decoded ? readIdList(decoded.text, path) : { problem: words`${decoded.message}` };
    lists.push(
      'problem' in list
        ? { path, ids: [], made: '', problem: list.problem }
        : { path, ids: list.ids, made: list.made, problem: null },
    );
  }
  rules.importLists(lists);
}

/** What there is to say of a list on a day (`YYYY-MM-DD`), where the configuration names it; null for nothing. */
export function wordsOnList({ path, made, problem }: ImportedList, today: string): Words | null {
  if (problem !== null) return words`The list "${path}" cannot be read. ${problem}`;
  const days = made === '' ? 0 : Math.floor((Date.parse(today) - Date.parse(made)) / 86_400_000);
  if (days <= oldAfterDays) return null;
  return words`The list "${path}" was made ${days} days ago, so identifiers may be missing. Run "runbook-md export ids" in its repository again.`;
}
