/** Runs tests one after the other, shows and counts each; a failure leaves a picture where there is something to see. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { formatCount } from './count.mjs';
import { workFolder } from './project.mjs';

/** @typedef {import('../embedded-editor/browser.d.ts').Page} Page */

export class Tests {
  #passed = 0;
  #failed = 0;
  #name;
  /**
   * What a failure takes a picture of.
   * @type {Page | undefined}
   */
  page;

  /** @param {string} name begins the names of the pictures */
  constructor(name) {
    this.#name = name;
  }

  get failed() {
    return this.#failed;
  }

  /**
   * @param {string} title
   * @param {() => void | Promise<void>} body
   */
  async run(title, body) {
    const start = Date.now();
    try {
      await body();
      this.#passed += 1;
      console.log(`  ✓ ${title} (${Date.now() - start} ms)`);
    } catch (error) {
      this.#failed += 1;
      console.log(`  ✗ ${title}\n      ${error instanceof Error ? error.message : String(error)}`);
      await this.#takePicture();
    }
  }

  /** Shows the sum, which is the last line for those that read it. @returns the exit code */
  end() {
    console.log(formatCount({ passed: this.#passed, failed: this.#failed }));
    return this.#failed > 0 ? 1 : 0;
  }

  async #takePicture() {
    if (this.page === undefined) return;
    const picture = path.join(workFolder, 'screenshots', `${this.#name}-failure-${this.#failed}.png`);
    mkdirSync(path.dirname(picture), { recursive: true });
    await this.page.screenshot({ path: picture });
    console.log(`      What it looked like: ${picture}`);
    // a question or menu that is still open is not the next test's
    await this.page.keyboard.press('Escape');
  }
}
