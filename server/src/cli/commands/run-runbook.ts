/** `runbook-md run`: carries a runbook out in the terminal, or prints it as a checklist. It never starts a command. */
import { resolve } from 'node:path';
import { commandLineJournals, SharedJournals } from '../../disk/shared-journals';
import { toPath, toUri } from '../../disk/paths';
import { today } from '../../files/today';
import { MemoryJournals } from '../../run/journal-store';
import { RunProblem, RunSessions } from '../../run/run-sessions';
import { printable, printableLines } from '../../text/printable';
import { openWorkspace } from '../open-workspace';
import { readFolder } from '../read-folder';
import { diskRunHost } from '../runs/disk-run-host';
import { goThrough } from '../runs/go-through';
import { checklistOf } from '../runs/print-run';
import { Prompts } from '../runs/prompts';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export interface RunOptions {
  readonly entry?: string;
  /** The workspace of the runbook. */
  readonly folder: string;
  readonly resume?: true;
  readonly drill?: true;
  readonly who?: string;
  readonly print?: true;
}

/**
 * Carries a runbook out; returns the exit code.
 * @throws UsageError for a file that cannot be carried out, and where nobody can be asked
 */
export async function carryOut(
  file: string,
  { entry, folder: path, resume, drill, who = '', print }: RunOptions,
  terminal: Terminal,
): Promise<number> {
  const folder = await readFolder(path, { config: null, allowOutside: false }, terminal);
  const { service, root } = await openWorkspace(folder, { today: today(), snapshots: null }, terminal);
  const uri = toUri(resolve(file));
  if (service.textOf(uri) === undefined)
    throw new UsageError(`"${file}" is no document of the folder "${path}". Name its folder with --folder.`);
  const textDocument = { uri };
  const given = { textDocument, entry: entry ?? null, drill: drill === true, who };
  const host = diskRunHost(service, root);
  try {
    if (print === true) {
      const view = await new RunSessions(host, new MemoryJournals()).start(given);
      terminal.out(printableLines(checklistOf(view)));
      return exitCodes.ok;
    }
    if (terminal.prompts === undefined)
      throw new UsageError('a run asks questions, so it needs a terminal. Use --print for a checklist.');
    const sessions = new RunSessions(host, new SharedJournals(commandLineJournals()));
    try {
      const open = (await sessions.list()).filter(
        (one) => one.textDocument.uri === uri && (entry ?? one.entry) === one.entry,
      );
      // one that is in progress elsewhere cannot be resumed, and who asks for it is told so
      const last = open.find(({ held }) => held === 'left') ?? open[0];
      if (resume === true && last === undefined)
        throw new UsageError(`there is no run of "${file}" to resume.`);
      if (resume !== true && last !== undefined)
        terminal.error(
          `runbook-md: a run of ${printable(last.startedAt)} has not ended; --resume continues it.\n`,
        );
      const view =
        resume === true && last !== undefined ? await sessions.resume(last.run) : await sessions.start(given);
      const resuming = resumingCommand(file, path, entry ?? null);
      const record = await goThrough(sessions, view, new Prompts(terminal.prompts), resuming);
      if (record !== null && record !== '') terminal.out(`${printable(toPath(record) ?? record)}\n`);
      return exitCodes.ok;
    } finally {
      await sessions.settled();
      await sessions.release();
    }
  } catch (error) {
    if (error instanceof RunProblem) throw new UsageError(error.message);
    throw error;
  }
}

/** What resumes a run, to be typed or pasted; `path`: the folder that was given, `entry`: the entry that was. */
function resumingCommand(file: string, path: string, entry: string | null): string {
  const folder = path === '.' ? [] : ['--folder', path];
  const words = [
    'runbook-md',
    'run',
    file,
    ...folder,
    ...(entry === null ? [] : ['--entry', entry]),
    '--resume',
  ];
  return words
    .map((word) => (/^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
