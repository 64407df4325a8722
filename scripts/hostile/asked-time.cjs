/** Loaded before a program: tells its parent, each time it is asked, what it took of the processor so far, in ms. */
const process = require('node:process');

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(Math.round((user + system) / 1_000));
});
