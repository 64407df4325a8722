/** Asks at a fixed rate, whether answers come or not: a server that stands still for a second is slow twenty times then, not once. */
import { setTimeout as delay } from 'node:timers/promises';

/**
 * @param {number} interval milliseconds between questions
 * @param {() => Promise<unknown>} ask
 * @param {Promise<unknown>} until when to stop asking; the answers to come are still waited for
 * @returns {Promise<number[]>} how long each answer took, in milliseconds
 */
export async function askAtRate(interval, ask, until) {
  /** @type {Promise<number>[]} */
  const answers = [];
  let over = false;
  const end = until.finally(() => {
    over = true;
  });
  do {
    const start = performance.now();
    answers.push(ask().then(() => performance.now() - start));
    await Promise.race([delay(interval), end]);
  } while (!isOver());
  await end;
  return Promise.all(answers);

  function isOver() {
    return over;
  }
}
