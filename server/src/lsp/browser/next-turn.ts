/** Turns of a browser's event loop. A timer waits for milliseconds when it is set again and again; a message does not. */

const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  waiting.shift()?.();
};

/** Settles in the next turn, after messages that have arrived. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
