/**
 * `npm run pictures [-- --only SURFACE,…] [--theme THEME,…] [--width 300|wide] [--out FOLDER]`: takes a picture of every
 * surface of the extension in every theme, narrow and wide, and has axe judge the pages. One session of the embedded editor
 * with the packaged extension. `--docs` takes the pictures of README and docs anew; with `--web`, one scene in the web editor.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { frameWith, violationsIn } from './embedded-editor/accessibility.mjs';
import { openBrowser } from './embedded-editor/browser.mjs';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { installExtension, startEditorServer } from './embedded-editor/server.mjs';
import { alerts, rulesFile } from './pictures/alerts.mjs';
import { writeContactSheet } from './pictures/contact-sheet.mjs';
import { documented, documentedFile, documentedThemes } from './pictures/documented.mjs';
import { withoutFolder, withoutRunbooks, withoutServer, withoutTrust } from './pictures/empty.mjs';
import { pages } from './pictures/pages.mjs';
import { runs } from './pictures/runs.mjs';
import { Stage, pictureSettings, themes, viewport } from './pictures/stage.mjs';
import { overview, texts } from './pictures/texts.mjs';
import { views } from './pictures/views.mjs';
import { runQuietly } from './support/process.mjs';
import { inProject, projectFolder, workFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { packageExtension } from './support/vsix.mjs';
import { startWebHost } from './web-editor/host.mjs';
import { installWebEditor } from './web-editor/install.mjs';

/** @typedef {import('./embedded-editor/install.mjs').EmbeddedEditor} EmbeddedEditor */
/** @typedef {import('./pictures/contact-sheet.mjs').Picture} Picture */
/** @typedef {import('./pictures/stage.mjs').Theme} Theme */
/** @typedef {import('./pictures/surface.mjs').Surface} Surface */

/** @type {(message: string) => void} */
const report = (message) => {
  console.log(message);
};
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    theme: { type: 'string' },
    width: { type: 'string' },
    out: { type: 'string', default: path.join(workFolder, 'pictures') },
    docs: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
  },
});
const out = path.resolve(values.out);
const folder = temporaryFolder('pictures');
const dataFolder = path.join(folder, 'editor');
// Copies under telling names: the title of the window shows them.
const examples = path.join(folder, 'examples');
const shop = path.join(folder, 'shop');
const notes = path.join(folder, 'notes');
cpSync(inProject('examples'), examples, { recursive: true });
cpSync(inProject('examples'), shop, { recursive: true });
cpSync(inProject('scripts', 'pictures', 'alert-rules.yaml'), path.join(shop, rulesFile));
cpSync(inProject('test', 'workspaces', 'plain-markdown'), notes, { recursive: true });

/** @type {Picture[]} */
const pictures = [];
let failures = 0;

if (values.web) await takeOverviewInWebEditor();
else await takeAll();
if (pictures.length > 1 && !values.docs) report(writeContactSheet(out, pictures));
process.exitCode = failures > 0 ? 1 : 0;

async function takeAll() {
  const editor = await installEmbeddedEditor(report);
  const vsix = await packageExtension(report);
  if (!values.docs) spoilExamples();
  await takeInServer(editor, vsix.file, { dataFolder }, async (takeIn) => {
    await takeIn(examples, true, [...texts, ...views, ...pages]);
    await takeIn(shop, true, alerts);
    await takeIn(notes, true, withoutRunbooks);
    await takeIn(notes, false, withoutFolder);
    await takeIn(examples, true, runs);
    await takeIn(examples, true, withoutServer(installedServer()));
  });
  if (withoutTrust.some(isWanted)) {
    const untrusted = { dataFolder: path.join(folder, 'untrusted'), workspaceTrust: true };
    await takeInServer(editor, vsix.file, untrusted, (takeIn) => takeIn(notes, true, withoutTrust));
  }
}

/**
 * @param {EmbeddedEditor} editor
 * @param {string} vsix
 * @param {import('./embedded-editor/server.mjs').ServerOptions} options
 * @param {(takeIn: (target: string, isOpen: boolean, surfaces: readonly Surface[]) => Promise<void>) => Promise<void>} takeAllIn
 */
async function takeInServer(editor, vsix, options, takeAllIn) {
  await installExtension(editor, options.dataFolder, vsix);
  const server = await startEditorServer(editor, {
    ...options,
    settings: { ...pictureSettings, 'security.workspace.trust.startupPrompt': 'never' },
  });
  try {
    const { page, close } = await openBrowser(editor, viewport);
    const stage = new Stage(page);
    try {
      await takeAllIn(async (target, isOpen, surfaces) => {
        const wanted = surfaces.filter(isWanted);
        if (wanted.length > 0) await stage.enter(server, target, isOpen);
        for (const surface of wanted) await take(stage, surface);
      });
    } finally {
      await close();
    }
  } finally {
    await server.stop();
  }
}

