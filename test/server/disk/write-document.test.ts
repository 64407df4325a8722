import {
  chmodSync,
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Boundary } from '../../../server/src/disk/boundary';
import { nodeFileSystem, type FileSystem } from '../../../server/src/disk/file-system';
import { readDocument } from '../../../server/src/disk/read-document';
import {
  DocumentWriteError,
  writeDocument as writeInside,
  type DocumentChange,
} from '../../../server/src/disk/write-document';
import { link, temporaryFolder } from './temporary-folder';

/** Writes where all files may be written. */
function writeDocument(path: string, change: DocumentChange, fileSystem?: FileSystem): Promise<void> {
  return writeInside(path, change, new Boundary('/'), fileSystem);
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}

async function failureOf(writing: Promise<void>): Promise<DocumentWriteError> {
  const error: unknown = await writing.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DocumentWriteError) return error;
  throw new Error(`Expected a DocumentWriteError, got ${String(error)}`);
}

describe('writing a document', () => {
  test('replaces the file and leaves nothing else in its folder', async () => {
    const folder = temporaryFolder({ 'a.md': 'old\r\n' });
    await writeDocument(join(folder, 'a.md'), { from: 'old\r\n', to: 'new 😀\r\n' });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new 😀\r\n');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test.skipIf(process.platform === 'win32')('keeps the permissions', async () => {
    const file = join(temporaryFolder({ 'a.md': 'old' }), 'a.md');
    for (const mode of [0o600, 0o664, 0o777]) {
      chmodSync(file, mode);
      await writeDocument(file, { from: 'old', to: 'old' });
      expect(statSync(file).mode & 0o7777).toBe(mode);
    }
  });

  test('keeps a byte order mark, which is no part of the text', async () => {
    const file = join(temporaryFolder({ 'a.md': '\uFEFFold' }), 'a.md');
    expect(readDocument(file)).toEqual({ text: 'old' });
    await writeDocument(file, { from: 'old', to: 'new' });
    expect(readFileSync(file, 'utf8')).toBe('\uFEFFnew');
  });

  test('through a symbolic link changes the file and keeps the link', async () => {
    const folder = temporaryFolder({ 'real/a.md': 'old', 'b.md': link('real/a.md') });
    await writeDocument(join(folder, 'b.md'), { from: 'old', to: 'new' });
    expect(lstatSync(join(folder, 'b.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real/a.md'), 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'real'))).toEqual(['a.md']);
  });
});

describe('the owner of a file', () => {
  test.skipIf(process.getuid?.() !== 0)('stays when an administrator writes it', async () => {
    const file = join(temporaryFolder({ 'a.md': 'old' }), 'a.md');
    chownSync(file, 1234, 2345);
    chmodSync(file, 0o640);
    await writeDocument(file, { from: 'old', to: 'new' });
    expect(readFileSync(file, 'utf8')).toBe('new');
    const { uid, gid, mode } = statSync(file);
    expect([uid, gid, mode & 0o7777]).toEqual([1234, 2345, 0o640]);
  });

  const foreign: FileSystem = { ...nodeFileSystem, give: () => Promise.reject(systemError('EPERM')) };

  test('stays when somebody else writes it: it is the same file with another text', async () => {
    const folder = temporaryFolder({ 'a.md': 'a longer old text' });
    const file = join(folder, 'a.md');
    const { ino } = statSync(file);
    await writeDocument(file, { from: 'a longer old text', to: 'new' }, foreign);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).ino).toBe(ino);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('stays, and the old text with it, when that fails halfway', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const file = join(folder, 'a.md');
    let tries = 0;
    const fileSystem: FileSystem = {
      ...foreign,
      overwrite: async (path, bytes) => {
        await nodeFileSystem.overwrite(path, tries === 0 ? bytes.subarray(0, 1) : bytes);
        if (tries++ === 0) throw systemError('ENOSPC');
      },
    };
    expect(await failureOf(writeDocument(file, { from: 'old', to: 'new' }, fileSystem))).toMatchObject({
      reason: 'disk-full',
    });
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('costs no text when nothing can be written any more: the new one lies beside it', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const file = join(folder, 'a.md');
    const fileSystem: FileSystem = { ...foreign, overwrite: () => Promise.reject(systemError('EIO')) };
    await failureOf(writeDocument(file, { from: 'old', to: 'new' }, fileSystem));
    const beside = readdirSync(folder).find((name) => name.endsWith('.tmp')) ?? '';
    expect(readFileSync(join(folder, beside), 'utf8')).toBe('new');
  });
});

