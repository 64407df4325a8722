/**
 * Bundles what ships, each into one file: the extension and the language server, for hosts with Node and for those without,
 * and the command line tool: its start, the check, and what only some checks or other commands load.
 * Libraries are bundled because some are ES modules only, and because a .vsix without node_modules stays small.
 *
 *   node scripts/build.mjs [--production] [--tests] [--watch]
 *
 * --production  without source maps, for packaging
 * --tests       the extension tests too, into dist/test/extension
 * --watch       readable output, built again on every change
 */
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { build, context } from 'esbuild';
import { glob } from 'tinyglobby';
import { billOfMaterials } from './support/bill-of-materials.mjs';
import { browser, browserBundles, vscodeOnce } from './support/bundles.mjs';
import { eagerModules } from './support/eager-modules.mjs';
import { withoutEditor, withoutVersionCheck } from './support/left-out.mjs';
import { bundledPackages, noticesOf } from './support/notices.mjs';
import { onDemand } from './support/on-demand.mjs';
import { billFile, inProject, noticesFile, projectFolder, readManifest } from './support/project.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {import('esbuild').Plugin} Plugin */

const { values: flags } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
  },
});

/** Stands in a bundle for a digest of it. */
const digestMark = '@@BUNDLE_DIGEST@@';

/** @type {BuildOptions} */
const usual = { minify: !flags.watch, sourcemap: flags.production ? false : 'linked' };

