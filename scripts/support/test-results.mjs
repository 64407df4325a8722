/**
 * Shows the results that the runner inside VS Code tells of as they come, and counts them.
 */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {import('./count.mjs').Count} Count */
/** @typedef {import('../../test/extension/run/test-event.js').TestEvent} TestEvent */

export class Results {
  #passed = 0;
  #failed = 0;
  #complete = false;
  #say;

  /** @param {(line: string) => void} [say] where results are shown */
  constructor(say = console.log) {
    this.#say = say;
  }

  /** Whether the runner has said that all its tests have run. */
  get complete() {
    return this.#complete;
  }

  /** @returns {Count} */
  get count() {
    return { passed: this.#passed, failed: this.#failed };
  }

  /**
   * Shows and counts a failure.
   * @param {string} title
   * @param {string} reason
   */
  fail(title, reason) {
    this.#failed += 1;
    this.#say(`  ✗ ${title}\n${reason.replace(/^/gm, '      ')}`);
  }

  /** @param {TestEvent} event */
  show(event) {
    switch (event.type) {
      case 'pass':
        this.#passed += 1;
        this.#say(`  ✓ ${event.title} (${String(event.milliseconds)} ms)`);
        break;
      case 'fail':
        this.fail(event.title, event.reason);
        break;
      case 'skip':
        this.#say(`  - ${event.title}`);
        break;
      case 'end':
        this.#complete = true;
        break;
    }
  }
}

/** Follows results in a file. */
export class ResultReader extends Results {
  #file;
  #linesRead = 0;

  /** @param {string} file of one {@link TestEvent} a line; may not exist yet */
  constructor(file) {
    super();
    this.#file = file;
  }

  /** Shows what has been added to the file since the last call. */
  read() {
    if (!existsSync(this.#file)) return;
    // What follows the last line feed is still being written.
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    for (const line of lines.slice(this.#linesRead)) this.show(JSON.parse(line));
    this.#linesRead = lines.length;
  }
}
