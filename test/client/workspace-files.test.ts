import { describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { WorkspaceFiles, type Files, type FileStat } from '../../client/src/files/workspace-files.js';

/** `FileType` of the editor. */
const file = 1;
const folder = 2;
const link = 64;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What `FileSystemError` of the editor looks like. */
function refusal(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

/** A file system of `memfs://host/ws/`, with all that it is asked for in `asked`. */
class FakeFiles implements Files<URI> {
  readonly asked: string[] = [];
  readonly stats = new Map<string, FileStat | Error>();
  readonly contents = new Map<string, Uint8Array | Error>();
  readonly folders = new Map<string, [string, number][]>();

  add(path: string, text: string, stat: Partial<FileStat> = {}): void {
    this.contents.set(path, bytes(text));
    this.stats.set(path, { type: file, mtime: 2, size: text.length, ...stat });
  }
  parse(uri: string): URI {
    return URI.parse(uri, true);
  }
  isInFolder({ scheme, authority, path }: URI): boolean {
    return scheme === 'memfs' && authority === 'host' && /^\/ws(\/|$)/.test(path);
  }
  stat({ path }: URI): Promise<FileStat> {
    return this.#give(this.stats, path);
  }
  readDirectory({ path }: URI): Promise<[string, number][]> {
    return this.#give(this.folders, path);
  }
  readFile({ path }: URI): Promise<Uint8Array> {
    return this.#give(this.contents, path);
  }
  async #give<Thing>(things: ReadonlyMap<string, Thing | Error>, path: string): Promise<Thing> {
    this.asked.push(path);
    await Promise.resolve();
    const thing = things.get(path) ?? refusal('FileNotFound');
    if (thing instanceof Error) throw thing;
    return thing;
  }
}

describe('reading files', () => {
  test('gives bytes and a stamp, in the order of the question', async () => {
    const files = new FakeFiles();
    files.add('/ws/a.md', 'one');
    files.add('/ws/b c.md', 'two!');
    const answer = await new WorkspaceFiles(files).read({
      uris: ['memfs://host/ws/b%20c.md', 'memfs://host/ws/none.md', 'memfs://host/ws/a.md'],
      largest: 100,
    });
    expect(answer).toEqual([
      { bytes: bytes('two!'), stamp: '2 4' },
      { error: { code: 'not-found' } },
      { bytes: bytes('one'), stamp: '2 3' },
    ]);
  });

  test('does not read what is too large, a folder, or nothing', async () => {
    const files = new FakeFiles();
    files.add('/ws/large.md', '', { size: 101 });
    files.add('/ws/folder', '', { type: folder });
    files.add('/ws/pipe', '', { type: 0 });
    const answer = await new WorkspaceFiles(files).read({
      uris: ['memfs://host/ws/large.md', 'memfs://host/ws/folder', 'memfs://host/ws/pipe'],
      largest: 100,
    });
    expect(answer).toEqual([
      { error: { code: 'too-large', detail: 101 } },
      { error: { code: 'is-a-folder' } },
      { error: { code: 'failed', detail: 'it is not a file' } },
    ]);
    expect(files.asked).toHaveLength(3);
  });

  test('gives nothing of a file that grew beyond the limit meanwhile', async () => {
    const files = new FakeFiles();
    files.add('/ws/a.md', 'x'.repeat(101), { size: 1 });
    const answer = await new WorkspaceFiles(files).read({ uris: ['memfs://host/ws/a.md'], largest: 100 });
    expect(answer).toEqual([{ error: { code: 'too-large', detail: 101 } }]);
  });

  test('gives no more than the file where its bytes are a part of others', async () => {
    const files = new FakeFiles();
    files.add('/ws/a.md', 'abc');
    files.contents.set('/ws/a.md', bytes('secret abc').subarray(7));
    const [answer] = await new WorkspaceFiles(files).read({ uris: ['memfs://host/ws/a.md'], largest: 100 });
    expect(answer).toEqual({ bytes: bytes('abc'), stamp: '2 3' });
    expect(answer).toHaveProperty('bytes.buffer.byteLength', 3);
  });

  test.each([
    ['FileNotFound', 'not-found'],
    ['FileNotADirectory', 'not-a-folder'],
    ['FileIsADirectory', 'is-a-folder'],
    ['NoPermissions', 'no-permission'],
    ['Unavailable', 'unavailable'],
  ])('tells %s as %s', async (code, told) => {
    const files = new FakeFiles();
    files.add('/ws/a.md', '');
    files.contents.set('/ws/a.md', refusal(code));
    const answer = await new WorkspaceFiles(files).read({ uris: ['memfs://host/ws/a.md'], largest: 9 });
    expect(answer).toEqual([{ error: { code: told } }]);
  });

  test('tells any other failure in the words of the file system', async () => {
    const files = new FakeFiles();
    files.stats.set('/ws/a.md', refusal('Unknown', 'the line is dead'));
    const answer = await new WorkspaceFiles(files).read({ uris: ['memfs://host/ws/a.md'], largest: 9 });
    expect(answer).toEqual([{ error: { code: 'failed', detail: 'the line is dead' } }]);
  });
});

describe('nothing outside of the workspace', () => {
  test.each([
    'memfs://host/other/a.md',
    'memfs://elsewhere/ws/a.md',
    'file:///ws/a.md',
    'memfs://host/ws/../other/a.md',
    'memfs://host/ws/%2e%2e/other/a.md',
    'memfs://host/ws/..%2Fother/a.md',
    'memfs://host/ws/..%5Cother/a.md',
    'memfs://host/wsx/a.md',
  ])('is asked for: %s', async (uri) => {
    const files = new FakeFiles();
    const asked = new WorkspaceFiles(files);
    const no = [{ error: { code: 'no-permission' } }];
    expect(await asked.read({ uris: [uri], largest: 100 })).toEqual(no);
    expect(await asked.list({ uris: [uri] })).toEqual(no);
    expect(await asked.stat({ uris: [uri] })).toEqual([null]);
    expect(files.asked).toEqual([]);
  });

  test('is asked for when it is no URI', async () => {
    const files = new FakeFiles();
    const [answer] = await new WorkspaceFiles(files).list({ uris: ['/ws/a.md'] });
    expect(answer).toHaveProperty('error.code', 'failed');
    expect(files.asked).toEqual([]);
  });
});

test('a folder is listed with what links lead to, and one that fails leaves the others', async () => {
  const files = new FakeFiles();
  const bits = (...types: number[]): number => types.reduce<number>((all, one) => all | one, 0);
  files.folders.set('/ws', [
    ['a.md', bits(file)],
    ['sub', bits(folder)],
    ['to-file', bits(file, link)],
    ['to-folder', bits(folder, link)],
    ['to-nothing', bits(link)],
  ]);
  const answer = await new WorkspaceFiles(files).list({ uris: ['memfs://host/ws/gone', 'memfs://host/ws'] });
  expect(answer).toEqual([
    { error: { code: 'not-found' } },
    {
      entries: [
        { name: 'a.md', kind: 'file', isLink: false },
        { name: 'sub', kind: 'folder', isLink: false },
        { name: 'to-file', kind: 'file', isLink: true },
        { name: 'to-folder', kind: 'folder', isLink: true },
        { name: 'to-nothing', kind: 'other', isLink: true },
      ],
    },
  ]);
});

test('the stamp of a file changes with its time and its size', async () => {
  const files = new FakeFiles();
  const stampOf = async (stat: Partial<FileStat>): Promise<unknown> => {
    files.add('/ws/a.md', 'abc', stat);
    return (await new WorkspaceFiles(files).stat({ uris: ['memfs://host/ws/a.md'] }))[0];
  };
  const first = await stampOf({});
  expect(first).toEqual({ kind: 'file', stamp: '2 3' });
  expect(await stampOf({ mtime: 3 })).not.toEqual(first);
  expect(await stampOf({ size: 4 })).not.toEqual(first);
});

test('few files are asked for at once, over all questions', async () => {
  const files = new FakeFiles();
  let now = 0;
  let most = 0;
  const uris = Array.from({ length: 50 }, (_, index) => `memfs://host/ws/${String(index)}.md`);
  const counting: Files<URI> = {
    parse: (uri) => files.parse(uri),
    isInFolder: (uri) => files.isInFolder(uri),
    readDirectory: (uri) => files.readDirectory(uri),
    readFile: (uri) => files.readFile(uri),
    stat: async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now--;
      throw refusal('FileNotFound');
    },
  };
  const asked = new WorkspaceFiles(counting, 4);
  await Promise.all([asked.stat({ uris }), asked.read({ uris, largest: 1 })]);
  expect(most).toBe(4);
});
