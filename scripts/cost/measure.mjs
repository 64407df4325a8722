/**
 * Counts what a check, a key and an edit cost in a fixed workspace: bundles `test/support/cost/probe.ts` with the core,
 * with modules that count in the place of some of its own, and runs it in a process.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build as bundle } from 'esbuild';
import { run } from '../support/process.mjs';
import { inProject } from '../support/project.mjs';

/** @typedef {Readonly<Record<'filesRead' | 'documentsParsed' | 'bytesLeftToRemark' | 'rulesRun' | 'bytesAllocated', number>>} Cost */
/** @typedef {Readonly<Record<string, Cost>>} Costs by step */

/**
 * @param {string} folder absolute path of an empty folder, where the workspace and the program are put
 * @returns {Promise<Costs>}
 * @throws with what the program said, when it failed
 */
export async function measureCost(folder) {
  const program = path.join(folder, 'probe.mjs');
  await bundle({
    entryPoints: [inProject('test', 'support', 'cost', 'probe.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [counting],
    logLevel: 'error',
  });
  const workspace = path.join(folder, 'workspace');
  mkdirSync(workspace);
  const { code, output } = await run(process.execPath, [...steadily, program, workspace], { quiet: true });
  if (code !== 0) throw new Error(`Could not count (exit code ${code}):\n${output.slice(-3000)}`);
  return JSON.parse(output);
}

/** What is allocated depends on when code is optimised, which depends on how busy the machine is. */
const steadily = [
  '--no-warnings',
  '--expose-gc',
  '--no-opt',
  '--single-threaded',
  '--hash-seed=1',
  '--random-seed=1',
];

/** Has the modules of `counted` stand in for those that they count and import. @type {import('esbuild').Plugin} */
const counting = {
  name: 'counting',
  setup(build) {
    const folder = inProject('test', 'support', 'cost', 'counted');
    const filter = /^\.{1,2}\/(?:.*\/)?(?:remark-engine|document-parser|read-file)$/;
    build.onResolve({ filter }, ({ path: name, importer }) =>
      path.dirname(importer) === folder ? null : { path: path.join(folder, `${path.basename(name)}.ts`) },
    );
  },
};
