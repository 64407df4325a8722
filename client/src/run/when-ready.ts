/**
 * Waits until the shell of a new terminal shows its prompt: what is typed earlier may go to something that the shell starts
 * with. Editors tell since version 1.93; older ones, and shells that they do not know, are given a while.
 */
import { window, type Event, type Terminal } from 'vscode';

/** Milliseconds that a shell is given which does not say that it is ready. */
const longest = 3000;

interface TellsOfShells {
  readonly onDidChangeTerminalShellIntegration: Event<{ readonly terminal: Terminal }>;
}

/** @returns The terminal that `open` opens, once it is ready or the time is up. */
export async function whenReady(open: () => Terminal): Promise<Terminal> {
  const ready = new Set<Terminal>();
  let onReady = (): void => undefined;
  const listening = tellsOfShells(window)
    ? window.onDidChangeTerminalShellIntegration(({ terminal }) => {
        ready.add(terminal);
        onReady();
      })
    : undefined;
  try {
    const terminal = open();
    await terminal.processId;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longest);
      onReady = () => {
        if (!ready.has(terminal)) return;
        clearTimeout(timer);
        resolve();
      };
      onReady();
    });
    return terminal;
  } finally {
    listening?.dispose();
  }
}

function tellsOfShells(value: object): value is TellsOfShells {
  return 'onDidChangeTerminalShellIntegration' in value;
}
