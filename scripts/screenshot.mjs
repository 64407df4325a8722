/**
 * `npm run screenshot [-- --out FILE]`: takes a picture of the packaged extension at work on the examples: squiggles,
 * the Phases tree and a hover.
 */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './embedded-editor/browser.mjs';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { editorAddress, installExtension, startEditorServer } from './embedded-editor/server.mjs';
import { goTo, openFile, runCommand, see, treeRows } from './embedded-editor/workbench.mjs';
import { inProject, workFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { packageExtension } from './support/vsix.mjs';

/** What the picture shows. */
const scene = {
  workspace: inProject('examples'),
  file: 'missing-rollback.md',
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
  options: { out: { type: 'string', default: path.join(workFolder, 'screenshots', 'overview.png') } },
});
const out = path.resolve(values.out);
const folder = temporaryFolder('screenshot');
await takePicture();
report(out);

async function takePicture() {
  const editor = await installEmbeddedEditor(report);
  const vsix = await packageExtension(report);
  const dataFolder = path.join(folder, 'editor');
  // A copy under a telling name: the title of the window shows it.
  const workspace = path.join(folder, path.basename(scene.workspace));
  cpSync(scene.workspace, workspace, { recursive: true });
  await installExtension(editor, dataFolder, vsix.file);
  const server = await startEditorServer(editor, { dataFolder, settings });
  const { page, close } = await openBrowser(editor, viewport);
  try {
    await page.goto(editorAddress(server, workspace));
    await openFile(page, scene.file);
    await runCommand(page, 'Focus on Phases View');
    await see(treeRows(page, 'Phases'), 'the rows of the Phases view');
    await openFile(page, scene.file);
    await goTo(page, scene.line, scene.column);
    await see(page.locator('.squiggly-error, .squiggly-warning, .squiggly-info'), 'a squiggle');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    // the last to come into the hover
    await see(page.locator('.monaco-hover', { hasText: 'Quick Fix' }), 'the hover with its quick fix');
    mkdirSync(path.dirname(out), { recursive: true });
    await page.screenshot({ path: out });
  } finally {
    await close();
    await server.stop();
  }
}
