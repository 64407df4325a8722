/** Waits for an answer, but not for ever. */

/** A server did not answer within the limit. */
export class TooSlow extends Error {}

/**
 * @template T
 * @param {Promise<T>} answer
 * @param {{ what: string, tool: string, limit: number, ended: Promise<unknown> }} about `limit` in seconds; `ended`: when
 *   the server is gone
 * @returns {Promise<T>}
 * @throws {TooSlow} when there is no answer within the limit
 */
export function within(answer, { what, tool, limit, ended }) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TooSlow(`no answer to ${what} within ${limit} s`));
    }, limit * 1000);
    void ended.then(() => {
      reject(new Error(`${tool} ended instead of answering ${what}.`));
    });
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
