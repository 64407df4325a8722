/** Finds out what is to be run: what a command was called on, what the cursor is in, or what someone picks. */
import { l10n, window, type QuickPickItem } from 'vscode';
import type { OpenRun, RunTarget } from '../../../protocol/src/run.js';
import type { ActiveOutline } from '../active-outline.js';
import { passedTarget } from './passed-target.js';
import type { RunRequests } from './run-requests.js';
import { heldWords } from './runs-text.js';

interface TargetItem extends QuickPickItem {
  readonly target: RunTarget;
}

/** @returns What to run; undefined when someone backed out, or there is nothing, which was said then. */
export async function chooseTarget(
  requests: RunRequests,
  outline: ActiveOutline,
  passed: readonly unknown[],
): Promise<RunTarget | undefined> {
  const meant = passedTarget(passed);
  const uri = meant?.uri ?? outline.document?.uri.toString();
  const here = uri === undefined ? [] : await requests.targets(uri);
  if (meant?.entry !== undefined) {
    const target = here.find(({ entry }) => entry === meant.entry);
    if (target === undefined) sayNothing();
    return target;
  }
  if (here.length === 1) return here[0];
  const offered = here.length > 0 || meant !== undefined ? here : await requests.targets();
  if (offered.length === 0) {
    sayNothing();
    return undefined;
  }
  const items = offered.map((target): TargetItem => ({
    label: target.entry === null ? target.title : `${target.entry} ${target.title}`,
    description: target.description,
    ...(target.last === null ? {} : { detail: target.last.message }),
    target,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Run a Runbook'),
    placeHolder: l10n.t('Phases and steps'),
    matchOnDescription: true,
  });
  return picked?.target;
}

/** What someone wants who starts what is not at its end: to go on with a run, or another one. */
export async function askAboutOpen(runs: readonly OpenRun[]): Promise<OpenRun | 'another' | undefined> {
  const anew: QuickPickItem = { label: l10n.t('Start another run') };
  const items = runs.map((run) => ({
    label: l10n.t('Continue the run of {0}', new Date(run.startedAt).toLocaleString()),
    description: heldWords(run, l10n),
    detail: run.position,
    run,
  }));
  const picked = await window.showQuickPick<QuickPickItem & { readonly run?: OpenRun }>([...items, anew], {
    title: l10n.t('A run of this is already in progress'),
    placeHolder: l10n.t('Continue it, or start another run'),
  });
  return picked === undefined ? undefined : (picked.run ?? 'another');
}

/** Whether ticks of an earlier run are cleared as the run begins; undefined when someone backed out. */
export async function askAboutTicks({ ticked }: RunTarget): Promise<boolean | undefined> {
  if (ticked === 0) return false;
  const keep: QuickPickItem = { label: l10n.t('Keep them and continue from there') };
  const clear: QuickPickItem = { label: l10n.t('Clear them and start over') };
  const picked = await window.showQuickPick([keep, clear], {
    title: ticked === 1 ? l10n.t('1 box is ticked already') : l10n.t('{0} boxes are ticked already', ticked),
    placeHolder: l10n.t('As an earlier run left them'),
  });
  return picked === undefined ? undefined : picked === clear;
}

function sayNothing(): void {
  void window.showInformationMessage(
    l10n.t('There is nothing to run here: no steps and no phases were found.'),
  );
}
