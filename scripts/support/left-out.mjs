/** What bundles are built without, although modules import it. */

/** @typedef {import('esbuild').Plugin} Plugin */

/**
 * The language client asks whether the editor is new enough for it, which takes a library and some milliseconds: the manifest
 * asks for the same version, and the editor sees to that.
 * @returns {Plugin}
 */
export function withoutVersionCheck() {
  return {
    name: 'without-version-check',
    setup(build) {
      build.onLoad({ filter: /[\\/]semver[\\/]functions[\\/](?:parse|satisfies)\.js$/ }, () => ({
        contents: 'module.exports = () => true;',
      }));
    },
  };
}

/**
 * Leaves out what only editors ask the core: reading it takes as long as checking some documents. Nothing of it is in the types that
 * the command line knows.
 * @returns {Plugin}
 */
export function withoutEditor() {
  return {
    name: 'without-editor',
    setup(build) {
      build.onResolve({ filter: /^\.\/(?:editor-features|offered-to-editors)$/ }, () => ({
        path: 'no-editor',
        namespace: 'no-editor',
      }));
      build.onLoad({ filter: /./, namespace: 'no-editor' }, () => ({
        contents: 'export const createEditorFeatures = () => undefined;',
      }));
    },
  };
}
