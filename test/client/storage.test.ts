import { expect, test } from 'vitest';
import { URI, Utils } from 'vscode-uri';
import { Storage } from '../../client/src/files/storage.js';

const bytes = new TextEncoder().encode('kept');

function storage(
  write: (path: string) => Promise<void> = () => Promise.resolve(),
  now: () => number = () => 0,
): {
  readonly storage: Storage<URI>;
  readonly saved: Map<string, Uint8Array>;
  readonly problems: string[];
} {
  const saved = new Map<string, Uint8Array>();
  const problems: string[] = [];
  const times = new Map<string, number>();
  const folder = {
    file: (name: string): URI => Utils.joinPath(URI.parse('idb:/kept'), name),
    readFile: ({ path }: URI): Promise<Uint8Array> => {
      const found = saved.get(path);
      return found === undefined ? Promise.reject(new Error('not found')) : Promise.resolve(found);
    },
    writeFile: async ({ path }: URI, content: Uint8Array): Promise<void> => {
      await write(path);
      saved.set(path, content);
      times.set(path, now());
    },
    list: () =>
      Promise.resolve(
        Array.from(times, ([path, time]): [string, number] => [path.slice(path.lastIndexOf('/') + 1), time]),
      ),
    remove: ({ path }: URI) => {
      saved.delete(path);
      times.delete(path);
      return Promise.resolve();
    },
  };
  return { storage: new Storage(folder, (problem) => problems.push(problem), now), saved, problems };
}

test('what was written is read, and what was not is null', async () => {
  const { storage: kept, saved } = storage();
  await kept.write({ name: 'folder1', bytes });
  expect([...saved.keys()]).toEqual(['/kept/folder1']);
  expect(await kept.read({ name: 'folder1' })).toEqual(bytes);
  expect(await kept.read({ name: 'folder2' })).toBeNull();
});

test.each(['', '..', '../x', 'a/b', 'a\\b', 'A', 'a.b', 'a b', 'ä', 'a\n', 'x'.repeat(129)])(
  'nothing is read or written under the name %j',
  async (name) => {
    const { storage: kept, saved, problems } = storage();
    await kept.write({ name, bytes });
    expect(saved.size).toBe(0);
    expect(problems).toHaveLength(1);
    expect(await kept.read({ name })).toBeNull();
  },
);

test('a write that fails is told of, and is no error', async () => {
  const { storage: kept, problems } = storage(() => Promise.reject(new Error('the disk is full')));
  await kept.write({ name: 'folder1', bytes });
  expect(problems).toEqual(['the disk is full']);
});

test('what was not written again for a month is evicted', async () => {
  const day = 24 * 60 * 60 * 1000;
  let now = 0;
  const { storage: kept, saved } = storage(undefined, () => now);
  await kept.write({ name: 'folder1', bytes });
  now = 20 * day;
  await kept.write({ name: 'folder2', bytes });
  now = 40 * day;
  await kept.write({ name: 'folder3', bytes });
  expect([...saved.keys()]).toEqual(['/kept/folder2', '/kept/folder3']);
});
