/**
 * `npm run screenshot [-- --out FILE] [--web]`: takes a picture of the extension at work on the examples: squiggles, the
 * Phases tree and a hover. The packaged extension in the embedded editor, or with `--web` the built one in the web editor.
 */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { openBrowser } from './embedded-editor/browser.mjs';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { editorAddress, installExtension, startEditorServer } from './embedded-editor/server.mjs';
import { goTo, openFromExplorer, runCommand, treeRows } from './embedded-editor/workbench.mjs';
import { see } from './embedded-editor/until.mjs';
import { runQuietly } from './support/process.mjs';
import { inProject, projectFolder, workFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { packageExtension } from './support/vsix.mjs';
import { startWebHost } from './web-editor/host.mjs';
import { installWebEditor } from './web-editor/install.mjs';

/** @typedef {import('./embedded-editor/browser.d.ts').Page} Page */
/** @typedef {import('./embedded-editor/install.mjs').EmbeddedEditor} EmbeddedEditor */

/**
 * An editor with the examples open.
 * @typedef {{ editor: EmbeddedEditor, address: string, stop: () => Promise<void> }} OpenExamples
 */

/** What the picture shows. */
const scene = {
  workspace: inProject('examples'),
  file: 'broken/missing-rollback.md',
  /** From 1; the hover opens here, and the lines around it are in view. */
  line: 58,
  column: 7,
};
const viewport = { width: 1400, height: 900 };
const settings = {
  'workbench.colorTheme': 'Dark Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.lineHeight': 1.6,
  'editor.wordWrap': 'on',
  'editor.hover.delay': 100,
  'explorer.compactFolders': false,
};

/** @type {(message: string) => void} */
const report = (message) => {
  console.log(message);
};
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: path.join(workFolder, 'screenshots', 'overview.png') },
    web: { type: 'boolean', default: false },
  },
});
const out = path.resolve(values.out);
const folder = temporaryFolder('screenshot');
// A copy under a telling name: the title of the window shows it.
const workspace = path.join(folder, path.basename(scene.workspace));
cpSync(scene.workspace, workspace, { recursive: true });
const examples = await (values.web ? openInWebEditor() : openInEmbeddedEditor());
try {
  const { page, close } = await openBrowser(examples.editor, viewport);
  try {
    await page.goto(examples.address);
    await arrange(page);
    mkdirSync(path.dirname(out), { recursive: true });
    await page.screenshot({ path: out });
  } finally {
    await close();
  }
} finally {
  await examples.stop();
}
report(out);

/** @returns {Promise<OpenExamples>} */
async function openInEmbeddedEditor() {
  const editor = await installEmbeddedEditor(report);
  const vsix = await packageExtension(report);
  const dataFolder = path.join(folder, 'editor');
  await installExtension(editor, dataFolder, vsix.file);
  const server = await startEditorServer(editor, { dataFolder, settings });
  return { editor, address: editorAddress(server, workspace), stop: server.stop };
}

/** @returns {Promise<OpenExamples>} */
async function openInWebEditor() {
  const editor = await installWebEditor(report);
  await runQuietly('build the extension', process.execPath, ['scripts/build.mjs'], { cwd: projectFolder });
  const host = await startWebHost(editor, folder, path.basename(workspace), {
    extension: projectFolder,
    settings,
  });
  return { editor: editor.embedded, ...host };
}

/** @param {Page} page */
async function arrange(page) {
  await openFromExplorer(page, scene.file);
  // into an empty part of the status bar: a row under the mouse shows a hover of its own, and text takes the hover away
  await page.mouse.move(viewport.width / 2, viewport.height - 2);
  await runCommand(page, 'Focus on Phases View');
  await see(treeRows(page, 'Phases'), 'the rows of the Phases view');
  await runCommand(page, 'View: Focus Active Editor Group');
  await goTo(page, scene.line, scene.column);
  await see(page.locator('.squiggly-error, .squiggly-warning, .squiggly-info'), 'a squiggle');
  await runCommand(page, 'Show or Focus Hover');
  // the last to come into the hover
  await see(page.locator('.monaco-hover', { hasText: 'Quick Fix' }), 'the hover with its quick fix');
}
