/** A thread of the command line, once it is started: judges the share that it is given. */
import { parentPort, type MessagePort } from 'node:worker_threads';
import { judgeShare } from './judge-share';
import type { FromThread, Share, ToThread } from './share';

/** Fails where this is no thread that the tool has started. */
export async function workAsThread(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('This is no thread.');
  const share = await new Promise<Share>((resolve) => {
    port.once('message', ({ share: given }: ToThread) => {
      if (given !== undefined) resolve(given);
    });
  });
  const lines = await judgeShare(share, {
    swap(own) {
      const others = othersFrom(port);
      give(port, { kind: 'said', lines: own });
      return others;
    },
  });
  give(port, { kind: 'judged', lines });
}

function give(port: MessagePort, message: FromThread): void {
  port.postMessage(message);
}

function othersFrom(port: MessagePort): Promise<readonly Uint8Array[]> {
  return new Promise((resolve) => {
    port.once('message', ({ others = [] }: ToThread) => {
      resolve(others);
    });
  });
}
