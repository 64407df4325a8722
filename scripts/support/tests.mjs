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
  /** How many were taken. */
  #pictures = 0;
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

  /**
   * Runs several tests, and all of them once more when one failed: a real editor on a busy machine drops a key now and then.
   * What fails both times has failed; what failed once is said.
   * @param {string} name
   * @param {(attempt: number) => Promise<void>} body takes the attempt, from 1; one that throws is a failed test
   */
  async suite(name, body) {
    const before = { passed: this.#passed, failed: this.#failed };
    for (const attempt of [1, 2]) {
      [this.#passed, this.#failed] = [before.passed, before.failed];
      if (attempt > 1) console.log(`  Once more, as a test failed: ${name}`);
      await body(attempt).catch((/** @type {unknown} */ error) =>
        this.run(name, () => {
          throw error;
        }),
      );
      if (this.#failed === before.failed) return;
    }
  }

  /** Shows the sum, which is the last line for those that read it. @returns the exit code */
  end() {
    console.log(formatCount({ passed: this.#passed, failed: this.#failed }));
    return this.#failed > 0 ? 1 : 0;
  }

  async #takePicture() {
    if (this.page === undefined) return;
    const picture = path.join(workFolder, 'screenshots', `${this.#name}-failure-${++this.#pictures}.png`);
    mkdirSync(path.dirname(picture), { recursive: true });
    await this.page.screenshot({ path: picture });
    console.log(`      What it looked like: ${picture}`);
    // a question or menu that is still open is not the next test's
    await this.page.keyboard.press('Escape');
  }
}
