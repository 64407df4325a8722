/** What stands beside the work: what comes next, what to do when it fails, whom to call by now, what it is all for. */
import type { RunRollback } from '../../../protocol/src/run-view.js';
import { fill, html } from '../page-parts/dom.js';
import { levelDue, minutesSince, timeWords } from './clock.js';
import { portsOf, stepTitle, waysBack, type Scene } from './scene.js';
import { blocksView, codeView, wordsView } from './words.js';

/** Steps of a way back that are shown beside the work: enough to know what it will be. */
const mostStepsBack = 3;

export function asideView(scene: Scene): HTMLElement {
  const { view, words } = scene;
  const ports = portsOf(scene);
  const back = waysBack(view);
  return html(
    'aside',
    { 'aria-label': words.beside },
    ...(view.next === '' ? [] : [html('h3', {}, words.next), html('p', { class: 'next' }, view.next)]),
    ...(view.status === 'ended' || view.at.type === 'end'
      ? []
      : [
          html('h3', {}, words.ifItFails),
          ...(back.length === 0
            ? [html('p', {}, words.noWayBack)]
            : back.flatMap((rollback, index) => wayBackView(rollback, index === 0, scene))),
        ]),
    ...escalationView(scene, ports),
    ...(view.purpose.length === 0
      ? []
      : [html('h3', {}, words.purpose), html('p', {}, ...wordsView(view.purpose, ports))]),
    ...(view.changes === null
      ? []
      : [
          html('h3', {}, words.changes),
          html('p', {}, view.changes.message),
          html(
            'ul',
            {},
            ...[...view.changes.changed, ...view.changes.added, ...view.changes.removed].map((step) =>
              html('li', {}, step),
            ),
          ),
        ]),
  );
}

/** A way back by its name; the nearest one with what it does, as far as that is short. */
function wayBackView({ title, steps, blocks }: RunRollback, isNearest: boolean, scene: Scene): HTMLElement[] {
  const { words } = scene;
  const name = html('p', {}, html('strong', {}, title || words.rollBack));
  if (!isNearest) return [name];
  if (steps.length === 0) return [name, ...blocksView(blocks, portsOf(scene))];
  const shown = steps.slice(0, mostStepsBack).flatMap((step): HTMLElement[] => [
    // a way back that is one block of commands has one step, called as it is
    ...(step.number === '' && (step.title === '' || step.title === title)
      ? []
      : [html('p', {}, stepTitle(step, words))]),
    ...step.commands.map(({ text }) => codeView(text)),
  ]);
  return [name, ...shown, ...(steps.length > mostStepsBack ? [html('p', {}, '…')] : [])];
}

/** Index of the level of escalation that is due by now; -1 where none is. */
export function dueIn({ view, now }: Pick<Scene, 'view' | 'now'>): number {
  return view.status === 'ended' ? -1 : levelDue(view.escalation.levels, minutesSince(view.startedAt, now));
}

function escalationView(scene: Scene, ports: Parameters<typeof blocksView>[1]): HTMLElement[] {
  const { view, words, now, language } = scene;
  const { when, levels } = view.escalation;
  if ((levels.length === 0 && when.length === 0) || view.status === 'ended') return [];
  const due = dueIn(scene);
  const items = levels.map(({ title, words: said, afterMinutes }, index) => {
    const from =
      afterMinutes === null
        ? ''
        : timeWords(
            new Date(Date.parse(view.startedAt) + afterMinutes * 60_000).toISOString(),
            now,
            language,
          );
    return html(
      'li',
      { class: index === due ? 'current' : undefined },
      html('strong', {}, index === due ? fill(words.dueNow, title) : title),
      ...(from === '' ? [] : [html('span', { class: 'tag' }, ` ${fill(words.dueFrom, from)}`)]),
      ...(said.length === 0 ? [] : [html('p', {}, ...wordsView(said, ports))]),
    );
  });
  return [
    html('h3', {}, words.escalation),
    ...blocksView(when, ports),
    ...(items.length === 0 ? [] : [html('ul', { class: 'levels' }, ...items)]),
  ];
}
