/** Waiting for what is true, never for a while: a machine that does other things takes its time. */
import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {import('./browser.d.ts').Locator} Locator */

/** Milliseconds after which what should become true is taken for false. */
export const patience = 60_000;

/** Milliseconds between two questions. */
const interval = 40;

/** Milliseconds after which something is done once more that may have come too early. */
export const step = 3000;

/**
 * Waits until something is to be seen.
 * @param {Locator} locator
 * @param {string} what for the failure: `the squiggle of RUN-077`
 * @throws when it does not appear in time
 */
export async function see(locator, what) {
  await locator
    .first()
    .waitFor({ timeout: patience })
    .catch((/** @type {unknown} */ error) => {
      throw new Error(`Not seen within ${String(patience / 1000)} s: ${what}`, { cause: error });
    });
}

/**
 * Does something until it has its effect. For what the workbench drops while it is busy with itself: a key while the focus
 * moves, a menu that a late focus closes again. Doing it twice must be the same as doing it once.
 * @param {() => Promise<void>} act
 * @param {Locator} effect what is to be seen then
 * @param {string} what for the failure
 */
export async function actUntilSeen(act, effect, what) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    await act();
    const seen = await effect
      .first()
      .waitFor({ timeout: step })
      .then(
        () => true,
        () => false,
      );
    if (seen) return;
  }
  throw new Error(`Not seen within ${String(patience / 1000)} s, however often it was asked for: ${what}`);
}

/**
 * Waits until a question has the wanted answer.
 * @template T
 * @param {() => T | undefined | false | Promise<T | undefined | false>} ask undefined or false: not yet
 * @param {string | (() => string)} what for the failure
 * @returns {Promise<T>}
 */
export async function eventually(ask, what) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end)
      throw new Error(`Not within ${String(patience / 1000)} s: ${typeof what === 'string' ? what : what()}`);
    await delay(interval);
  }
}