describe('a file is left as it is', () => {
  test('when it was changed since it was read', async () => {
    const folder = temporaryFolder({ 'a.md': 'theirs' });
    const error = await failureOf(writeDocument(join(folder, 'a.md'), { from: 'old', to: 'new' }));
    expect(error).toMatchObject({ reason: 'changed', path: join(folder, 'a.md') });
    expect(error.message).toContain('changed on disk');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('theirs');
  });

  test('when it is changed while the new text is being written', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const file = join(folder, 'a.md');
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      writeNew: async (path, bytes, mode) => {
        await nodeFileSystem.writeNew(path, bytes, mode);
        writeFileSync(file, 'theirs');
      },
    };
    expect(await failureOf(writeDocument(file, { from: 'old', to: 'new' }, fileSystem))).toMatchObject({
      reason: 'changed',
    });
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('when it is read-only, even for an administrator', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    chmodSync(join(folder, 'a.md'), 0o444);
    const error = await failureOf(writeDocument(join(folder, 'a.md'), { from: 'old', to: 'new' }));
    expect(error).toMatchObject({
      reason: 'read-only',
      message: 'It is read-only. Make it writable, then try again.',
    });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old');
  });

  test('when a link leads to it from inside of the workspace', async () => {
    const folder = temporaryFolder({
      'out/a.md': 'old',
      'in/a.md': link('../out/a.md'),
      'in/b': link('../out'),
    });
    const boundary = Boundary.of(join(folder, 'in'));
    for (const path of ['in/a.md', 'in/b/a.md']) {
      const error = await failureOf(writeInside(join(folder, path), { from: 'old', to: 'new' }, boundary));
      expect(error).toMatchObject({ reason: 'outside' });
    }
    expect(readFileSync(join(folder, 'out/a.md'), 'utf8')).toBe('old');
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.md']);
  });

  test('when a link comes in its way while the new text is being written', async () => {
    const folder = temporaryFolder({ 'in/a.md': 'old', 'out/a.md': 'old' });
    const file = join(folder, 'in/a.md');
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      writeNew: async (path, bytes, mode) => {
        await nodeFileSystem.writeNew(path, bytes, mode);
        rmSync(file);
        symlinkSync('../out/a.md', file);
      },
    };
    expect(await failureOf(writeDocument(file, { from: 'old', to: 'new' }, fileSystem))).toMatchObject({
      reason: 'changed',
    });
    expect(readFileSync(join(folder, 'out/a.md'), 'utf8')).toBe('old');
  });

  test('when it has vanished: none is created', async () => {
    const folder = temporaryFolder();
    expect(await failureOf(writeDocument(join(folder, 'a.md'), { from: '', to: 'new' }))).toMatchObject({
      reason: 'vanished',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('when the disk is full halfway', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      writeNew: async (path, bytes, mode) => {
        await nodeFileSystem.writeNew(path, bytes.subarray(0, 1), mode);
        throw systemError('ENOSPC');
      },
    };
    const error = await failureOf(
      writeDocument(join(folder, 'a.md'), { from: 'old', to: 'new' }, fileSystem),
    );
    expect(error).toMatchObject({ reason: 'disk-full', message: 'The disk is full. Free some space.' });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test.each<[keyof FileSystem, string, string]>([
    ['realPath', 'EACCES', 'permission'],
    ['status', 'EIO', 'failed'],
    ['assertWritable', 'EROFS', 'read-only'],
    ['writeNew', 'EACCES', 'permission'],
    ['writeNew', 'EDQUOT', 'disk-full'],
    ['give', 'EIO', 'failed'],
    ['replace', 'EPERM', 'permission'],
  ])('when %s fails with %s', async (operation, code, reason) => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      [operation]: () => Promise.reject(systemError(code)),
    };
    const error = await failureOf(
      writeDocument(join(folder, 'a.md'), { from: 'old', to: 'new' }, fileSystem),
    );
    expect(error.reason).toBe(reason);
    expect(error.cause).toMatchObject({ code });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('and the first error is told when cleaning up fails as well', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      writeNew: () => Promise.reject(systemError('ENOSPC')),
      remove: () => Promise.reject(systemError('EIO')),
    };
    expect(
      await failureOf(writeDocument(join(folder, 'a.md'), { from: 'old', to: 'new' }, fileSystem)),
    ).toMatchObject({ reason: 'disk-full' });
  });
});
