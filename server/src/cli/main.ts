/** Entry of the command-line tool. Binds it to this process; sets the exit code, never ends the process early. */
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { run } from './run';
import { progressLine } from './progress-line';

const { stdin, stdout, stderr } = process;

void run(
  process.argv.slice(2),
  {
    out: (words) => stdout.write(words),
    error: (words) => stderr.write(words),
    colors: stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
    ...(stdout.isTTY ? { columns: stdout.columns } : {}),
    ...(stderr.isTTY ? { progress: progressLine((words) => stderr.write(words)) } : {}),
    input: () => text(stdin),
  },
  join(__dirname, 'rules'),
).then((code) => {
  process.exitCode = code;
});
