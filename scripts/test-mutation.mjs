/**
 * `npm run test:mutation [-- OPTIONS] [GROUP | GROUP/RULE …]`: changes each rule in small ways, one after the other, and
 * says which changes none of its fixtures, examples and pairs notices. Without names it tries all rules, which takes
 * two hours; what earlier runs found of the same rule and the same fixtures is taken from them, so that a run that was
 * ended goes on.
 *
 * --survivors    prints each change that was not noticed
 * --known        prints what earlier runs found, and tries nothing
 *
 * The last line of standard output is the share that is noticed. The exit code is 1 when that is below 85 %.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { installMutationTesting } from './mutation/install.mjs';
import { mutantsOf, textOf } from './mutation/results.mjs';
import { fingerprint, isStamped, stamp } from './support/fingerprint.mjs';
import { run } from './support/process.mjs';
import { inProject, projectFolder } from './support/project.mjs';

const wanted = 85;

process.exitCode = await main();

/** @returns {Promise<number>} the exit code */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { survivors: { type: 'boolean', default: false }, known: { type: 'boolean', default: false } },
  });
  const rules = rulesNamed(positionals.map((name) => name.replace(/^lint\/rules\//, '').replace(/\/$/, '')));
  if (rules.length === 0) {
    console.error(
      'No such rules. Name groups, such as procedures, or rules, such as procedures/step-numbering.',
    );
    return 2;
  }
  const folder = await installMutationTesting(console.log);
  /** @type {Map<string, { killed: number, all: number }>} */
  const groups = new Map();
  for (const rule of rules) {
    const results = path.join(folder, 'results', `${path.basename(rule)}.json`);
    if (!values.known && !(await tried(rule, folder, results))) return 1;
    if (!existsSync(results)) continue;
    const mutants = mutantsOf(results);
    const left = mutants.filter(({ isKilled }) => !isKilled);
    const group = path.dirname(rule);
    const sum = groups.get(group) ?? { killed: 0, all: 0 };
    groups.set(group, {
      killed: sum.killed + mutants.length - left.length,
      all: sum.all + mutants.length,
    });
    console.log(`${rule}: ${share(mutants.length - left.length, mutants.length)}`);
    if (values.survivors) for (const mutant of left) console.log(`  ${textOf(mutant)}`);
  }
  for (const [group, { killed, all }] of groups) console.log(`${group}/: ${share(killed, all)}`);
  const sums = [...groups.values()];
  const killed = sums.reduce((sum, one) => sum + one.killed, 0);
  const all = sums.reduce((sum, one) => sum + one.all, 0);
  console.log(share(killed, all));
  return killed * 100 < wanted * all ? 1 : 0;
}

/**
 * @param {readonly string[]} names groups and rules; none for all
 * @returns {string[]} `GROUP/RULE`, sorted
 */
function rulesNamed(names) {
  return globSync('*/*.ts', { cwd: inProject('server/src/lint/rules') })
    .map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, ''))
    .filter(
      (rule) => names.length === 0 || names.some((name) => rule === name || rule.startsWith(`${name}/`)),
    )
    .sort();
}

/**
 * @param {string} rule `GROUP/RULE`
 * @param {string} folder where Stryker is installed
 * @param {string} results the file of what it finds
 * @returns {Promise<boolean>} whether it came to its end
 */
async function tried(rule, folder, results) {
  const specification = fingerprint(projectFolder, [
    `server/src/lint/rules/${rule}.ts`,
    ...globSync(`test/server/lint/rules/${rule}{,.*}.test.ts`, { cwd: projectFolder }).sort(),
    `docs/rules/${path.basename(rule)}.md`,
    'test/server/lint/precedence',
    'test/server/docs/rule-pages.test.ts',
    'scripts/mutation',
    'stryker.config.json',
  ]);
  const stampFile = results.replace(/json$/, 'stamp');
  if (existsSync(results) && isStamped(stampFile, specification)) return true;
  const packages = path.join(folder, 'node_modules/@stryker-mutator');
  const plugins = [
    path.join(packages, 'mocha-runner/dist/src/index.js'),
    inProject('scripts/mutation/check-types.mjs'),
    inProject('scripts/mutation/ignore-words.mjs'),
  ];
  const args = [
    path.join(packages, 'core/bin/stryker.js'),
    'run',
    'stryker.config.json',
    ...['--plugins', plugins.join(',')],
    ...['--mutate', `server/src/lint/rules/${rule}.ts`],
    // what has changed in fixtures Stryker cannot see
    ...['--force', '--incrementalFile', path.relative(projectFolder, results)],
  ];
  const { code, output } = await run(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, RUNBOOK_RULE: path.basename(rule) },
    quiet: true,
  });
  if (code === 0) stamp(stampFile, specification);
  else console.error(`${rule} could not be tried:\n${output.slice(-3000)}`);
  return code === 0;
}

/**
 * @param {number} killed
 * @param {number} all
 */
function share(killed, all) {
  return `${String(killed)} of ${String(all)} noticed, ${all === 0 ? '100' : ((killed * 100) / all).toFixed(1)} %`;
}