/** @type {BuildOptions} */
const node20 = {
  ...usual,
  absWorkingDir: projectFolder,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The readable ES modules of the language server libraries shake better than their CommonJS.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

/** The library for YAML, which a folder without configuration and front matter needs not. */
const yamlOnDemand = onDemand({
  module: /^yaml$/,
  from: './yaml.js',
  names: 'Composer Document Lexer Parser isAlias isMap isPair isScalar isSeq parseDocument visit'.split(' '),
});

/** What the files of the command line leave to each other; `require` loads them sooner than `import`. */
const partOfTool = {
  supported: { 'dynamic-import': false },
  plugins: [
    apart('core', /^(\.\.\/)+service$/, './core.js'),
    apart('afresh', /^\.{1,2}\/afresh$/, './afresh.js'),
    apart('others', /^\.\/commands\/others$/, './others.js'),
    apart('run', /^\.\/commands\/run-runbook$/, './run-runbook.js'),
    yamlOnDemand,
    // a folder that is none of ours needs no digest of anything
    onDemand({ module: /^node:crypto$/, from: 'node:crypto', names: ['createHash', 'randomUUID'] }),
    // for commands that are programs of their own, which there are none of
    onDemand({
      module: /^node:child_process$/,
      importer: /[\\/]commander[\\/]/,
      from: 'node:child_process',
      names: ['spawn'],
    }),
  ],
};

/** @type {BuildOptions[]} */
const bundles = [
  {
    entryPoints: ['client/src/node/main.ts'],
    outfile: 'dist/extension.js',
    // a module that the editor gives to `require` only
    supported: { 'dynamic-import': false },
    plugins: [vscodeOnce(), apart('second-stage', /^\.\/start\.js$/, './client.js')],
  },
  {
    entryPoints: ['client/src/node/start.ts'],
    outfile: 'dist/client.js',
    supported: { 'dynamic-import': false },
    plugins: [
      vscodeOnce(),
      withoutVersionCheck(),
      apart('third-stage', /^\.\/on-demand\.js$/, './on-demand.js'),
      eagerModules(inProject('dist', 'client.js')),
    ],
  },
  { entryPoints: ['client/src/on-demand.ts'], outfile: 'dist/on-demand.js', plugins: [vscodeOnce()] },
  { entryPoints: ['server/src/lsp/node/main.ts'], outfile: 'dist/server.js' },
  {
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [apart('command', /^\.\/started$/, './command.js'), executable('dist/cli.js')],
  },
  {
    entryPoints: ['server/src/cli/started.ts'],
    outfile: 'dist/command.js',
    ...partOfTool,
    plugins: [...partOfTool.plugins, pagesBeside('dist/rules')],
  },
  { entryPoints: ['server/src/cli/afresh.ts'], outfile: 'dist/afresh.js', ...partOfTool },
  { entryPoints: ['server/src/cli/commands/others.ts'], outfile: 'dist/others.js', ...partOfTool },
  {
    entryPoints: ['server/src/cli/commands/run-runbook.ts'],
    outfile: 'dist/run-runbook.js',
    ...partOfTool,
  },
  {
    entryPoints: ['server/src/service.ts'],
    outfile: 'dist/core.js',
    plugins: [
      withoutEditor(),
      yamlOnDemand,
      onDemand({ module: /^\.\/remark-engine$/, from: './remark.js', names: ['parseWithRemark'] }),
    ],
  },
  { entryPoints: ['server/src/parsing/markdown/remark-engine.ts'], outfile: 'dist/remark.js' },
  { entryPoints: ['node_modules/yaml/dist/index.js'], outfile: 'dist/yaml.js' },
  {
    ...browser,
    ...usual,
    entryPoints: ['client/src/preview-page/copy-buttons.ts'],
    outfile: 'dist/preview.js',
    format: 'iife',
  },
  ...['report', 'run'].map((name) => ({
    entryPoints: [`client/src/${name}-page/main.ts`, `client/src/${name}-page/page.css`],
    outdir: `dist/${name}`,
    entryNames: '[name]',
    platform: /** @type {const} */ ('browser'),
    target: 'es2022',
    format: /** @type {const} */ ('iife'),
  })),
  ...browserBundles.map((bundle) => ({
    ...browser,
    ...usual,
    ...bundle,
    plugins: [vscodeOnce(), digestInside(bundle.outfile)],
  })),
];

const missing = bundles.flatMap(({ entryPoints }) =>
  /** @type {string[]} */ (entryPoints).filter((entry) => !existsSync(inProject(entry))),
);
if (missing.length > 0) {
  console.error(`Cannot build: ${missing.join(', ')} does not exist.`);
  process.exit(1);
}
/** How many of the bundles are shipped; those of the tests come behind them. */
const shippedBundles = bundles.length;
if (flags.tests) {
  bundles.push({
    entryPoints: await glob(['test/extension/run/index.ts', 'test/extension/suites/**/*.test.ts'], {
      cwd: projectFolder,
    }),
    outdir: 'dist/test/extension',
    outbase: 'test/extension',
    external: ['vscode', 'mocha'],
    minify: false,
  });
}

if (flags.watch) {
  const watched = await Promise.all(
    bundles.map((bundle) => context({ ...node20, ...bundle, logLevel: 'info' })),
  );
  // All built once before the first "build finished", which an editor takes as its sign to start.
  await Promise.all(watched.map((bundle) => bundle.rebuild()));
  await Promise.all(watched.map((bundle) => bundle.watch()));
} else {
  try {
    const results = await Promise.all(
      bundles.map((bundle) => build({ ...node20, ...bundle, metafile: true })),
    );
    const shipped = results.slice(0, shippedBundles).map(({ metafile }) => metafile);
    const packages = bundledPackages(shipped);
    writeFileSync(inProject(noticesFile), noticesOf(packages));
    writeFileSync(inProject(billFile), billOfMaterials(packages, readManifest()));
  } catch (error) {
    // esbuild has printed what is wrong and where; a licence that does not allow bundling has not
    if (!(error instanceof Error && 'errors' in error)) console.error(String(error));
    process.exit(1);
  }
  console.log(bundles.flatMap(({ outfile }) => (outfile === undefined ? [] : [sizeOf(outfile)])).join(', '));
}

/**
 * @param {string} file
 * @returns {string} `dist/cli.js 412 kB (109 kB packed)`
 */
function sizeOf(file) {
  const content = readFileSync(inProject(file));
  const [whole, packed] = [content, deflateRawSync(content)].map(({ length }) => Math.round(length / 1000));
  return `${file} ${String(whole)} kB (${String(packed)} kB packed)`;
}

/**
 * Has a module be taken from a file beside the bundle, when it is needed: compiling it takes longer than what often goes
 * without it, such as to start, to answer from the cache, or to see that a document is none of ours.
 * @param {string} name
 * @param {RegExp} module as it is imported
 * @param {string} file
 * @returns {Plugin}
 */
function apart(name, module, file) {
  return {
    name: `${name}-apart`,
    setup(build) {
      build.onResolve({ filter: module }, () => ({ path: file, external: true }));
    },
  };
}

/**
 * Writes into a bundle what it can be told from others by: in a web worker it cannot look at its own file. The mark and the
 * digest are of one length, so that the source map stays true.
 * @param {string} file
 * @returns {Plugin}
 */
function digestInside(file) {
  return {
    name: 'digest-inside',
    setup(build) {
      build.onEnd(({ errors }) => {
        if (errors.length > 0) return;
        const bundle = readFileSync(inProject(file), 'utf8');
        const digest = createHash('sha256').update(bundle).digest('hex').slice(0, digestMark.length);
        writeFileSync(inProject(file), bundle.replaceAll(digestMark, digest));
      });
    },
  };
}

/**
 * Sets the executable bit after each build.
 * @param {string} file
 * @returns {Plugin}
 */
function executable(file) {
  return {
    name: 'executable',
    setup(build) {
      build.onEnd(({ errors }) => {
        if (errors.length === 0) chmodSync(path.join(projectFolder, file), 0o755);
      });
    },
  };
}

/**
 * Puts the pages about rules into a folder after each build, for `runbook-md explain`.
 * @param {string} folder
 * @returns {Plugin}
 */
function pagesBeside(folder) {
  return {
    name: 'pages-beside',
    setup(build) {
      build.onEnd(({ errors }) => {
        if (errors.length > 0) return;
        rmSync(inProject(folder), { recursive: true, force: true });
        cpSync(inProject('docs/rules'), inProject(folder), { recursive: true });
      });
    },
  };
}
