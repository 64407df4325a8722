/** Asks at a fixed rate, whether answers come or not: a server that stands still for a second is slow twenty times then, not once. */
import { setTimeout as delay } from 'node:timers/promises';

/**
 * @param {number} interval milliseconds between questions
 * @param {() => Promise<unknown>} ask
 * @param {Promise<unknown>} until when to stop asking; the answers to come are still waited for
 * @returns {Promise<number[]>} how long each answer took, in milliseconds
 */
export async function askAtRate(interval, ask, until) {
  /** @type {Promise<{ time: number } | { error: unknown }>[]} */
  const answers = [];
  const asking = { over: false };
  const end = until.finally(() => {
    asking.over = true;
  });
  while (!asking.over) {
    const start = performance.now();
    answers.push(
      ask().then(
        () => ({ time: performance.now() - start }),
        (/** @type {unknown} */ error) => ({ error }),
      ),
    );
    await Promise.race([delay(interval), end]);
  }
  const settled = await Promise.all(answers);
  return settled.map((answer) => {
    if ('error' in answer) throw answer.error;
    return answer.time;
  });
}
