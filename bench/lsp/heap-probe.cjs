/**
 * Preloaded into a language server that is measured (`node --expose-gc --require`): tells the size of its heap after a
 * garbage collection, in bytes, when it is asked over the channel to its parent.
 */
const process = require('node:process');

process.on('message', () => {
  global.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
// the channel alone keeps nobody alive
process.channel?.unref();
