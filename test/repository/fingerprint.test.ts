/** Holds what scripts know results again by: the content of what they are made of, wherever the checkout is. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint, isStamped, stamp } from '../../scripts/support/fingerprint.mjs';
import { fill, temporaryFolder } from '../server/disk/temporary-folder';

const content = { 'package.json': '{}', 'src/a.ts': 'a', 'src/deep/b.ts': 'b' };
const inputs = ['package.json', 'src'];

describe('the fingerprint of files', () => {
  it('is the same for the same content in another folder', () => {
    const [here, there] = [temporaryFolder(content), temporaryFolder(content)];
    expect(fingerprint(there, inputs)).toBe(fingerprint(here, inputs));
  });

  it.each<readonly [string, (folder: string) => void]>([
    [
      'another content',
      (folder) => {
        fill(folder, { 'src/deep/b.ts': 'c' });
      },
    ],
    [
      'another name',
      (folder) => {
        renameSync(join(folder, 'src', 'a.ts'), join(folder, 'src', 'c.ts'));
      },
    ],
    [
      'another folder inside',
      (folder) => {
        renameSync(join(folder, 'src', 'deep'), join(folder, 'src', 'deeper'));
      },
    ],
    [
      'one file more',
      (folder) => {
        fill(folder, { 'src/c.ts': '' });
      },
    ],
    [
      'one file less',
      (folder) => {
        rmSync(join(folder, 'package.json'));
      },
    ],
    [
      'what is moved from one file to the next',
      (folder) => {
        fill(folder, { 'src/a.ts': '', 'src/deep/b.ts': 'ab' });
      },
    ],
  ])('is another one for %s', (_, change) => {
    const folder = temporaryFolder(content);
    const before = fingerprint(folder, inputs);
    change(folder);
    expect(fingerprint(folder, inputs)).not.toBe(before);
  });

  it('takes account of other things that the result depends on', () => {
    const folder = temporaryFolder(content);
    const of = (...values: readonly string[]): string => fingerprint(folder, inputs, values);
    expect(new Set([of(), of('linux-x64'), of('linux', 'x64')]).size).toBe(3);
  });

  it('takes no account of what it was not asked for', () => {
    const folder = temporaryFolder(content);
    const before = fingerprint(folder, inputs);
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'out.js'), '1');
    expect(fingerprint(folder, inputs)).toBe(before);
  });
});

it('a stamp says what a result was made of, and nothing where there is none', () => {
  const file = join(temporaryFolder(), 'dist', 'stamp');
  expect(isStamped(file, 'one')).toBe(false);
  stamp(file, 'one');
  expect(isStamped(file, 'one')).toBe(true);
  expect(isStamped(file, 'two')).toBe(false);
});
