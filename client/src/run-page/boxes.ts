/** What is to be ticked. A box shows what is kept: it changes when the extension has said so, not when it is pressed. */
import type { RunBox } from '../../../protocol/src/run-view.js';
import { html } from '../page-parts/dom.js';
import { actButton } from './acts.js';
import { act, portsOf, type Scene } from './scene.js';
import { wordsView } from './words.js';

/** Boxes with the digits that tick them; one key more ticks the next open one, for lists that are longer. */
export function boxesView(
  boxes: readonly RunBox[],
  scene: Scene,
  /** The element of a command by its id, each to be shown once. */
  command: (id: string) => HTMLElement | undefined = () => undefined,
): HTMLElement[] {
  const items = boxes.map((box, index) => {
    const commands = box.commands.flatMap((id) => command(id) ?? []);
    return html('li', {}, boxView(box, index, scene), ...commands);
  });
  const list = html('ul', { class: 'boxes' }, ...items);
  const open = boxes.filter(({ ticked }) => !ticked);
  const [next] = open;
  if (next === undefined || boxes.length < 2) return [list];
  return [
    list,
    actButton({
      key: 'b',
      label: scene.words.tickNext,
      onAct: () => {
        act(scene, { act: 'tick', box: next.id });
      },
    }),
  ];
}

function boxView({ id, words, ticked, inDocument, lost }: RunBox, index: number, scene: Scene): HTMLElement {
  const key = index < 9 ? String(index + 1) : undefined;
  const input = html('input', { type: 'checkbox', 'data-key': `box-${id}`, 'aria-keyshortcuts': key });
  input.checked = ticked;
  input.addEventListener('click', (event) => {
    event.preventDefault();
    act(scene, { act: ticked ? 'untick' : 'tick', box: id });
  });
  const remark = lost ? scene.words.boxLost : inDocument ? '' : scene.words.boxOfRecord;
  return html(
    'label',
    {},
    input,
    html(
      'span',
      {},
      ...wordsView(words, portsOf(scene)),
      ...(remark === '' ? [] : [html('small', {}, ` (${remark})`)]),
    ),
    ...(key === undefined ? [] : [html('kbd', { 'aria-hidden': 'true' }, key)]),
  );
}
