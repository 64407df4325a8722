/** The editor that pictures are taken of: its window, its colours, and how wide the part of it is that matters. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorAddress } from '../embedded-editor/server.mjs';
import { see } from '../embedded-editor/until.mjs';
import { runCommand } from '../embedded-editor/workbench.mjs';
import { Person } from '../interface/person.mjs';

/** @typedef {import('../embedded-editor/browser.d.ts').Page} Page */

/**
 * The part of the window that a surface is in, which is 300 px wide or wide. A surface of the whole window has one width.
 * @typedef {'side bar' | 'editor' | 'window'} Part
 */

/** A theme of colours: its name in the settings, and the class by which the workbench says that it is on. */
export const themes = {
  light: { setting: 'Light Modern', class: 'vs' },
  dark: { setting: 'Dark Modern', class: 'vs-dark' },
  contrast: { setting: 'Default High Contrast', class: 'hc-black' },
  'contrast-light': { setting: 'Default High Contrast Light', class: 'hc-light' },
};

/** @typedef {keyof typeof themes} Theme */

/** CSS pixels of the window. */
export const viewport = { width: 1400, height: 900 };

/** @type {Readonly<Record<Part, { 300: number, wide: number }>>} */
const sideBarWidths = {
  'side bar': { 300: 300, wide: 640 },
  editor: { 300: viewport.width - 300 - 48, wide: 300 },
  window: { 300: 300, wide: 300 },
};

/** Settings besides the quiet ones. */
export const pictureSettings = {
  'workbench.colorTheme': themes.dark.setting,
  // the status bar would fade from one theme into the next
  'workbench.reduceMotion': 'on',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.lineHeight': 1.6,
  'editor.wordWrap': 'on',
  'editor.hover.delay': 100,
  'explorer.compactFolders': false,
  'files.exclude': { '**/.vscode': true },
};

export class Stage {
  /** @type {Page} */
  page;
  /** The folder that is open, for surfaces that write files; of a window without a folder, where its settings are. */
  workspace = '';
  /** Where settings are that count at once: those of a user count from the next start on. @type {string | undefined} */
  #settingsFile;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Goes to a window.
   * @param {import('../embedded-editor/server.mjs').EditorServer} server
   * @param {string} folder
   * @param {boolean} isOpen whether the window shows the folder, or none
   */
  async enter(server, folder, isOpen) {
    this.workspace = folder;
    this.#settingsFile = isOpen
      ? path.join(folder, '.vscode', 'settings.json')
      : path.join(folder, 'nothing.code-workspace');
    this.#writeSettings({});
    await this.page.goto(editorAddress(server, isOpen ? folder : this.#settingsFile));
    await see(this.page.locator('.monaco-workbench .statusbar'), 'the workbench');
    await new Person(this.page).isThere('Runbook: Focus on Phases View');
  }

  /**
   * Changes the colours of the window. Nothing that is open closes by that.
   * @param {Theme} theme
   */
  async wear(theme) {
    const { setting, class: className } = themes[theme];
    this.#writeSettings({ 'workbench.colorTheme': setting });
    await see(this.page.locator(`.monaco-workbench.${className}`), `the theme ${setting}`);
  }

  /** @param {Record<string, unknown>} settings */
  #writeSettings(settings) {
    if (this.#settingsFile === undefined) return;
    mkdirSync(path.dirname(this.#settingsFile), { recursive: true });
    const content = this.#settingsFile.endsWith('.json') ? settings : { folders: [], settings };
    writeFileSync(this.#settingsFile, JSON.stringify(content));
  }

  /**
   * Drags the edge between side bar and editor.
   * @param {Part} part
   * @param {'300' | 'wide'} width
   */
  async widen(part, width) {
    const box = await this.#box('.part.sidebar');
    const wanted = sideBarWidths[part][width];
    if (Math.abs(box.width - wanted) < 1) return;
    const y = box.y + box.height / 2;
    const edge = box.x + box.width;
    const { mouse } = this.page;
    await mouse.move(edge, y);
    await mouse.down();
    await mouse.move(box.x + wanted + 1, y);
    await mouse.move(box.x + wanted, y);
    await mouse.up();
    await this.restMouse();
  }

  /** Into an empty part of the status bar: a row under the mouse shows a hover of its own, and text takes the hover away. */
  async restMouse() {
    await this.page.mouse.move(viewport.width / 2, viewport.height - 2);
  }

  /**
   * Takes a picture of the part of the window.
   * @param {Part} part
   * @param {string} file
   */
  async shoot(part, file) {
    mkdirSync(path.dirname(file), { recursive: true });
    if (part === 'window') {
      await this.page.screenshot({ path: file });
      return;
    }
    const clip = await this.#box(part === 'editor' ? '.part.editor' : '.part.sidebar');
    await this.page.screenshot({ path: file, clip });
  }

  /** Closes what a surface has opened, so that the next one finds the window as it was. */
  async clear() {
    for (let times = 0; times < 3; times++) await this.page.keyboard.press('Escape');
    await this.restMouse();
    await runCommand(this.page, 'View: Revert and Close Editor');
    await runCommand(this.page, 'View: Close All Editors');
  }

  /** @param {string} selector */
  async #box(selector) {
    const box = await this.page.locator(selector).boundingBox();
    if (box === null) throw new Error(`Nothing is to be seen of ${selector}`);
    return box;
  }
}
