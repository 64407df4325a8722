/**
 * Has threads check the documents of a folder, each a share of them, and passes on what they tell each other. Knows nothing of
 * what that is.
 */
import { Worker } from 'node:worker_threads';
import type { FromThread, Share, ToThread } from './share';

/** What the threads found, as lines of `toLine`; null where one of them failed. `program`: absolute path of the tool. */
export function judgeInThreads(
  program: string,
  shares: readonly Share[],
): Promise<readonly Uint8Array[] | null> {
  return new Promise((resolve) => {
    const said = new Map<number, Uint8Array>();
    const judged = new Map<number, Uint8Array>();
    const threads = shares.map(() => new Worker(program, { argv: [] }));
    const end = (outcome: readonly Uint8Array[] | null): void => {
      resolve(outcome);
      for (const thread of threads) void thread.terminate();
    };
    const pass = (): void => {
      for (const [index, thread] of threads.entries()) {
        const others = [...said].flatMap(([from, lines]) => (from === index ? [] : [lines]));
        thread.postMessage({ others } satisfies ToThread);
      }
    };
    for (const [index, share] of shares.entries()) threads[index]?.postMessage({ share } satisfies ToThread);
    for (const [index, thread] of threads.entries()) {
      thread.on('message', ({ kind, lines }: FromThread) => {
        const received = kind === 'said' ? said : judged;
        received.set(index, lines);
        if (received.size < threads.length) return;
        if (kind === 'said') pass();
        else end([...judged.values()]);
      });
      // whatever it is, the check goes on without threads, and says so itself if it meets the same
      for (const event of ['error', 'messageerror', 'exit'])
        thread.on(event, () => {
          if (!judged.has(index)) end(null);
        });
    }
  });
}
