/**
 * `npm run fuzz [-- --minutes 60 --target parser --seed N]`: tries generated documents, configurations and messages on
 * every layer for an hour, or for some minutes, from a seed of this moment. Without end at the first finding: each kind
 * is printed once, cut down, with its seed and the file that holds it.
 * `--usual`: the same cases each time, so that a failure is about the change at hand, as CI does. `--few`: the first of them, as
 * `npm test` does.
 * Otherwise, unless targets are named, the properties among the unit tests are tried, too, and as often as they say.
 * The last line of standard output is `N passed, N failed`, counted by target and by test.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { formatCount } from './support/count.mjs';
import { npm, run } from './support/process.mjs';
import { projectFolder, workFolder } from './support/project.mjs';

const usualSeed = 20261120;
/** From here on seeds give the newer forms, too (test/fuzz/target.ts). */
const newerSeeds = 1_000_000_000;
const all = readdirSync(path.join(projectFolder, 'test/fuzz/targets'))
  .filter((name) => name !== 'index.ts')
  .map((name) => name.replace(/\.ts$/, ''));

process.exitCode = await main();

/** @returns {Promise<number>} the exit code */
async function main() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '60' },
      target: { type: 'string', multiple: true },
      seed: { type: 'string' },
      usual: { type: 'boolean', default: false },
      few: { type: 'boolean', default: false },
    },
  });
  const targets = values.target?.flatMap((names) => names.split(',')) ?? all;
  const unknown = targets.filter((name) => !all.includes(name));
  const minutes = Number(values.minutes);
  const seed = values.seed === undefined ? null : Number(values.seed);
  if (unknown.length > 0 || !(minutes > 0) || (seed !== null && !Number.isInteger(seed))) {
    console.error(`Give --minutes and --seed as numbers. The targets are: ${all.join(', ')}.`);
    return 2;
  }
  const isUsual = values.usual || values.few;
  const asked = {
    seed: seed ?? (isUsual ? usualSeed : newerSeeds + (Math.floor(Date.now() / 1000) % 1_000_000_000)),
    time: isUsual ? null : (minutes * 60_000) / targets.length,
    few: values.few,
    targets,
    folder: path.join(workFolder, 'fuzz'),
  };
  const results = path.join(workFolder, 'fuzz-results.json');
  mkdirSync(workFolder, { recursive: true });
  const call = npm('exec', '--', 'vitest', 'run', '--config', 'vitest.fuzz.config.ts');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  // the properties among the unit tests are no target, and some of each are unit tests
  const only = values.target === undefined && !isUsual ? [] : ['test/fuzz/'];
  const { code } = await run(call.command, [...call.args, ...reporters, ...only], {
    cwd: projectFolder,
    env: { ...process.env, RUNBOOK_FUZZ: JSON.stringify(asked) },
  });
  /** @type {{ numPassedTests: number, numFailedTests: number }} */
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  console.log(formatCount({ passed: numPassedTests, failed: numFailedTests }));
  return code;
}
