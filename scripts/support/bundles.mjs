/** What the bundles for hosts without Node are made of and with, for the build and for the tests that look into them. */
import { projectFolder } from './project.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/**
 * Nothing is external but the editor's own module: what needs Node does not build.
 * @satisfies {BuildOptions}
 */
export const browser = {
  absWorkingDir: projectFolder,
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  logLevel: 'warning',
};

/**
 * The client, which the editor loads as a module, and the server, a script for a web worker.
 * @satisfies {BuildOptions[]}
 */
export const browserBundles = [
  {
    entryPoints: ['client/src/browser/main.ts'],
    outfile: 'dist/browser/extension.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['server/src/lsp/browser/main.ts'],
    outfile: 'dist/browser/server.js',
    format: 'iife',
    // packages that ask the page's document for something have another file for workers, which have none
    conditions: ['worker', 'browser'],
  },
];

/** Bytes that client and server may have together as they are packed in the .vsix. */
export const packedLimit = 1_200_000;
