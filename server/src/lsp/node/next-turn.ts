/** Turns of Node's event loop. */

/** Settles in the next turn, after messages that have arrived. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
