/** The Coverage view: what the runbooks of the workspace lack. Every row leads to its place and offers what ends the lack. */
import {
  Disposable,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  l10n,
  type TreeView,
} from 'vscode';
import { commandIds } from '../../../protocol/src/contributions.js';
import type { CoverageGroup, CoverageGroupName, CoverageRow } from '../../../protocol/src/overview.js';
import type { LateTree, Rows } from '../views/late-tree.js';
import type { LiveAnswer } from './live-answer.js';

export type CoverageViewRow = { readonly kind: 'group'; readonly group: CoverageGroup } | LackRow;

export interface LackRow {
  readonly kind: 'lack';
  readonly group: CoverageGroupName;
  readonly row: CoverageRow;
}

const icons: Readonly<Record<CoverageGroupName, string>> = {
  alerts: 'bell',
  rollbacks: 'discard',
  risks: 'flame',
  stale: 'history',
  never: 'beaker',
  'must-haves': 'checklist',
};

export class CoverageView implements Rows<CoverageViewRow>, Disposable {
  readonly #answer: LiveAnswer<readonly CoverageGroup[]>;
  readonly #view: TreeView<CoverageViewRow>;
  readonly #subscriptions: Disposable;

  constructor(answer: LiveAnswer<readonly CoverageGroup[]>, tree: LateTree<CoverageViewRow>) {
    this.#answer = answer;
    this.#view = tree.view;
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
  }

  /** The rows that are selected. */
  get selected(): readonly LackRow[] {
    return this.#view.selection.filter((row): row is LackRow => row.kind === 'lack');
  }

  async getChildren(row?: CoverageViewRow): Promise<CoverageViewRow[]> {
    if (row?.kind === 'lack') return [];
    if (row !== undefined) return lacksOf(row.group);
    const groups = (await this.#answer.get()) ?? [];
    return groups.filter(({ total }) => total > 0).map((group) => ({ kind: 'group', group }));
  }

  getTreeItem(row: CoverageViewRow): TreeItem {
    return row.kind === 'group' ? groupItem(row.group) : lackItem(row);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

/** The rows of a group. */
export function lacksOf({ name, rows }: CoverageGroup): LackRow[] {
  return rows.map((row) => ({ kind: 'lack', group: name, row }));
}

function groupItem({ name, total, rows }: CoverageGroup): TreeItem {
  const isMet = rows.length === 0;
  const label = groupLabel(name);
  const { None, Collapsed } = TreeItemCollapsibleState;
  const item = new TreeItem(label, isMet ? None : Collapsed);
  item.id = name;
  // short: the words before it fill a narrow side bar
  item.description = `${String(rows.length)}/${String(total)}`;
  item.iconPath = isMet
    ? new ThemeIcon('pass-filled', new ThemeColor('charts.green'))
    : new ThemeIcon(icons[name]);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: l10n.t('{0}: {1} of {2}', label, rows.length, total) };
  item.tooltip = item.accessibilityInformation.label;
  return item;
}

function groupLabel(name: CoverageGroupName): string {
  const labels: Readonly<Record<CoverageGroupName, string>> = {
    alerts: l10n.t('Alerts without a runbook'),
    rollbacks: l10n.t('Rollbacks without a runbook'),
    risks: l10n.t('Risks without a runbook'),
    stale: l10n.t('Tests out of date'),
    never: l10n.t('Never tested'),
    'must-haves': l10n.t('Missing runbooks'),
  };
  return labels[name];
}

function lackItem({ group, row }: LackRow): TreeItem {
  const item = new TreeItem(row.label, TreeItemCollapsibleState.None);
  item.id = `${group} ${row.key}`;
  item.description = row.detail;
  item.tooltip = `${row.label}\n${row.reason}\n${row.detail}`;
  item.iconPath = new ThemeIcon(icons[group]);
  item.contextValue = `${row.fix}${row.place === null ? '' : ' placed'}`;
  item.accessibilityInformation = { label: `${row.label}, ${row.reason}` };
  if (row.place !== null)
    item.command = {
      command: commandIds.revealOutlineNode,
      title: l10n.t('Go to Entry'),
      arguments: [Uri.parse(row.place.uri, true), row.place.range],
    };
  return item;
}
