/** What the bundles for hosts without Node are made of and with, for the build and for the tests that look into them. */
import { projectFolder } from './project.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {import('esbuild').Plugin} Plugin */

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

/**
 * Gives all modules of a bundle one object for the editor's module. For the sake of default imports each of them would copy
 * the some hundred members of that module, which costs an extension of a hundred modules more than all else that they do.
 * @returns {Plugin}
 */
export function vscodeOnce() {
  return {
    name: 'vscode-once',
    setup(build) {
      build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
        namespace === 'vscode-once'
          ? { path: 'vscode', external: true }
          : { path: 'vscode', namespace: 'vscode-once' },
      );
      build.onLoad({ filter: /^vscode$/, namespace: 'vscode-once' }, () => ({
        contents: "module.exports = Object.create(require('vscode'), { __esModule: { value: true } });",
      }));
    },
  };
}

/** Bytes that client and server may have together as they are packed in the .vsix. */
export const packedLimit = 1_200_000;
