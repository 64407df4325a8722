/** An editor with the built extension, in which a person works. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { openBrowser, openPage } from '../embedded-editor/browser.mjs';
import { editorAddress, startEditorServer, stillSettings } from '../embedded-editor/server.mjs';
import { eventually, see, step } from '../embedded-editor/until.mjs';
import { inProject, projectFolder } from '../support/project.mjs';
import { Person } from './person.mjs';

/** @typedef {import('../embedded-editor/browser.d.ts').Page} Page */
/** @typedef {import('../embedded-editor/install.mjs').EmbeddedEditor} EmbeddedEditor */
/** @typedef {import('../support/tests.mjs').Tests} Tests */

/**
 * @typedef {object} SessionOptions
 * @property {string} folder for the editor's data and the workspaces
 * @property {boolean} [restricted] leaves folders untrusted
 * @property {boolean} [isPackaged] the extension is installed in `editor` of the folder, and nothing is under development
 */

/** What a suite works with. */
export class Session {
  #server;
  #close;
  #isPackaged;
  /** A command that is there once the extension is. */
  #firstCommand = 'Runbook: New Document…';
  /** The folder that is open, or was last. */
  workspace = '';
  /** What counts the tests. @type {Tests | undefined} */
  #tests;
  /** Whether nothing is left out. */
  #isWhole = true;

  /**
   * @param {{ server: import('../embedded-editor/server.mjs').EditorServer, page: Page, close: () => Promise<void> }} parts
   * @param {SessionOptions} options
   */
  constructor({ server, page, close }, { folder, isPackaged }) {
    this.page = page;
    this.person = new Person(page);
    this.#server = server;
    this.#close = close;
    /** For what a suite needs besides its workspace. */
    this.folder = folder;
    this.#isPackaged = isPackaged === true;
  }

  /**
   * Has the tests that come now counted.
   * @param {Tests} tests
   * @param {boolean} [isWhole] whether those run too that the usual tests leave out
   */
  begin(tests, isWhole = true) {
    this.#tests = tests;
    this.#isWhole = isWhole;
    tests.page = this.page;
  }

