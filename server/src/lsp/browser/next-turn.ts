/** Turns of a browser's event loop. A timer waits for milliseconds when it is set again and again; a message does not. */

/** Makes a function that settles in the next turn, after messages that have arrived. */
export function nextTurnByMessages(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    waiting.shift()?.();
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
}
