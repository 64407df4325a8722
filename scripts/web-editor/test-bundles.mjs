/**
 * Bundles groups of extension tests for the web extension host, one file each: there are no files to load there, and nothing
 * of Node's but what is put in.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { browser } from '../support/bundles.mjs';
import { inProject } from '../support/project.mjs';

/** @typedef {import('esbuild').Plugin} Plugin */
/** @typedef {import('./install.mjs').WebEditor} WebEditor */

/**
 * @param {WebEditor} editor has the packages that only these bundles need
 * @param {string} group a folder of test/extension/suites
 * @param {{ version: string, today: string | undefined }} options which editor it is for, as both may be at work at once, and
 *   the day that the server takes for today
 * @returns {Promise<string>} the bundle, which exports `run`
 */
export async function bundleTests(editor, group, { version, today }) {
  const outfile = inProject('dist', 'test', 'web', version, `${group}.js`);
  const suites = await glob(`test/extension/suites/${group}/*.test.ts`, { cwd: inProject() });
  const imports = suites.sort().map((suite) => `await import(${JSON.stringify(`./${suite}`)});`);
  await build({
    ...browser,
    stdin: {
      contents: `import { runSuites } from './test/extension/run/web.ts';
        export const run = () => runSuites(async () => { ${imports.join('\n')} }, ${JSON.stringify(today)});`,
      resolveDir: inProject(),
      sourcefile: `${group}.ts`,
      loader: 'ts',
    },
    outfile,
    format: 'cjs',
    external: ['vscode'],
    alias: { 'node:assert/strict': inProject('test', 'extension', 'run', 'strict-assert-in-web.ts') },
    nodePaths: [editor.packages],
    define: { global: 'globalThis' },
    // the package for assertions asks it for colours
    banner: { js: 'const process = { env: {}, stderr: {} };' },
    plugins: [mochaAsScript()],
  });
  return path.resolve(outfile);
}

/**
 * Mocha's file for browsers is a script in a package of ES modules: taken for a module, it writes to the exports of the bundle.
 * @returns {Plugin}
 */
function mochaAsScript() {
  return {
    name: 'mocha-as-script',
    setup(build) {
      build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
        contents: `(function (exports, module, define) {${readFileSync(file, 'utf8')}\n}).call(globalThis);`,
        loader: 'js',
      }));
    },
  };
}
