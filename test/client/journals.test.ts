import { describe, expect, test } from 'vitest';
import { Journals } from '../../client/src/files/journals';
import type { StorageFolder } from '../../client/src/files/storage';

/** A folder in memory, which is not there before something is written. */
function folder(): StorageFolder<string> & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    file: (name) => `store:/${name}`,
    readFile: (uri) => Promise.resolve(files.get(uri) ?? new Uint8Array()),
    writeFile: (uri, bytes) => Promise.resolve(void files.set(uri, bytes)),
    list: () =>
      files.size === 0
        ? Promise.reject(new Error('no folder'))
        : Promise.resolve([...files.keys()].map((uri) => [uri.slice('store:/'.length), 0] as const)),
    remove: (uri) => Promise.resolve(void files.delete(uri)),
  };
}

describe('journals in the storage of the editor', () => {
  test('are listed, read and removed by the name of the run', async () => {
    const journals = new Journals(folder());
    expect(await journals.list()).toEqual([]);
    expect(await journals.read({ run: 'a-1' })).toBe('');
    await journals.write({ run: 'a-1', text: 'eins\nzwölf\n' });
    expect(await journals.list()).toEqual(['a-1']);
    expect(await journals.read({ run: 'a-1' })).toBe('eins\nzwölf\n');
    await journals.remove({ run: 'a-1' });
    await journals.remove({ run: 'a-1' });
    expect(await journals.list()).toEqual([]);
  });

  test('have no names that lead out of the folder', async () => {
    const store = folder();
    const journals = new Journals(store);
    await expect(journals.write({ run: '../x', text: 'x' })).rejects.toThrow('no name of a run');
    await expect(journals.read({ run: 'a/b' })).rejects.toThrow('no name of a run');
    expect(store.files.size).toBe(0);
  });

  test('that cannot be read or written are errors, not empty', async () => {
    const store = folder();
    const journals = new Journals({
      ...store,
      readFile: () => Promise.reject(new Error('locked')),
      writeFile: () => Promise.reject(new Error('full')),
    });
    store.files.set('store:/a-1.journal', new Uint8Array());
    await expect(journals.read({ run: 'a-1' })).rejects.toThrow('locked');
    await expect(journals.write({ run: 'a-1', text: 'x' })).rejects.toThrow('full');
  });
});
