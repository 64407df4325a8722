/** Loaded before a program: writes at its end, into the file that the environment names, what it took of the processor. */
const { writeFileSync } = require('node:fs');
const process = require('node:process');

const file = process.env['RUNBOOK_PROCESSOR_TIME'];
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  if (file !== undefined) writeFileSync(file, String(Math.round((user + system) / 1_000)));
});