  /**
   * @param {string} title
   * @param {() => Promise<void>} body
   */
  async test(title, body) {
    if (this.#tests === undefined) throw new Error(`Nobody counts "${title}"`);
    await this.#tests.run(title, body);
  }

  /**
   * A test that the usual tests leave out: what it meets is met by others, and it takes its time. No other test needs it.
   * @param {string} title
   * @param {() => Promise<void>} body
   */
  async testOfWhole(title, body) {
    if (this.#isWhole) await this.test(title, body);
  }

  /**
   * Has extensions speak a language in what is opened from now on; the workbench itself stays English.
   * @param {string} language such as `de`
   * @param {string} firstCommand a command of the extension in that language
   */
  async speak(language, firstCommand) {
    this.#firstCommand = firstCommand;
    // a language pack sets it otherwise
    await this.page.addInitScript({ content: `globalThis._VSCODE_NLS_LANGUAGE = '${language}';` });
  }

  /**
   * Opens a new folder with some files, or no folder.
   * @param {string | undefined} name
   * @param {Readonly<Record<string, string>>} [files] texts by path
   * @param {string} [extension] folder of the extension, where it is not the built one
   */
  async open(name, files = {}, extension = projectFolder) {
    if (name !== undefined) {
      this.workspace = path.join(this.folder, name);
      mkdirSync(this.workspace, { recursive: true });
      for (const [file, text] of Object.entries(files)) this.write(file, text);
    }
    /** @type {[string, string][]} */
    const payload = this.#isPackaged
      ? []
      : [['extensionDevelopmentPath', `vscode-remote://${this.#server.host}${extension.replace(/\/$/, '')}`]];
    await this.page.goto(
      editorAddress(this.#server, name === undefined ? undefined : this.workspace, payload),
    );
    await see(this.page.locator('.monaco-workbench .statusbar'), 'the workbench');
    await this.person.isThere(this.#firstCommand);
  }

  /**
   * Writes a file of the workspace.
   * @param {string} file
   * @param {string} text
   */
  write(file, text) {
    const full = path.join(this.workspace, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  /**
   * The text of a file of the workspace.
   * @param {string} file
   */
  read(file) {
    return readFileSync(path.join(this.workspace, file), 'utf8');
  }

  /**
   * The text of a file once it holds some words.
   * @param {string} file
   * @param {RegExp} words
   * @param {() => Promise<void>} [meanwhile] done before each look at it
   */
  async saved(file, words, meanwhile) {
    const full = path.join(this.workspace, file);
    const now = () => (existsSync(full) ? readFileSync(full, 'utf8') : '');
    return eventually(
      async () => {
        await meanwhile?.();
        const text = now();
        return words.test(text) && text;
      },
      () => `${file} holds ${String(words)}, not: ${now().slice(0, 600)}`,
    );
  }

  /**
   * Waits until a file of the workspace holds a text and nothing else. What is read meanwhile may be cut: it is being written.
   * @param {string} file
   * @param {string} text
   * @param {() => Promise<void>} [meanwhile] done before each look at it
   */
  async becomes(file, text, meanwhile) {
    await eventually(
      async () => {
        await meanwhile?.();
        return this.read(file) === text;
      },
      () => `${file} is\n${text}\nnot\n${this.read(file)}`,
    );
  }

  /**
   * Saves what is open, and waits until a file of the workspace holds some words.
   * @param {string} file
   * @param {RegExp} words
   * @returns {Promise<string>} its text
   */
  async save(file, words) {
    return this.saved(file, words, this.#pressingSave());
  }

  /**
   * Saves what is open, and waits until a file of the workspace holds a text and nothing else.
   * @param {string} file
   * @param {string} text
   */
  async saveAs(file, text) {
    await this.becomes(file, text, this.#pressingSave());
  }

  /** Presses the key to save each time it is asked after a while: a busy editor drops keys, or has its edit late. */
  #pressingSave() {
    let next = 0;
    return async () => {
      if (Date.now() < next) return;
      await this.page.keyboard.press('Control+s');
      next = Date.now() + step;
    };
  }

  /**
   * Opens another window on the folder that is open, which shares nothing but that with the first one.
   * @returns {Promise<{ page: Page, close: () => Promise<void> }>}
   */
  async openBeside() {
    const browser = this.page.context().browser();
    if (browser === null) throw new Error('The page has no browser');
    const { page, close } = await openPage(browser, { width: 1400, height: 900 });
    await page.goto(this.page.url());
    await see(page.locator('.monaco-workbench .statusbar'), 'the workbench of the other window');
    await new Person(page).isThere(this.#firstCommand);
    return { page, close };
  }

  /** Ends the extension hosts of all windows hard, as a crash does. */
  killExtensionHosts() {
    const children = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .flatMap((line) => {
        const [, pid = '', parent = '', args = ''] = /^ *(\d+) +(\d+) +(.*)$/.exec(line) ?? [];
        return parent === String(this.#server.pid) && args.includes('--type=extensionHost')
          ? [Number(pid)]
          : [];
      });
    if (children.length === 0) throw new Error('No extension host runs');
    for (const pid of children) process.kill(pid, 'SIGKILL');
  }

  async end() {
    await this.#close();
    await this.#server.stop();
  }
}

/**
 * What terminals were given, byte by byte.
 * @param {string} folder of the session
 */
export function terminalLog(folder) {
  return path.join(folder, 'terminal.log');
}

/**
 * The files of a folder of `test/workspaces`, by path.
 * @param {string} name
 * @returns {Record<string, string>}
 */
export function workspaceFiles(name) {
  const root = inProject('test', 'workspaces', name);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.\w+$/.test(file),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/**
 * @param {EmbeddedEditor} editor
 * @param {SessionOptions} options
 */
export async function startSession(editor, options) {
  const server = await startEditorServer(editor, {
    dataFolder: path.join(options.folder, 'editor'),
    tests: options.isPackaged !== true,
    workspaceTrust: options.restricted === true,
    settings: {
      ...stillSettings,
      'files.autoSave': 'off',
      'files.eol': '\n',
      'files.simpleDialog.enable': true,
      'explorer.compactFolders': false,
      'security.workspace.trust.startupPrompt': 'never',
      // what is put into a terminal is read, and never run
      'terminal.integrated.profiles.linux': {
        watched: {
          path: process.execPath,
          args: [inProject('scripts', 'interface', 'watched-shell.mjs'), terminalLog(options.folder)],
        },
      },
      'terminal.integrated.defaultProfile.linux': 'watched',
    },
  });
  const { page, close } = await openBrowser(editor, { width: 1400, height: 900 });
  return new Session({ server, page, close }, options);
}
