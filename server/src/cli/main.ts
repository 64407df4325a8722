/** Entry of the command-line tool: `runbook check`, `runbook outline`. Sets the exit code; never ends the process early. */
import { run } from './run';

void run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  colors: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
}).then((code) => {
  process.exitCode = code;
});
