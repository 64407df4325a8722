/**
 * Preloaded into a language server that is profiled (`node --require`): starts and stops taking samples when it is told to
 * over the channel to its parent, and answers a stop with the profile, of time or of bytes, as the inspector has it.
 */
const { Session } = require('node:inspector');
const process = require('node:process');

/** A sample for so many bytes. */
const samplingInterval = 4096;
/** Short-lived objects are what matters: those that a collection took away are counted too. */
const everything = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true };

const session = new Session();
session.connect();

/** @type {Record<string, () => void>} by message */
const acts = {
  'start time': () => {
    session.post('Profiler.enable');
    session.post('Profiler.start', answer);
  },
  'stop time': () => {
    session.post('Profiler.stop', answer);
  },
  'start bytes': () => {
    session.post('HeapProfiler.startSampling', { samplingInterval, ...everything }, answer);
  },
  'stop bytes': () => {
    session.post('HeapProfiler.stopSampling', answer);
  },
};

process.on('message', (message) => {
  acts[String(message)]?.();
});
// the channel alone keeps nobody alive
process.channel?.unref();

/**
 * @param {Error | null} error
 * @param {{ profile?: object }} [result]
 */
function answer(error, result) {
  process.send?.(error === null ? (result?.profile ?? null) : { error: error.message });
}
