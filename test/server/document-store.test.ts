import { describe, expect, it } from 'vitest';
import { DocumentStore } from '../../server/src/document-store';

const long = 'x'.repeat(900_000);

describe('texts of files that can be read again', () => {
  it('are read again when there are too many to keep', () => {
    const asked: string[] = [];
    const store = new DocumentStore((uri) => {
      asked.push(uri);
      return `${long}${uri}`;
    });
    for (const uri of ['a', 'b', 'c']) store.putOnDisk(uri, `${long}${uri}`);
    expect(store.textOf('c')).toBe(`${long}c`);
    expect(asked).toEqual([]);
    expect(store.textOf('a')).toBe(`${long}a`);
    expect(asked).toEqual(['a']);
    expect([...store.uris()]).toEqual(['a', 'b', 'c']);
  });

  it('keep what was used last', () => {
    const asked: string[] = [];
    const store = new DocumentStore((uri) => {
      asked.push(uri);
      return long;
    });
    store.putOnDisk('a', long);
    store.putOnDisk('b', long);
    store.textOf('a');
    store.putOnDisk('c', long);
    store.textOf('a');
    expect(asked).toEqual([]);
    store.textOf('b');
    expect(asked).toEqual(['b']);
  });

  it('are gone when the file is', () => {
    const store = new DocumentStore(() => undefined);
    for (const uri of ['a', 'b', 'c']) store.putOnDisk(uri, long);
    expect(store.textOf('a')).toBeUndefined();
    store.removeFromDisk('c');
    expect(store.textOf('c')).toBeUndefined();
    expect([...store.uris()]).toEqual(['a', 'b']);
  });

  it('lie below what is open', () => {
    const store = new DocumentStore(() => 'disk');
    store.putOnDisk('a', 'disk');
    store.open('a', { text: 'open', version: 1 });
    expect(store.textOf('a')).toBe('open');
    store.close('a');
    expect(store.textOf('a')).toBe('disk');
  });

  it('are all kept where nobody can read them', () => {
    const store = new DocumentStore();
    for (const uri of ['a', 'b', 'c', 'd']) store.putOnDisk(uri, long);
    expect(store.textOf('a')).toBe(long);
  });
});
