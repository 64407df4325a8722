/** Works through items that lead to more items, several at a time. Knows nothing of what they are. */

/**
 * Visits every item and every item that a visit returns, at most `limit` at a time, in no particular order.
 * Rejects with the first error, and with the reason of `signal` when that is aborted; no visit starts after that.
 */
export function visitConcurrently<T>(
  items: Iterable<T>,
  limit: number,
  signal: AbortSignal | undefined,
  visit: (item: T) => Promise<Iterable<T>>,
): Promise<void> {
  const waiting = [...items];
  let running = 0;
  return new Promise((resolve, reject) => {
    let hasFailed = false;
    const fail = (error: unknown): void => {
      hasFailed = true;
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const proceed = (): void => {
      if (hasFailed) return;
      if (signal?.aborted === true) {
        fail(signal.reason);
        return;
      }
      while (running < limit) {
        const item = waiting.pop();
        if (item === undefined) break;
        running++;
        visit(item).then((more) => {
          running--;
          for (const next of more) waiting.push(next);
          proceed();
        }, fail);
      }
      if (running === 0) resolve();
    };
    proceed();
  });
}
