/** What the status item says about runs that have not ended: pure text, tested without an editor. */
import type { OpenRun } from '../../../protocol/src/run.js';
import type { Localizer } from '../status-text.js';

export interface RunsText {
  /** With codicons. */
  readonly text: string;
  /** One line a run. */
  readonly tooltip: string;
  readonly spoken: string;
}

/** Undefined without runs: then nothing is to be seen. */
export function runsText(runs: readonly OpenRun[], l10n: Localizer): RunsText | undefined {
  if (runs.length === 0) return undefined;
  const [only] = runs.length === 1 ? runs : [];
  const left = runs.filter(({ held }) => held === 'left').length;
  const icon = left > 0 ? 'debug-continue' : 'play-circle';
  const words =
    only === undefined
      ? left === 0
        ? l10n.t('{0} runs', runs.length)
        : l10n.t('{0} runs, {1} to be resumed', runs.length, left)
      : only.held === 'left'
        ? l10n.t('Resume {0}', nameOf(only))
        : only.held === 'elsewhere'
          ? l10n.t('{0} runs in another window', nameOf(only))
          : `${nameOf(only)} · ${only.position}`;
  return {
    text: `$(${icon}) ${words}`,
    tooltip: runs.map((run) => `${nameOf(run)} · ${run.position} (${heldWords(run, l10n)})`).join('\n'),
    spoken: words,
  };
}

/** `RUN-020`, or the title of a document. */
export function nameOf({ entry, title }: Pick<OpenRun, 'entry' | 'title'>): string {
  return entry ?? title;
}

/** What the page of a run is called. */
export function titleOf(run: Pick<OpenRun, 'entry' | 'title' | 'drill'>, l10n: Localizer): string {
  return run.drill ? l10n.t('Drill: {0}', nameOf(run)) : l10n.t('Run: {0}', nameOf(run));
}

/** Who holds a run, in words. */
export function heldWords({ held, drill }: Pick<OpenRun, 'held' | 'drill'>, l10n: Localizer): string {
  const words = {
    here: l10n.t('in progress here'),
    elsewhere: l10n.t('in progress in another window'),
    left: l10n.t('can be resumed'),
  }[held];
  return drill ? l10n.t('drill, {0}', words) : words;
}
