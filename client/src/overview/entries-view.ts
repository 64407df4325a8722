/** The Entries view: all entries of the workspace in groups, with a filter. Asks for them only while it is on show. */
import { Disposable, commands, l10n, type Memento, type TreeItem, type TreeView } from 'vscode';
import { contextKeys } from '../../../protocol/src/contributions.js';
import type { EntriesResult } from '../../../protocol/src/overview.js';
import {
  filtered,
  groupings,
  groupsOf,
  locate,
  partsOf,
  type EntryGroup,
  type Grouping,
  type LocatedEntry,
} from './entry-groups.js';
import { entryItem, groupItem, partItem } from './entry-item.js';
import type { LateTree, Rows } from '../views/late-tree.js';
import type { LiveAnswer } from './live-answer.js';

/** A row: a group, a part of a long one, or an entry. */
export type EntriesViewRow =
  | { readonly kind: 'group'; readonly group: EntryGroup }
  | { readonly kind: 'part'; readonly key: string; readonly entries: readonly LocatedEntry[] }
  | EntryRow;

export interface EntryRow {
  readonly kind: 'entry';
  readonly entry: LocatedEntry;
}

const groupingKey = 'runbook.entries.grouping';

export class EntriesView implements Rows<EntriesViewRow>, Disposable {
  readonly #answer: LiveAnswer<EntriesResult>;
  readonly #memory: Memento;
  readonly #tree: LateTree<EntriesViewRow>;
  readonly #view: TreeView<EntriesViewRow>;
  readonly #subscriptions: Disposable;
  #grouping: Grouping;
  #filter = '';

  constructor(answer: LiveAnswer<EntriesResult>, tree: LateTree<EntriesViewRow>, memory: Memento) {
    this.#answer = answer;
    this.#memory = memory;
    this.#tree = tree;
    this.#view = tree.view;
    this.#grouping = groupings.find((one) => one === memory.get(groupingKey)) ?? 'prefix';
    this.#subscriptions = Disposable.from(
      // a menu that is open has no row while the tree is read anew
      answer.onDidChange((isOther) => {
        if (isOther) tree.refresh();
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        answer.isVisible = visible;
      }),
    );
    answer.isVisible = this.#view.visible;
    this.#describe();
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  set grouping(grouping: Grouping) {
    this.#grouping = grouping;
    void this.#memory.update(groupingKey, grouping);
    this.#describe();
    this.#tree.refresh();
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(filter: string) {
    if (filter.trim() === this.#filter) return;
    this.#filter = filter.trim();
    void commands.executeCommand('setContext', contextKeys.entriesFilter, this.#filter !== '');
    this.#tree.refresh();
  }

  async getChildren(row?: EntriesViewRow): Promise<EntriesViewRow[]> {
    if (row?.kind === 'part') return row.entries.map((entry) => ({ kind: 'entry', entry }));
    if (row?.kind === 'group') return rowsOf(row.group);
    if (row !== undefined) return [];
    const answer = await this.#answer.get();
    if (answer === undefined) return [];
    const all = locate(answer);
    const shown = filtered(all, this.#filter);
    this.#view.message =
      this.#filter === ''
        ? ''
        : l10n.t('{0} of {1} entries match "{2}".', shown.length, all.length, this.#filter);
    return groupsOf(shown, this.#grouping).map((group) => ({ kind: 'group', group }));
  }

  getTreeItem(row: EntriesViewRow): TreeItem {
    if (row.kind === 'entry') return entryItem(row.entry);
    if (row.kind === 'part') return partItem(row.key, row.entries);
    return groupItem(row.group, this.#grouping, this.#filter !== '');
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #describe(): void {
    this.#view.description = groupingNames()[this.#grouping];
  }
}

/** The groupings in words, for the title of the view and the question. */
export function groupingNames(): Readonly<Record<Grouping, string>> {
  return {
    prefix: l10n.t('by prefix'),
    file: l10n.t('by file'),
    owner: l10n.t('by owner'),
    age: l10n.t('by age of the last test'),
  };
}

function rowsOf({ key, entries }: EntryGroup): EntriesViewRow[] {
  const parts = partsOf(entries);
  if (parts.length > 1)
    return parts.map((part, index) => ({ kind: 'part', key: `${key} ${String(index)}`, entries: part }));
  return entries.map((entry) => ({ kind: 'entry', entry }));
}
