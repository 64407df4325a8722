/**
 * Keeps out of a bundle what few runs of it need, although modules import it as any other: it is loaded when one of its exports
 * is first used, in the middle of whatever asks. Reading and compiling a library takes longer than many a run.
 */

/** @typedef {import('esbuild').Plugin} Plugin */

/**
 * @typedef {object} Wanted
 * @property {RegExp} module as it is imported
 * @property {RegExp} [importer] the paths of the files that get it so; all where left out
 * @property {string} from what is loaded in its place, as `require` takes it
 * @property {readonly string[]} names of the exports that are used
 */

/**
 * @param {Wanted} wanted
 * @returns {Plugin}
 */
export function onDemand({ module, importer = /./, from, names }) {
  const contents = [
    'let loaded;',
    `const load = () => (loaded ??= require(${JSON.stringify(from)}));`,
    ...names.map(
      (name) => `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => load().${name} });`,
    ),
  ].join('\n');
  return {
    name: `on-demand-${from}`,
    setup(build) {
      build.onResolve({ filter: module, namespace: 'file' }, ({ importer: file }) =>
        importer.test(file) ? { path: from, namespace: from } : undefined,
      );
      build.onResolve({ filter: /./, namespace: from }, () => ({ path: from, external: true }));
      build.onLoad({ filter: /./, namespace: from }, () => ({ contents, loader: 'js' }));
    },
  };
}
