import { execFileSync } from 'node:child_process';
import { chmodSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyString } from '../../support/any-string';
import { Boundary } from '../../../server/src/disk/boundary';
import { decodeText } from '../../../server/src/files/decode-text';
import { largestDocument } from '../../../server/src/text/document-size';
import { readDocument } from '../../../server/src/disk/read-document';
import { runs } from '../../support/runs';
import { link, temporaryFolder } from './temporary-folder';

function read(content: string | Uint8Array): ReturnType<typeof readDocument> {
  return readDocument(join(temporaryFolder({ 'a.md': content }), 'a.md'));
}

describe('a document', () => {
  test('is its text with its line ends, as an editor shows it', () => {
    expect(read('# Größe 😀\r\n\tx\n')).toEqual({ text: '# Größe 😀\r\n\tx\n' });
    expect(read('')).toEqual({ text: '' });
  });

  test('has no byte order mark in its text, but any later one', () => {
    expect(read('\uFEFF# A\uFEFF')).toEqual({ text: '# A\uFEFF' });
  });

  test('can be read through a symbolic link', () => {
    const folder = temporaryFolder({ 'a.md': 'text', 'b.md': link('a.md') });
    expect(readDocument(join(folder, 'b.md'))).toEqual({ text: 'text' });
  });

  test('is read as far as it goes by now, whatever size it had', () => {
    const text = 'x'.repeat(100_000);
    expect(read(text)).toEqual({ text });
  });
});

describe('a boundary', () => {
  const content = {
    'in/a.md': 'in',
    'out/a.md': 'out',
    'in/b.md': link('../out/a.md'),
    'in/c': link('../out'),
  };

  test('holds what is really inside of it', () => {
    const folder = temporaryFolder({ ...content, 'in/d.md': link('a.md'), work: link('in') });
    for (const root of ['in', 'work']) {
      const boundary = Boundary.of(join(folder, root));
      expect(readDocument(join(folder, root, 'a.md'), boundary)).toEqual({ text: 'in' });
      expect(readDocument(join(folder, root, 'd.md'), boundary)).toEqual({ text: 'in' });
    }
  });

  test('keeps out what links lead to, be it by the file or by a folder above it', () => {
    const folder = temporaryFolder(content);
    const boundary = Boundary.of(join(folder, 'in'));
    for (const path of ['in/b.md', 'in/c/a.md', 'out/a.md'])
      expect(readDocument(join(folder, path), boundary)).toMatchObject({ problem: { reason: 'outside' } });
  });
});

describe('a problem says what is wrong', () => {
  test.each([
    ['Latin-1', [0x61, 0x0a, 0x62, 0xe4, 0x20], 'encoding', 'invalid byte at offset 4, line 2'],
    ['a lone continuation byte', [0x61, 0x80, 0x61], 'encoding', 'invalid byte at offset 1, line 1'],
    [
      'a character cut off at the end',
      [0x61, 0xf0, 0x9f, 0x98],
      'encoding',
      'invalid byte at offset 4, line 1',
    ],
    ['a surrogate in UTF-8', [0xed, 0xa0, 0x80], 'encoding', 'invalid byte at offset 1, line 1'],
    ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0], 'encoding', 'It is UTF-16 text. Save it as UTF-8.'],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61], 'encoding', 'It is UTF-16 text. Save it as UTF-8.'],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 'encoding', 'It is UTF-32 text. Save it as UTF-8.'],
    ['binary data', [0x61, 0x62, 0, 0xff], 'binary', 'NUL byte at offset 2'],
  ])('about %s', (_, bytes, reason, message) => {
    const expected: unknown = expect.stringContaining(message);
    expect(read(new Uint8Array(bytes))).toEqual({ problem: { reason, message: expected } });
  });

  test('about what is no file', () => {
    const folder = temporaryFolder({ 'folder.md/a.txt': '' });
    expect(readDocument(join(folder, 'folder.md'))).toEqual({
      problem: { reason: 'not-a-file', message: 'It is a folder, not a file.' },
    });
    expect(readDocument(join(folder, 'gone.md'))).toEqual({
      problem: { reason: 'vanished', message: 'It does not exist.' },
    });
  });

  test.skipIf(process.platform === 'win32')('about a pipe, without waiting for it', () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    expect(readDocument(join(folder, 'pipe.md'))).toMatchObject({ problem: { reason: 'not-a-file' } });
  });

  test.skipIf(process.platform === 'win32')('about devices and sockets', async () => {
    expect(readDocument('/dev/zero')).toMatchObject({ problem: { reason: 'not-a-file' } });
    const socket = join(temporaryFolder(), 'socket.md');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    expect(readDocument(socket)).toMatchObject({ problem: { reason: 'not-a-file' } });
    server.close();
  });

  test.skipIf(process.platform !== 'linux')('about a file that does not tell its size and has no end', () => {
    expect(readDocument('/proc/self/pagemap')).toMatchObject({ problem: {} });
  });

  test('about a file that is absurdly large', () => {
    const file = join(temporaryFolder({ 'a.md': '' }), 'a.md');
    truncateSync(file, largestDocument + 1);
    expect(readDocument(file)).toMatchObject({ problem: { reason: 'too-large' } });
  });

  test.skipIf(process.getuid?.() === 0)('about missing permission', () => {
    const file = join(temporaryFolder({ 'a.md': 'x' }), 'a.md');
    chmodSync(file, 0o000);
    expect(readDocument(file)).toMatchObject({ problem: { reason: 'permission' } });
  });
});

test('any bytes are either text that gives the same bytes again, or a problem', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), anyString().map(encode)), (bytes) => {
      const decoded = decodeText(bytes);
      if ('text' in decoded) {
        const again = encode((decoded.hasByteOrderMark ? '\uFEFF' : '') + decoded.text);
        expect([...again]).toEqual([...bytes]);
      } else {
        expect(decoded.message).not.toBe('');
      }
    }),
    { numRuns: runs(100) },
  );
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
