/** Runs tests one after the other, shows and counts each; a failure leaves a picture where there is something to see. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { formatCount, onceMore } from './count.mjs';
import { workFolder } from './project.mjs';

/** @typedef {import('../embedded-editor/browser.d.ts').Page} Page */

/** Ends a suite that will run once more: what comes behind its first failure is tried then. */
class EndOfAttempt extends Error {}

export class Tests {
  #passed = 0;
  #failed = 0;
  #name;
  #say;
  #endsAtFailure = false;
  /** How many were taken. */
  #pictures = 0;
  /**
   * What a failure takes a picture of.
   * @type {Page | undefined}
   */
  page;

  /**
   * @param {string} name begins the names of the pictures
   * @param {(line: string) => void} [say] where results are shown
   */
  constructor(name, say = console.log) {
    this.#name = name;
    this.#say = say;
  }

  get failed() {
    return this.#failed;
  }

  /** @returns {import('./count.mjs').Count} */
  get count() {
    return { passed: this.#passed, failed: this.#failed };
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
      this.#say(`  ✓ ${title} (${Date.now() - start} ms)`);
    } catch (error) {
      this.#failed += 1;
      this.#say(`  ✗ ${title}\n      ${error instanceof Error ? error.message : String(error)}`);
      await this.#takePicture();
      if (this.#endsAtFailure) throw new EndOfAttempt();
    }
  }

  /**
   * Runs several tests, and all of them once more when one failed: a real editor on a busy machine drops a key now and then.
   * What fails both times has failed; what failed once is said. The first time ends at the first failure.
   * @param {string} name
   * @param {(attempt: number) => Promise<void>} body takes the attempt, from 1; one that throws is a failed test
   */
  async suite(name, body) {
    const before = this.count;
    for (const attempt of [1, 2]) {
      this.#passed = before.passed;
      this.#failed = before.failed;
      this.#endsAtFailure = attempt === 1;
      if (attempt > 1) this.#say(onceMore('a test failed', name));
      await body(attempt).catch(async (/** @type {unknown} */ error) => {
        this.#endsAtFailure = false;
        if (!(error instanceof EndOfAttempt))
          await this.run(name, () => {
            throw error;
          });
      });
      this.#endsAtFailure = false;
      if (this.#failed === before.failed) return;
    }
  }

  /** Shows the sum, which is the last line for those that read it. @returns the exit code */
  end() {
    this.#say(formatCount(this.count));
    return this.#failed > 0 ? 1 : 0;
  }

  async #takePicture() {
    if (this.page === undefined) return;
    const picture = path.join(workFolder, 'screenshots', `${this.#name}-failure-${++this.#pictures}.png`);
    mkdirSync(path.dirname(picture), { recursive: true });
    const taken = await this.page.screenshot({ path: picture }).then(
      () => picture,
      (/** @type {unknown} */ error) => `no picture, ${String(error)}`,
    );
    this.#say(`      What it looked like: ${taken}`);
    // a question or menu that is still open is not the next test's
    await this.page.keyboard.press('Escape').catch(() => undefined);
  }
}
