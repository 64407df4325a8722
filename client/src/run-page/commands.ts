/** Commands of a step: to read, to copy, to be put into a terminal. Nothing here runs one. */
import type { RunCommand, RunStep } from '../../../protocol/src/run-view.js';
import { fill, html } from '../page-parts/dom.js';
import { actButton } from './acts.js';
import type { Scene } from './scene.js';
import { codeView } from './words.js';

/** The command that the keys are about: the one that someone chose, else the first that was not put as a whole. */
function currentCommand({ commands }: RunStep, { state }: Scene): RunCommand | undefined {
  return (
    commands.find(({ id }) => id === state.command) ??
    commands.find(({ lines, sent }) => sent < lines) ??
    commands[0]
  );
}

/** The elements of the commands of a step, by their ids. */
export function commandViews(step: RunStep, scene: Scene): ReadonlyMap<string, HTMLElement> {
  const current = currentCommand(step, scene);
  return new Map(
    step.commands.map((command, index) => [
      command.id,
      commandView(command, index, command === current, step, scene),
    ]),
  );
}

function commandView(
  command: RunCommand,
  index: number,
  isCurrent: boolean,
  { commands }: RunStep,
  scene: Scene,
): HTMLElement {
  const { id, text, destructive } = command;
  const { words } = scene;
  const count = commands.length;
  const name = count === 1 ? words.command : fill(words.commandOf, index + 1, count);
  return html(
    'div',
    { class: isCurrent ? 'command current' : 'command', role: 'group', 'aria-label': name },
    ...(count === 1 ? [] : [html('p', { class: 'name' }, isCurrent ? `▶ ${name}` : name)]),
    ...(destructive === null
      ? []
      : [html('p', { class: 'destructive' }, html('strong', {}, fill(words.destroys, destructive)))]),
    codeView(text),
    ...slotsView(command, scene),
    ...remarksOf(command, scene).map((remark) => html('p', { class: 'note' }, remark)),
    isCurrent ? currentControls(command, index, commands, scene) : otherControls(id, name, scene),
  );
}

function slotsView({ slots }: RunCommand, { words }: Scene): HTMLElement[] {
  if (slots.length === 0) return [];
  const values = slots.map(({ written, secret, value }) =>
    secret ? `${written} (${words.secret})` : value === null ? written : `${written} = ${value}`,
  );
  return [html('p', { class: 'note' }, fill(words.asksFor, values.join(', ')))];
}

function remarksOf({ unsendable, sent, lines }: RunCommand, { terminal, words }: Scene): string[] {
  const why = {
    ready: unsendable ?? '',
    restricted: words.terminalRestricted,
    off: words.terminalOff,
    none: words.terminalNone,
  }[terminal];
  return [sent === 0 ? '' : fill(words.linesPut, Math.min(sent, lines), lines), why].filter(
    (remark) => remark !== '',
  );
}

function currentControls(
  { id, lines, sent, unsendable }: RunCommand,
  index: number,
  commands: readonly RunCommand[],
  scene: Scene,
): HTMLElement {
  const { words, send, terminal, view } = scene;
  const isOver = view.status === 'ended';
  const line = sent < lines ? sent + 1 : 1;
  const canPut = terminal === 'ready' && unsendable === null && !isOver;
  const other = (by: -1 | 1, key: string, label: string): HTMLElement[] => {
    const there = commands[index + by];
    if (there === undefined) return [];
    const choose = (): void => {
      scene.change({ command: there.id });
    };
    return [actButton({ key, label, onAct: choose })];
  };
  return html(
    'div',
    { class: 'controls' },
    actButton({
      key: 'c',
      label: words.copy,
      disabled: isOver,
      onAct: () => {
        send({ type: 'copy', command: id });
      },
    }),
    ...(canPut
      ? [
          actButton({
            key: 't',
            label: lines > 1 ? fill(words.putLine, line, lines) : words.put,
            onAct: () => {
              send({ type: 'put', command: id });
            },
          }),
        ]
      : []),
    ...(canPut && sent > 0
      ? [
          actButton({
            key: 'j',
            label: words.toTerminal,
            onAct: () => {
              send({ type: 'terminal' });
            },
          }),
        ]
      : []),
    ...other(-1, ',', words.commandBefore),
    ...other(1, '.', words.commandAfter),
  );
}

/** A command that the keys are not about is reached by a click; the keys go there one by one. */
function otherControls(id: string, name: string, { words, change }: Scene): HTMLElement {
  const choose = html(
    'button',
    { type: 'button', class: 'link' },
    words.choose,
    html('span', { class: 'spoken' }, `: ${name}`),
  );
  choose.addEventListener('click', () => {
    change({ command: id });
  });
  return html('div', { class: 'controls' }, choose);
}
