/** The view Runs: what has not ended, and can be taken up again by a click. */
import { ThemeIcon, TreeItem, TreeItemCollapsibleState, l10n } from 'vscode';
import { runCommandIds } from '../../../protocol/src/contributions.js';
import type { OpenRun } from '../../../protocol/src/run.js';
import type { Rows } from '../views/late-tree.js';
import type { OpenRuns } from './open-runs.js';
import { heldWords, nameOf } from './runs-text.js';

const icons: Readonly<Record<OpenRun['held'], string>> = {
  here: 'play-circle',
  elsewhere: 'multiple-windows',
  left: 'debug-continue',
};

export class RunsView implements Rows<OpenRun> {
  readonly #runs: OpenRuns;

  constructor(runs: OpenRuns) {
    this.#runs = runs;
  }

  getChildren(row?: OpenRun): OpenRun[] {
    return row === undefined ? [...this.#runs.all] : [];
  }

  getTreeItem(run: OpenRun): TreeItem {
    const name = run.entry === null ? run.title : `${run.entry} ${run.title}`;
    const held = heldWords(run, l10n);
    const item = new TreeItem(name, TreeItemCollapsibleState.None);
    item.id = run.run;
    item.description = `${held} · ${run.position}`;
    item.tooltip = [
      name,
      `${held} · ${run.position}`,
      l10n.t('Started {0}', new Date(run.startedAt).toLocaleString()),
      ...(run.who === '' ? [] : [run.who]),
    ].join('\n');
    item.iconPath = new ThemeIcon(icons[run.held]);
    item.contextValue = `run ${run.held}`;
    item.accessibilityInformation = { label: `${nameOf(run)}, ${held}, ${run.position}` };
    item.command = { command: runCommandIds.resumeRun, title: l10n.t('Resume Run'), arguments: [run] };
    return item;
  }
}
