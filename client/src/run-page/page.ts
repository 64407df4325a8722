/** The whole page out of what the extension sent. Knows no messages of a window: who shows it says what happens. */
import { fill, html } from '../page-parts/dom.js';
import { actionsView } from './actions.js';
import { asideView } from './aside.js';
import { durationWords, minutesSince, timeWords } from './clock.js';
import { overviewView, progressOf } from './overview.js';
import { gateAt, placeView } from './place.js';
import type { Scene } from './scene.js';

/** The content of the page's `main`. */
export function pageView(scene: Scene): readonly HTMLElement[] {
  const { view } = scene;
  return [
    headerView(scene),
    ...view.notices.map((notice) => html('p', { class: 'notice', role: 'note' }, notice)),
    html('div', { class: 'columns' }, placeView(scene), asideView(scene)),
    overviewView(scene),
    actionsView(scene),
  ];
}

/** What tells one place of a run from another: where it changes, the page begins at its top again. */
export function placeKey({ view }: Pick<Scene, 'view'>): string {
  return JSON.stringify([view.at, view.status]);
}

/** What a screen reader says when the place changes. */
export function spokenPlace({ view, words }: Pick<Scene, 'view' | 'words'>): string {
  return view.status === 'paused' ? `${words.paused}. ${view.position}` : view.position;
}

function headerView(scene: Scene): HTMLElement {
  const { view, words } = scene;
  const { done, total } = progressOf(view);
  const name = view.entry === null ? view.title : `${view.entry}: ${view.title}`;
  const bar = html('span', { class: 'bar', 'aria-hidden': 'true' }, html('span'));
  // set from here: the security policy allows no style in markup
  bar.style.setProperty('--part', String(total === 0 ? 0 : done / total));
  return html(
    'header',
    {},
    html('h1', {}, name),
    ...(view.drill || view.status === 'paused'
      ? [
          html(
            'p',
            { class: 'badges' },
            ...(view.drill ? [html('strong', { class: 'badge' }, words.drill)] : []),
            ...(view.status === 'paused' ? [html('strong', { class: 'badge' }, words.paused)] : []),
          ),
        ]
      : []),
    // a gate is called what its heading says
    ...(view.position === gateAt(scene)?.title ? [] : [html('p', { class: 'position' }, view.position)]),
    ...(total === 0 ? [] : [html('p', { class: 'progress' }, bar, ` ${fill(words.stepsDone, done, total)}`)]),
    html('p', { class: 'clock' }, clockWords(scene)),
  );
}

/** `Here since 03:12 (4 min) · run since 02:50 (26 min) · M. Okafor` */
export function clockWords({ view, words, now, language }: Scene): string {
  const to = view.endedAt === null ? now : Date.parse(view.endedAt);
  const lasted = (from: string): string => durationWords(minutesSince(from, to), words);
  const parts = [
    ...(view.status === 'ended'
      ? []
      : [fill(words.hereSince, timeWords(view.since, now, language), lasted(view.since))]),
    fill(words.runSince, timeWords(view.startedAt, now, language), lasted(view.startedAt)),
    view.who,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
