/**
 * Bundles what specifies the rule that `RUNBOOK_RULE` names - its tests, its page, the pairs that it is one of - for
 * mocha. Stryker runs it in its copy of the project, where the rule is full of mutants.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build as bundle } from 'esbuild';
import { globSync } from 'tinyglobby';

const folder = path.resolve(import.meta.dirname, '../..');
// the tests of a rule with much to say are in several files, such as missing-verification.fixes.test.ts
const own = globSync(`test/server/lint/rules/*/${process.env['RUNBOOK_RULE'] ?? '*'}{,.*}.test.ts`, {
  cwd: folder,
}).sort();
const files = [
  ...own,
  'test/server/docs/rule-pages.test.ts',
  'test/server/lint/precedence/precedence.test.ts',
].filter((file) => existsSync(path.join(folder, file)));

await bundle({
  stdin: { contents: files.map((file) => `import './${file}';`).join('\n'), resolveDir: folder },
  bundle: true,
  outfile: path.join(folder, 'specification.mjs'),
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
  alias: { vitest: path.join(import.meta.dirname, 'vitest-on-mocha.mjs') },
  // packages of CommonJS ask for modules of Node
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  plugins: [
    {
      name: 'no memory',
      setup(build) {
        build.onResolve({ filter: /\/text\/remember$/ }, ({ importer }) =>
          /[\\/]lint[\\/]rules[\\/]/.test(importer)
            ? { path: path.join(import.meta.dirname, 'remember-nothing.mjs') }
            : undefined,
        );
      },
    },
    {
      name: 'places of modules',
      setup(build) {
        build.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path: file }) => ({
          loader: 'ts',
          contents: readFileSync(file, 'utf8')
            .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
            .replaceAll('import.meta.url', JSON.stringify(`file://${file}`)),
        }));
      },
    },
  ],
});
