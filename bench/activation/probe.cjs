/**
 * Stands in for the bundle of the extension: loads it and activates it as VS Code would, and notes how long each took.
 * Loaded by the extension host; the bundle is in `dist` beside it.
 */
const { writeFileSync } = require('node:fs');
const { performance } = require('node:perf_hooks');
const process = require('node:process');

const start = performance.now();
const extension = require('./dist/extension.js');
const load = performance.now() - start;

exports.activate = (context) => {
  const before = performance.now();
  const api = extension.activate(context);
  const activate = performance.now() - before;
  writeFileSync(process.env.RUNBOOK_BENCH_ACTIVATION, JSON.stringify({ load, activate }));
  return api;
};
exports.deactivate = () => extension.deactivate?.();
