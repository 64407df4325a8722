import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromRelativePath, toPath, toRelativePath, toUri } from '../../../server/src/disk/paths';
import { toCanonicalUri } from '../../../server/src/files/canonical-uri';

describe.skipIf(process.platform === 'win32')('a path', () => {
  test.each([
    ['/work/a.md', 'file:///work/a.md'],
    ['/work/a b.md', 'file:///work/a%20b.md'],
    ['/work/#1 50%.md', 'file:///work/%231%2050%25.md'],
    ['/work/Größe 😀.md', 'file:///work/Gr%C3%B6%C3%9Fe%20%F0%9F%98%80.md'],
    ['/work/a?b&c+d:e.md', 'file:///work/a%3Fb%26c%2Bd%3Ae.md'],
    ['/work/(a)[b].md', 'file:///work/%28a%29%5Bb%5D.md'],
  ])('%s is written as VS Code writes it', (path, uri) => {
    expect(toUri(path)).toBe(uri);
    expect(toPath(uri)).toBe(path);
  });

  test('comes back from its URI, whatever characters it has', () => {
    const segment = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[/\0]/.test(text));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
        const path = `/${segments.join('/')}`;
        expect(toPath(toUri(path))).toBe(lowerDrive(path));
        expect(toCanonicalUri(toUri(path))).toBe(toUri(path));
      }),
    );
  });
});

/** A first segment such as `C:` reads as a drive letter in a URI, and is written in lower case there. */
function lowerDrive(path: string): string {
  return /^\/[A-Za-z]:/.test(path) ? path.charAt(1).toLowerCase() + path.slice(2) : path;
}

describe('a URI', () => {
  test('of a Windows file has its drive in lower case, encoded', () => {
    expect(toUri('C:/work/a b.md')).toBe('file:///c%3A/work/a%20b.md');
  });

  test.each([
    ['file:///C:/work/a.md', 'file:///c%3A/work/a.md'],
    ['file:///c%3a/work/a.md', 'file:///c%3A/work/a.md'],
    ['file:///work/%28a%29.md', 'file:///work/%28a%29.md'],
    ['file:///work/(a).md', 'file:///work/%28a%29.md'],
    ['file:///work/%C3%BC.md', 'file:///work/%C3%BC.md'],
    ['file:///work/ü.md', 'file:///work/%C3%BC.md'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ])('%s has one spelling: %s', (uri, canonical) => {
    expect(toCanonicalUri(uri)).toBe(canonical);
  });

  test('that names no file has no path', () => {
    for (const uri of [
      'untitled:Untitled-1',
      'git:/work/a.md?x',
      'https://example.com/a.md',
      'no uri',
      '',
      ':',
    ]) {
      expect(toPath(uri)).toBeNull();
    }
  });

  test('of any text never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `file:///${text}`),
        ),
        (text) => {
          const path = toPath(text);
          expect(path === null || typeof path === 'string').toBe(true);
          expect(typeof toCanonicalUri(text)).toBe('string');
        },
      ),
    );
  });
});

describe.skipIf(process.platform === 'win32')('a relative path', () => {
  test.each([
    ['/work', '/work/a/b.md', 'a/b.md'],
    ['/work/', '/work/a.md', 'a.md'],
    ['/work', '/work', ''],
    ['/work', '/work/..a.md', '..a.md'],
    ['/work', '/work-2/a.md', null],
    ['/work', '/', null],
  ])('from %s to %s is %s', (folder, path, expected) => {
    expect(toRelativePath(folder, path)).toBe(expected);
    if (expected !== null) expect(fromRelativePath(folder, expected)).toBe(path);
  });
});
