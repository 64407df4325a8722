/** In which order documents are sent, and how often. */
import { expect, it } from 'vitest';
import { Background } from '../../../server/src/lsp/background';
import { nextTurn } from '../../../server/src/lsp/node/next-turn';
import { PushQueue } from '../../../server/src/lsp/push-queue';

/** Documents as they are sent, until there are so many; documents named `open…` are open. */
function pushes(count: number, fill: (queue: PushQueue) => void): Promise<string[]> {
  return new Promise((resolve) => {
    const sent: string[] = [];
    const queue = new PushQueue(new Background(nextTurn), {
      push: (uri) => {
        if (sent.push(uri) === count) resolve(sent);
      },
      isOpen: (uri) => uri.startsWith('open'),
      onEmpty: () => undefined,
    });
    fill(queue);
  });
}

it('the document that somebody types in goes first, then open ones, then the rest', async () => {
  const sent = await pushes(5, (queue) => {
    for (const uri of ['a', 'open1', 'b', 'open2']) queue.add(uri);
    queue.addEdited('edited');
  });
  expect(sent).toEqual(['edited', 'open1', 'open2', 'a', 'b']);
});

it('a burst of changes is sent once', async () => {
  const sent = await pushes(2, (queue) => {
    for (let i = 0; i < 3; i++) {
      queue.add('a');
      queue.addEdited('edited');
    }
  });
  expect(sent).toEqual(['edited', 'a']);
});

it('tells once when nothing waits any more', async () => {
  const told: string[] = [];
  await new Promise<void>((resolve) => {
    const queue = new PushQueue(new Background(nextTurn), {
      push: (uri) => told.push(uri),
      isOpen: () => false,
      onEmpty: () => {
        told.push('empty');
        resolve();
      },
    });
    queue.addEdited('a');
    queue.addEdited('b');
  });
  expect(told).toEqual(['a', 'b', 'empty']);
});

it('nothing is sent after the end', async () => {
  const sent: string[] = [];
  const background = new Background(nextTurn);
  const queue = new PushQueue(background, {
    push: (uri) => sent.push(uri),
    isOpen: () => true,
    onEmpty: () => sent.push('the end'),
  });
  queue.addEdited('edited');
  queue.dispose();
  await background.pause();
  expect(sent).toEqual([]);
});

it('background work goes on after a pause, however many messages come', async () => {
  const background = new Background(nextTurn);
  let isOver = false;
  const talk = (): void => {
    background.noteMessage();
    if (!isOver) setImmediate(talk);
  };
  talk();
  await expect(background.pause()).resolves.toBeUndefined();
  isOver = true;
});
