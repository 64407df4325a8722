/** Puts the next line of a command into the terminal of its run: asks for what is to be filled in, asks once more where it destroys. */
import { Uri, l10n, window, workspace, type QuickPickItem } from 'vscode';
import type { RunCommandLines } from '../../../protocol/src/run.js';
import type { RunCommand, RunSlot, RunView } from '../../../protocol/src/run-view.js';
import type { RunRequests } from './run-requests.js';
import { isSafeLine } from './safe-line.js';
import { terminalState, type RunTerminals } from './run-terminals.js';

export interface PutParts {
  readonly requests: RunRequests;
  readonly terminals: RunTerminals;
  /** Takes the view that an act gave. */
  readonly show: (view: RunView) => void;
}

/** @returns What is to be said of it; undefined where someone backed out. Rejects as requests do. */
export async function putCommand(
  { requests, terminals, show }: PutParts,
  view: RunView,
  id: string,
): Promise<string | undefined> {
  const command = commandIn(view, id);
  if (command === undefined || terminalState(view) !== 'ready') return undefined;
  const { run } = view;
  const secrets: Record<string, string> = {};
  let slots = command.slots.filter(({ secret, value }) => secret || value === null);
  let answer: RunCommandLines;
  do {
    const filled = await askFor(slots);
    if (filled === undefined) return undefined;
    Object.assign(secrets, filled.secrets);
    if (Object.keys(filled.values).length > 0)
      show((await requests.act(run, { act: 'fill', values: filled.values })).view);
    answer = await requests.lines({ run, command: id, values: secrets });
    slots = [...answer.missing];
  } while (slots.length > 0);
  if (answer.refused !== null) return answer.refused;
  const line = command.sent < answer.lines.length ? command.sent : 0;
  const next = answer.lines[line];
  if (next === undefined) return undefined;
  if (!isSafeLine(next.text))
    return l10n.t('This line has invisible characters, so it is not put into a terminal.');
  if (next.destructive !== null && !(await isWanted(next.destructive, next.shown))) return undefined;
  // the record has it before the terminal does
  const { view: after, refused } = await requests.act(run, { act: 'sent', command: id, line });
  show(after);
  if (refused !== null) return refused.message;
  const folder = workspace.getWorkspaceFolder(Uri.parse(view.textDocument.uri, true))?.uri;
  const terminal = await terminals.put(after, folder, next.text);
  return l10n.t(
    'It stands in the terminal "{0}" and was not run. Read it there, then press Enter.',
    terminal.name,
  );
}

/** A command of a step, by its id. */
export function commandIn({ phases, rollbacks }: RunView, id: string): RunCommand | undefined {
  return [...phases, ...rollbacks]
    .flatMap(({ steps }) => steps)
    .flatMap(({ commands }) => commands)
    .find((command) => command.id === id);
}

interface Filled {
  readonly values: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

async function askFor(slots: readonly RunSlot[]): Promise<Filled | undefined> {
  const values: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const { name, written, secret, value } of slots) {
    const answer = await window.showInputBox({
      title: l10n.t('Put into Terminal'),
      prompt: secret
        ? l10n.t('{0}: a secret. It goes into the terminal and is stored nowhere.', written)
        : l10n.t('{0}: kept for this run.', written),
      password: secret,
      value: value ?? '',
      ignoreFocusOut: true,
      validateInput: (typed) =>
        typed === '' || isSafeLine(typed) ? undefined : l10n.t('Use one line of plain characters.'),
    });
    if (answer === undefined || answer === '') return undefined;
    if (secret) secrets[name] = answer;
    else values[name] = answer;
  }
  return { values, secrets };
}

/** Asks once more about a line that destroys something; what leaves things as they are comes first. */
async function isWanted(destructive: string, shown: string): Promise<boolean> {
  const no: QuickPickItem = { label: l10n.t('Leave it out') };
  const yes: QuickPickItem = { label: l10n.t('Put it into the terminal, not run'), detail: shown };
  const picked = await window.showQuickPick([no, yes], {
    title: l10n.t('This command is destructive: {0}', destructive),
    placeHolder: l10n.t('It runs only when you press Enter in the terminal.'),
    ignoreFocusOut: true,
  });
  return picked === yes;
}
