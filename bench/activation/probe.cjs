/**
 * Stands in for the bundle of the extension: loads it and activates it as VS Code would, and notes how long that took, and
 * how long its second stage took, if there was a reason for it. Loaded by the extension host; the bundle is in `dist`
 * beside it.
 */
const { writeFileSync } = require('node:fs');
const Module = require('node:module');
const { performance } = require('node:perf_hooks');
const process = require('node:process');

/** @type {{ load: number, activate: number, wake: number | null }} */
const times = { load: 0, activate: 0, wake: null };
/** Milliseconds that the thread was busy: what other processes take of the machine is not the extension's. */
const now = () => {
  const used = process.threadCpuUsage?.();
  return used === undefined ? performance.now() : (used.user + used.system) / 1000;
};
const note = () => {
  writeFileSync(process.env.RUNBOOK_BENCH_ACTIVATION, JSON.stringify(times));
};

const loadModule = Module._load;
Module._load = function (request, parent, isMain) {
  if (request !== './client.js') return loadModule.call(this, request, parent, isMain);
  const before = now();
  const { start } = loadModule.call(this, request, parent, isMain);
  const load = now() - before;
  return {
    start: (context) => {
      const beforeStart = now();
      const api = start(context);
      times.wake = load + now() - beforeStart;
      note();
      return api;
    },
  };
};

const start = now();
const extension = require('./dist/extension.js');
times.load = now() - start;

exports.activate = (context) => {
  const before = now();
  const api = extension.activate(context);
  times.activate = now() - before;
  note();
  return api;
};
