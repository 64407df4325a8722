/** Binds the command-line tool to this process; sets the exit code, never ends the process early. */
import { join } from 'node:path';
import { cacheFolder } from '../disk/cache-folder';
import { askIn } from './ask-in';
import { readInput } from './read-input';
import { project } from './reporters/project';
import { run } from './run';
import { printableLines } from '../text/printable';
import { progressLine } from './progress-line';
import { exitCodes } from './terminal';

const { stdin, stdout, stderr } = process;
const folder = cacheFolder();

// who reads with "head" has seen enough
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// some terminals do not say how large they are, as those of containers at first
if (stdout.isTTY && stdout.columns === 0) Object.assign(stdout, { columns: 80, rows: 24 });

run(
  process.argv.slice(2),
  {
    out: (words) => stdout.write(words),
    error: (words) => stderr.write(words),
    colors: stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
    ...(stdout.isTTY ? { columns: stdout.columns } : {}),
    ...(stderr.isTTY ? { progress: progressLine((words) => stderr.write(words)) } : {}),
    input: () => readInput(stdin),
    ...(stdin.isTTY && stdout.isTTY
      ? {
          ask: (question: string) => askIn({ stdin, stdout }, question),
          prompts: { input: stdin, output: stdout },
        }
      : {}),
  },
  {
    rulePages: join(__dirname, 'rules'),
    cache: folder === null ? null : { folder, tool: [__filename, join(__dirname, 'core.js')] },
    threads: {
      asked: process.env['RUNBOOK_THREADS'] ?? '',
      judge: async (shares) => (await import('./threads/start-threads')).judgeInThreads(__filename, shares),
    },
  },
).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stderr.write(
      `runbook-md: internal error; please report it at ${project}/issues.\n${printableLines(details)}\n`,
    );
    // not the code of findings: nothing is known of the documents
    process.exitCode = exitCodes.usage;
  },
);
