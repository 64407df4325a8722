/** The terminals of runs. What is put into one stands there until a person presses Enter. */
import { UIKind, env, window, workspace, type Disposable, type Terminal, type Uri } from 'vscode';
import type { RunView } from '../../../protocol/src/run-view.js';
import type { TerminalState } from './page-messages.js';
import { isSafeLine, lineClearingKey } from './safe-line.js';

/** Whether commands of a run can be put into a terminal here and now. */
export function terminalState({ terminal }: Pick<RunView, 'terminal'>): TerminalState {
  if (!workspace.isTrusted) return 'restricted';
  if (!terminal) return 'off';
  return env.uiKind === UIKind.Web && env.remoteName === undefined ? 'none' : 'ready';
}

export class RunTerminals implements Disposable {
  /** By run. They outlive it: what was started in one goes on. */
  readonly #terminals = new Map<string, Terminal>();
  readonly #closing = window.onDidCloseTerminal((closed) => {
    for (const [run, terminal] of this.#terminals) if (terminal === closed) this.#terminals.delete(run);
  });

  /**
   * Puts a line into the terminal of a run, which comes to sight without taking the focus, and does not run it. What stood in
   * the line is taken away first.
   * @throws when the line holds what a shell would not take as it stands, or commands are not to be put there
   */
  async put(
    { run, title, terminal: isAllowed }: Pick<RunView, 'run' | 'title' | 'terminal'>,
    folder: Uri | undefined,
    line: string,
  ): Promise<Terminal> {
    if (!isSafeLine(line) || terminalState({ terminal: isAllowed }) !== 'ready')
      throw new Error('This line is not put into a terminal.');
    const known = this.#terminals.get(run);
    const terminal =
      known ?? window.createTerminal({ name: title, ...(folder === undefined ? {} : { cwd: folder }) });
    this.#terminals.set(run, terminal);
    terminal.show(true);
    await terminal.processId;
    if (known !== undefined) terminal.sendText(lineClearingKey(env.shell), false);
    terminal.sendText(line, false);
    return terminal;
  }

  /** Goes to the terminal of a run; nothing where it has none. */
  focus(run: string): void {
    this.#terminals.get(run)?.show(false);
  }

  dispose(): void {
    this.#closing.dispose();
  }
}