async function takeOverviewInWebEditor() {
  const editor = await installWebEditor(report);
  await runQuietly('build the extension', process.execPath, ['scripts/build.mjs'], { cwd: projectFolder });
  const host = await startWebHost(editor, folder, path.basename(examples), {
    extension: projectFolder,
    settings: pictureSettings,
  });
  try {
    const { page, close } = await openBrowser(editor.embedded, viewport);
    try {
      await page.goto(host.address);
      await take(new Stage(page), overview);
    } finally {
      await close();
    }
  } finally {
    await host.stop();
  }
}

/** @param {Surface} surface */
function isWanted({ name }) {
  if (values.docs && !(name in documented)) return false;
  return values.only?.split(',').includes(name) ?? true;
}

/**
 * Takes all wanted pictures of a surface: it is arranged once, and stays while colours and widths change.
 * @param {Stage} stage
 * @param {Surface} surface
 */
async function take(stage, surface) {
  try {
    // dragging takes the focus, which closes what pops up, so first of all
    await stage.widen(surface.part, 'wide');
    await surface.arrange(stage);
    for (const width of wantedWidths(surface)) {
      if (surface.part !== 'window') await stage.widen(surface.part, width);
      for (const theme of wantedThemes()) {
        await stage.wear(theme);
        await shoot(stage, surface, theme, width);
      }
    }
  } catch (error) {
    failures += 1;
    report(`✗ ${surface.name}: ${error instanceof Error ? error.message : String(error)}`);
    await stage.shoot('window', path.join(out, `failure-${surface.name}.png`));
  }
  // what was not arranged may have nothing to be cleared
  await surface.clear?.(stage).catch((/** @type {unknown} */ error) => {
    report(`  ${surface.name} could not be cleared: ${String(error)}`);
  });
  await stage.clear();
}

/**
 * @param {Stage} stage
 * @param {Surface} surface
 * @param {Theme} theme
 * @param {'300' | 'wide'} width
 */
async function shoot(stage, { name, part, page, judged }, theme, width) {
  const file = values.docs
    ? inProject(documentedFile(name, theme))
    : path.join(out, `${[name, theme, ...(part === 'window' ? [] : [width])].join('-')}.png`);
  if (page !== undefined) {
    // a preview is made anew for another theme
    await delay(1000);
    await frameWith(stage.page, page);
  }
  await stage.shoot(part, file);
  pictures.push({ surface: name, theme, width, file: path.basename(file) });
  report(`  ${file}`);
  if (page === undefined || judged === undefined) return;
  const violations = await violationsIn(stage.page, page, judged);
  failures += violations.length;
  for (const violation of violations) report(`✗ ${name}, ${theme}: ${violation}`);
}

/** @returns {readonly Theme[]} */
function wantedThemes() {
  if (values.web) return ['dark'];
  if (values.docs) return documentedThemes;
  const wanted = values.theme?.split(',');
  return /** @type {Theme[]} */ (Object.keys(themes)).filter((theme) => wanted?.includes(theme) ?? true);
}

/**
 * @param {Surface} surface
 * @returns {readonly ('300' | 'wide')[]}
 */
function wantedWidths({ part }) {
  if (part === 'window' || values.docs) return ['wide'];
  return /** @type {const} */ (['300', 'wide']).filter((width) => (values.width ?? width) === width);
}

/** Gives the examples what they lack to show every state: a gate that is half met, and a phase without a way back. */
function spoilExamples() {
  const file = path.join(examples, 'playbooks', 'move-orders-to-postgresql-17.md');
  const text = readFileSync(file, 'utf8')
    .replace('- [ ] Three nightly', '- [x] Three nightly')
    .replace(/\*\*Rollback:\*\*\n\n```bash\n# Possible for 30 days[^]*?```\n\n/, '');
  writeFileSync(file, text);
}

/** @returns {string} the file of the server in the installed extension */
function installedServer() {
  const extensions = path.join(dataFolder, 'extensions');
  const installed = readdirSync(extensions).find((name) =>
    existsSync(path.join(extensions, name, 'dist', 'server.js')),
  );
  if (installed === undefined) throw new Error('The extension is not installed');
  return path.join(extensions, installed, 'dist', 'server.js');
}
