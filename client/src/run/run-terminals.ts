/** The terminals of runs. What is put into one stands there until a person presses Enter. */
import { UIKind, env, l10n, window, workspace, type Disposable, type Terminal, type Uri } from 'vscode';
import type { RunView } from '../../../protocol/src/run-view.js';
import type { TerminalState } from './page-messages.js';
import { nameOf } from './runs-text.js';
import { isSafeLine, lineClearingKey } from './safe-line.js';
import { whenReady } from './when-ready.js';

/** Whether commands of a run can be put into a terminal here and now. */
export function terminalState({ terminal }: Pick<RunView, 'terminal'>): TerminalState {
  if (!workspace.isTrusted) return 'restricted';
  if (!terminal) return 'off';
  return env.uiKind === UIKind.Web && env.remoteName === undefined ? 'none' : 'ready';
}

/** What names the terminal of a run. */
type Named = Pick<RunView, 'run' | 'entry' | 'title'>;

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
    view: Named & Pick<RunView, 'terminal'>,
    folder: Uri | undefined,
    line: string,
  ): Promise<Terminal> {
    if (!isSafeLine(line) || terminalState(view) !== 'ready')
      throw new Error('This line is not put into a terminal.');
    const known = this.#of(view);
    const terminal = known ?? (await this.#open(view, folder));
    terminal.show(true);
    if (known !== undefined) terminal.sendText(lineClearingKey(env.shell), false);
    terminal.sendText(line, false);
    return terminal;
  }

  async #open(view: Named, folder: Uri | undefined): Promise<Terminal> {
    const options = {
      name: terminalName(view),
      ...(folder === undefined ? {} : { cwd: folder }),
    };
    const terminal = await whenReady(() => {
      const opened = window.createTerminal(options);
      opened.show(true);
      return opened;
    });
    this.#terminals.set(view.run, terminal);
    return terminal;
  }

  /** Goes to the terminal of a run; nothing where it has none. */
  focus(view: Named): void {
    this.#of(view)?.show(false);
  }

  /** The terminal of a run: also one that was opened before the window was reloaded, which is known by its name. */
  #of(view: Named): Terminal | undefined {
    const known = this.#terminals.get(view.run);
    if (known !== undefined) return known;
    const taken = new Set(this.#terminals.values());
    const found = window.terminals.find(
      (terminal) =>
        terminal.name === terminalName(view) && terminal.exitStatus === undefined && !taken.has(terminal),
    );
    if (found !== undefined) this.#terminals.set(view.run, found);
    return found;
  }

  dispose(): void {
    this.#closing.dispose();
  }
}

function terminalName(view: Named): string {
  return l10n.t('Run: {0}', nameOf(view));
}
