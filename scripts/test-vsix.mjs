/**
 * Tests what users get: packages the extension, installs the .vsix into a fresh VS Code, and works with it in the
 * real user interface, without any development or test mode.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { installExtension } from './embedded-editor/server.mjs';
import { see } from './embedded-editor/until.mjs';
import { openFile, runCommand, treeRows, webview } from './embedded-editor/workbench.mjs';
import { startSession } from './interface/session.mjs';
import { browser, browserBundles } from './support/bundles.mjs';
import { runQuietly } from './support/process.mjs';
import { bundledEntries, bundledPackages } from './support/notices.mjs';
import { inProject, projectFolder, readManifest } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { Tests } from './support/tests.mjs';
import { packageExtension } from './support/vsix.mjs';

/** @type {(message: string) => void} */
const report = (message) => {
  console.log(message);
};
const tests = new Tests('test-vsix');
const folder = temporaryFolder('vsix');
const workspace = path.join(folder, 'workspace');
const dataFolder = path.join(folder, 'editor');
cpSync(inProject('test', 'workspaces', 'packaged'), workspace, { recursive: true });

const editor = await installEmbeddedEditor(report);
await testPackage();
// Without the extension there is nothing to see, and a minute to wait for it.
if (tests.failed === 0) await testInEditor();
process.exitCode = tests.end();

async function testPackage() {
  await tests.run('it packages and installs', async () => {
    const vsix = await packageExtension(report);
    await installExtension(editor, dataFolder, vsix.file);
  });
  await tests.run('it holds the files that it should, and nothing else', () => {
    /** Folders that are in it as they are here. */
    const whole = { 'dist/rules/': 'docs/rules', 'examples/': 'examples', 'snippets/': 'snippets' };
    let files = filesIn(installedFolder());
    for (const [place, source] of Object.entries(whole)) {
      assert.deepEqual(
        files.filter((file) => file.startsWith(place)),
        filesIn(inProject(source)).map((file) => place + file),
      );
      files = files.filter((file) => !file.startsWith(place));
    }
    const listed = readFileSync(inProject('scripts', 'support', 'vsix-files.txt'), 'utf8');
    assert.deepEqual(files, listed.trim().split('\n'));
  });
  await tests.run('its page shows pictures that are found from anywhere', () => {
    const page = readFileSync(path.join(installedFolder(), 'readme.md'), 'utf8');
    const places = [...page.matchAll(/(?:src|srcset)="([^"]*)"/g)].map(([, place = '']) => place);
    assert.ok(places.length > 1);
    for (const place of places)
      assert.match(place, /^https:\/\/github\.com\/vscode-runbook\/vscode-runbook\/raw\/HEAD\/docs\//);
  });
  await tests.run('it holds a notice of every package that is bundled', async () => {
    const notices = readFileSync(path.join(installedFolder(), 'dist', 'third-party-notices.txt'), 'utf8');
    const packages = await packagesOfBundles();
    assert.ok(packages.length > 20, `only ${String(packages.length)} packages are bundled`);
    for (const { name, version, text } of packages) {
      assert.ok(notices.includes(`\n${name} ${version} (`), `no notice of ${name} ${version}`);
      assert.ok(notices.includes(text), `the licence of ${name} is not whole`);
    }
    // what is bundled is what an audit of production dependencies looks at
    /** @type {{ dependencies: Record<string, string>, devDependencies: Record<string, string> }} */
    const { dependencies, devDependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
    for (const { name } of packages)
      assert.ok(name in dependencies || !(name in devDependencies), `${name} is bundled and no dependency`);
  });
  await tests.run('its command line tool answers', async () => {
    const tool = path.join(installedFolder(), 'dist', 'cli.js');
    const args = [tool, 'check', workspace, '--format', 'json'];
    const env = { ...process.env, XDG_CACHE_HOME: path.join(folder, 'caches') };
    const findings = await runQuietly('run the installed command line tool', process.execPath, args, { env });
    assert.match(findings, /"rule":\s*"dangling-id"/);
  });
}

/** The packages that bundles of the same sources are made of. */
async function packagesOfBundles() {
  const built = await Promise.all([
    build({
      absWorkingDir: projectFolder,
      entryPoints: bundledEntries,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      minify: true,
      external: ['vscode'],
      outdir: path.join(folder, 'bundles'),
      write: false,
      metafile: true,
      logLevel: 'error',
    }),
    ...browserBundles.map((bundle) =>
      build({ ...browser, ...bundle, minify: true, write: false, metafile: true }),
    ),
  ]);
  return bundledPackages(built.map(({ metafile }) => metafile));
}

async function testInEditor() {
  const session = await startSession(editor, { folder, isPackaged: true });
  session.begin(tests);
  const { page, person } = session;
  try {
    await session.open('workspace');
    await tests.run('a finding shows as a squiggle', async () => {
      await openFile(page, 'SoT.OPERATIONS.md');
      await see(page.locator('.squiggly-warning'), 'a squiggle');
      await runCommand(page, 'View: Focus Problems');
      const finding = page.locator('.markers-panel .monaco-list-row', { hasText: 'dangling-id' });
      await see(finding, 'dangling-id in the Problems panel');
    });
    await tests.run('the Phases view shows the phases of a playbook', async () => {
      await openFile(page, 'move-playbook.md');
      await runCommand(page, 'Focus on Phases View');
      for (const phase of ['1: Copy the data', '2: Switch over']) {
        await see(treeRows(page, 'Phases').filter({ hasText: phase }), `the row "${phase}"`);
      }
    });
    const preview = webview(page);
    await tests.run('the preview of a playbook shows its boxes, and the Phases view stays', async () => {
      await runCommand(page, 'View: Focus Active Editor Group');
      await page.keyboard.press('Control+Shift+V');
      await see(preview.locator('.runbook-progress', { hasText: 'checked' }), 'how much of a phase is done');
      await see(preview.locator('.runbook-box'), 'a box');
      await see(treeRows(page, 'Phases').filter({ hasText: '1: Copy the data' }), 'the first phase');
    });
    await tests.run('the preview marks missing identifiers and copies commands', async () => {
      await runCommand(page, 'View: Close All Editors');
      await openFile(page, 'SoT.OPERATIONS.md');
      await page.keyboard.press('Control+Shift+V');
      await see(preview.locator('.runbook-missing'), 'an identifier that is not defined');
      await preview.locator('.runbook-copy').first().click();
      await see(preview.locator('.runbook-copy', { hasText: 'Copied' }), 'that commands are copied');
    });
    await tests.run('a document is created out of its template', async () => {
      await runCommand(page, 'View: Close All Editors');
      await person.newPlaybook('Move the archive');
      await session.saved('move-the-archive-playbook.md', /^# Playbook: Move the archive$/m);
    });
  } finally {
    await session.end();
  }
}

/**
 * The files below a folder, by path, in order.
 * @param {string} root
 */
function filesIn(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** @returns {string} where VS Code has unpacked the extension */
function installedFolder() {
  const { publisher, name, version } = readManifest();
  const extensions = path.join(dataFolder, 'extensions');
  const found = existsSync(extensions)
    ? readdirSync(extensions).find((entry) => entry.startsWith(`${publisher}.${name}-${version}`))
    : undefined;
  assert.ok(found, 'the extension is not installed');
  return path.join(extensions, found);
}
