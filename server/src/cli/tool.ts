/**
 * Binds the command-line tool to this process; sets the exit code, never ends the process early. What only some calls need is
 * loaded by them: a short check is over in the time in which all of it would be.
 */
import { join } from 'node:path';
import { cacheFolder } from '../disk/cache-folder';
import { readInput } from './read-input';
import { project } from './reporters/project';
import { compileFor } from './compile-for';
import { run } from './run';
import { printableLines } from '../text/printable';
import { progressLine } from './progress-line';
import { exitCodes, type Terminal } from './terminal';

/** The files beside this one that decide what is found. */
const deciding = ['afresh.js', 'core.js', 'remark.js', 'yaml.js'];

/** Runs the tool with the arguments of this process. */
export async function startTool(): Promise<void> {
  const { stdout, stderr } = process;
  const folder = cacheFolder();

  // who reads with "head" has seen enough
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }

  // some terminals do not say how large they are, as those of containers at first
  if (stdout.isTTY && stdout.columns === 0) Object.assign(stdout, { columns: 80, rows: 24 });

  const terminal: Terminal = {
    out: (words) => stdout.write(words),
    error: (words) => stderr.write(words),
    colors: stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
    ...(stdout.isTTY ? { columns: stdout.columns } : {}),
    ...(stderr.isTTY ? { progress: progressLine((words) => stderr.write(words)) } : {}),
    input: () => readInput(process.stdin),
    ...(stdout.isTTY && process.stdin.isTTY ? conversation() : {}),
  };
  try {
    process.exitCode = await run(process.argv.slice(2), terminal, {
      rulePages: join(__dirname, 'rules'),
      cache:
        folder === null
          ? null
          : { folder, tool: [__filename, ...deciding.map((name) => join(__dirname, name))] },
      compileFor,
      threads: {
        asked: process.env['RUNBOOK_THREADS'] ?? '',
        judge: async (shares) => (await import('./afresh')).judgeInThreads(__filename, shares),
      },
    });
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stderr.write(
      `runbook-md: internal error; please report it at ${project}/issues.\n${printableLines(details)}\n`,
    );
    // not the code of findings: nothing is known of the documents
    process.exitCode = exitCodes.usage;
  }
}

/** Questions, for who sits in front of a terminal. Standard input is looked at, and what asks is loaded, only then. */
function conversation(): Pick<Terminal, 'ask' | 'prompts'> {
  const { stdin, stdout } = process;
  return {
    ask: async (question) => (await import('./commands/others')).askIn({ stdin, stdout }, question),
    prompts: { input: stdin, output: stdout },
  };
}
