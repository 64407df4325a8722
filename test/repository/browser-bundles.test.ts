/** What ships for hosts without Node holds nothing that needs it, and stays small. */
import { deflateRawSync } from 'node:zlib';
import { build, type BuildResult } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, browserBundles, packedLimit } from '../../scripts/support/bundles.mjs';

type Built = BuildResult<{ write: false; metafile: true }>;

let built: readonly Built[] = [];

beforeAll(async () => {
  // as for the .vsix
  built = await Promise.all(
    browserBundles.map((bundle) =>
      build({ ...browser, ...bundle, minify: true, write: false, metafile: true }),
    ),
  );
});

describe.each(browserBundles.map(({ outfile }, index) => [outfile, index] as const))('%s', (_, index) => {
  test('imports nothing but the editor', () => {
    const imported = Object.values(built[index]?.metafile.outputs ?? {}).flatMap(({ imports }) => imports);
    const wanted: readonly string[] = index === 0 ? ['vscode'] : [];
    expect([...new Set(imported.map(({ path }) => path))]).toEqual(wanted);
    const required = [
      ...(built[index]?.outputFiles[0]?.text ?? '').matchAll(
        /\b(?:require|import)\(\s*["'`]([^"'`]*)["'`]\s*\)/g,
      ),
    ];
    expect([...new Set(required.map(([, name]) => name))]).toEqual(wanted);
  });

  test('is made of no module of Node and of no disk', () => {
    const inputs = Object.keys(built[index]?.metafile.inputs ?? {});
    expect(inputs.length).toBeGreaterThan(50);
    expect(inputs.filter((input) => /(^|\/)node\/|^node:|server\/src\/(disk|cli)\//.test(input))).toEqual([]);
  });
});

test('both together are small enough as they are packed', () => {
  const packed = built
    .flatMap(({ outputFiles }) => outputFiles)
    .map(({ contents }) => deflateRawSync(contents).length);
  expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(packedLimit);
});
