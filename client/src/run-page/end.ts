/** What is there when nothing is left to do: what comes after, and what the run leaves. */
import { html } from '../page-parts/dom.js';
import { actButton } from './acts.js';
import { boxesView } from './boxes.js';
import { endQuestion, outcomeWords } from './questions.js';
import type { Scene } from './scene.js';
import { visibleText } from './visible-text.js';

/** The section about the end, before and after someone has ended the run. */
export function endView(scene: Scene): HTMLElement {
  const { view, words } = scene;
  const hasEnded = view.status === 'ended';
  const title =
    view.outcome === null
      ? words.atEnd
      : `${view.drill ? words.drill : words.run}: ${outcomeWords(view.outcome, words)}`;
  return html(
    'section',
    { class: 'place', 'aria-labelledby': 'place' },
    html('h2', { id: 'place', tabindex: -1, 'data-key': 'place' }, title),
    ...(view.post === null ? [] : [html('h3', {}, view.post.title), ...boxesView(view.post.boxes, scene)]),
    ...(hasEnded ? textsView(scene) : [endButton(scene)]),
  );
}

function endButton(scene: Scene): HTMLElement {
  return html(
    'div',
    { class: 'controls' },
    actButton({
      key: 'd',
      label: scene.view.drill ? scene.words.endDrill : scene.words.end,
      tone: 'main',
      onAct: () => {
        scene.ask(endQuestion(scene));
      },
    }),
  );
}

function textsView({ end, words, send }: Scene): HTMLElement[] {
  if (end === null) return [];
  const part = (title: string, text: string, which: 'summary' | 'timeline', key: string): HTMLElement[] => [
    html('h3', {}, title),
    html('pre', {}, html('code', {}, ...visibleText(text))),
    html(
      'div',
      { class: 'controls' },
      actButton({
        key,
        label: words.copy,
        about: title,
        onAct: () => {
          send({ type: 'copy-text', text: which });
        },
      }),
    ),
  ];
  const record =
    end.record === null
      ? []
      : [
          actButton({
            key: 'v',
            label: words.openRecord,
            onAct: () => {
              send({ type: 'record' });
            },
          }),
        ];
  return [
    ...(record.length === 0 ? [] : [html('div', { class: 'controls' }, ...record)]),
    ...part(words.summary, end.summary, 'summary', 'y'),
    ...part(words.timeline, end.timeline, 'timeline', 'l'),
  ];
}
