/**
 * A window of the embedded editor that runs tests of an extension in its Node extension host: one group of them after the
 * other, since the editor and its browser take longer to start than most groups take. Knows no runner of tests.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { openBrowser } from './browser.mjs';
import { editorAddress, startEditorServer } from './server.mjs';

/** @typedef {import('./browser.d.ts').Page} Page */
/** @typedef {import('./install.mjs').EmbeddedEditor} EmbeddedEditor */
/** @typedef {import('./server.mjs').EditorServer} EditorServer */

/**
 * @typedef {object} Run
 * @property {string} [folder] to open
 * @property {readonly string[]} extensions folders of extensions under development
 * @property {readonly string[]} tests modules that export `run`, as VS Code loads them
 */

/** The code of a run that does not come to its end. */
export const timeoutCode = 124;

/** Seconds that one run may take. */
const limit = Number(process.env['RUNBOOK_TEST_TIMEOUT'] ?? 900);

export class TestWindow {
  #page;
  #close;
  #server;
  /** @type {(code: number) => void} */
  #end = () => undefined;

  /**
   * @param {Page} page
   * @param {() => Promise<void>} close
   * @param {EditorServer} server
   */
  constructor(page, close, server) {
    this.#page = page;
    this.#close = close;
    this.#server = server;
  }

  /**
   * Starts the editor and its browser.
   * @param {EmbeddedEditor} editor
   * @param {Pick<import('./server.mjs').ServerOptions, 'dataFolder' | 'settings' | 'env'>} options
   * @returns {Promise<TestWindow>}
   */
  static async open(editor, options) {
    const server = await startEditorServer(editor, { ...options, tests: true });
    try {
      const { page, close } = await openBrowser(editor);
      const window = new TestWindow(page, close, server);
      await page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
          if (process.env['RUNBOOK_VERBOSE'] === '1') console.error(`[${type}]`, ...values);
        },
      );
      await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
        window.#end(code);
      });
      return window;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /**
   * @param {Run} run
   * @returns {Promise<number>} the code with which VS Code ended it: 0 when all tests passed
   */
  async run({ folder, extensions, tests }) {
    const server = this.#server;
    /** @type {Promise<{ code: number, why?: string }>} */
    const ended = new Promise((resolve) => {
      this.#end = (code) => {
        resolve({ code });
      };
    });
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const timedOut = new Promise((resolve) => {
      timer = setTimeout(resolve, limit * 1000);
    }).then(() => ({
      code: timeoutCode,
      why: `The tests did not end within ${String(limit)} s; the server says:`,
    }));
    const stopped = server.exited.then((code) => ({
      code: 1,
      why: `VS Code's server ended with code ${String(code)}:`,
    }));
    const address = editorAddress(server, folder === undefined ? undefined : path.resolve(folder), [
      ...extensions.map((file) => pathParameter(server, 'extensionDevelopmentPath', file)),
      ...tests.map((file) => pathParameter(server, 'extensionTestsPath', withExtension(file))),
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]);
    try {
      // tests may end while the page is still loading
      const loaded = this.#page.goto(address).then(() => ended);
      const { code, why } = await Promise.race([ended, loaded, timedOut, stopped]);
      if (why !== undefined) console.error(`${why}\n${server.log().slice(-3000)}`);
      return code;
    } finally {
      clearTimeout(timer);
    }
  }

  async close() {
    await this.#close();
    await this.#server.stop();
  }
}

/**
 * @param {EditorServer} server
 * @param {string} name
 * @param {string} file
 * @returns {readonly [string, string]}
 */
function pathParameter(server, name, file) {
  return [name, `vscode-remote://${server.host}${encodeURI(path.resolve(file))}`];
}

/**
 * Desktop VS Code takes a module name, the server's extension host wants the file.
 * @param {string} module
 */
function withExtension(module) {
  return existsSync(module) ? module : `${module}.js`;
}
