/** The place for caches on each platform. */
import { isAbsolute, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, type Surroundings } from '../../../server/src/disk/cache-folder';

const home = resolve('/home/jo');
const chosen = resolve('/var/caches');

function folderFor(surroundings: Partial<Surroundings>): string | null {
  return cacheFolder({ platform: 'linux', environment: {}, home: () => home, ...surroundings });
}

test('is in .cache where nobody says otherwise', () => {
  expect(folderFor({})).toBe(join(home, '.cache', 'runbook'));
});

test('is below XDG_CACHE_HOME, on every platform', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(folderFor({ platform, environment: { XDG_CACHE_HOME: chosen } })).toBe(join(chosen, 'runbook'));
});

test.each(['', 'relative/caches'])('takes no account of XDG_CACHE_HOME "%s"', (value) => {
  expect(folderFor({ environment: { XDG_CACHE_HOME: value } })).toBe(join(home, '.cache', 'runbook'));
});

test('is in Library/Caches on macOS', () => {
  expect(folderFor({ platform: 'darwin' })).toBe(join(home, 'Library', 'Caches', 'runbook'));
});

test('is in LOCALAPPDATA on Windows, or where that usually is', () => {
  const environment = { LOCALAPPDATA: chosen };
  expect(folderFor({ platform: 'win32', environment })).toBe(join(chosen, 'runbook', 'Cache'));
  expect(folderFor({ platform: 'win32' })).toBe(join(home, 'AppData', 'Local', 'runbook', 'Cache'));
});

test('is nowhere for a user without a home', () => {
  const homeless = (): string => {
    throw new Error('no such user');
  };
  expect(folderFor({ home: homeless })).toBe(null);
});

test('is somewhere here', () => {
  expect(isAbsolute(cacheFolder() ?? '')).toBe(true);
});
