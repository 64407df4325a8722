/** Waiting in extension tests: for what happens in its own time, without a fixed pause. */

const interval = 50;

/**
 * Waits until a predicate holds.
 * @param predicate asked again and again; its last error becomes the cause of the failure
 * @param message what should have become true, for the failure: `the squiggle appears`
 * @param limit milliseconds to wait at most
 * @throws when the predicate does not hold in time
 */
export async function eventually(
  predicate: () => boolean | Promise<boolean>,
  message: string,
  limit = 45_000,
): Promise<void> {
  let cause: unknown;
  for (let waited = 0; waited < limit; waited += interval) {
    try {
      if (await predicate()) return;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(interval);
  }
  throw new Error(`did not happen within ${String(limit / 1000)} s: ${message}`, { cause });
}

/**
 * Lets time pass in which something must not happen.
 * @param milliseconds at least this long
 */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
