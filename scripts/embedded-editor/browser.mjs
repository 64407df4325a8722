/**
 * Opens the browser in which tests and screenshots see the embedded editor.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

/** @typedef {import('./install.mjs').EmbeddedEditor} EmbeddedEditor */
/** @typedef {import('./browser.d.ts').Browser} Browser */
/** @typedef {import('./browser.d.ts').Page} Page */
/** @typedef {import('./browser.d.ts').Playwright} Playwright */

/** Milliseconds for what is not given a time of its own: a page to load, an element to go. */
const patience = 120_000;

/** Without a sandbox, because containers and root have none; nothing but our own loopback pages is opened. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens an empty page in a new headless browser.
 * @param {EmbeddedEditor} editor
 * @param {{ width: number, height: number }} [viewport] in CSS pixels
 * @returns {Promise<{ page: Page, close: () => Promise<void> }>}
 * @throws with advice when no browser starts
 */
export async function openBrowser(editor, viewport = { width: 1280, height: 800 }) {
  const browser = await startBrowser(editor);
  const { page } = await openPage(browser, viewport);
  return { page, close: () => browser.close() };
}

/**
 * Opens an empty page that shares nothing with others.
 * @param {Browser} browser
 * @param {{ width: number, height: number }} [viewport] in CSS pixels
 * @returns {Promise<{ page: Page, close: () => Promise<void> }>}
 */
export async function openPage(browser, viewport = { width: 1280, height: 800 }) {
  // older editors read the clipboard of the browser, which asks a person otherwise
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  context.setDefaultTimeout(patience);
  context.setDefaultNavigationTimeout(patience);
  return { page: await context.newPage(), close: () => context.close() };
}

/**
 * Starts a headless browser.
 * @param {EmbeddedEditor} editor
 * @returns {Promise<Browser>}
 * @throws with advice when none starts
 */
export async function startBrowser(editor) {
  const require = createRequire(import.meta.url);
  /** @type {Playwright} */
  const { chromium } = require(path.join(editor.packages, 'playwright-core'));
  const { executable, environment } = editor.browser;
  return chromium
    .launch({
      ...(executable === undefined ? { channel: 'chrome' } : { executablePath: executable }),
      headless: true,
      timeout: patience,
      args: switches,
      env: { ...process.env, ...environment },
    })
    .catch((/** @type {unknown} */ error) => {
      throw new Error(
        `No browser could be started${executable === undefined ? ' (looked for an installed Chrome)' : `: ${executable}`}. ` +
          'Name a Chrome or Chromium in the environment variable RUNBOOK_CHROMIUM.',
        { cause: error },
      );
    });
}
