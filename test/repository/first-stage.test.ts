/** What is loaded with the first Markdown document, wherever it is, stays as small as what it decides. */
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/support/project.mjs';

test('a Markdown document loads a few kilobytes that decide, and no library', async () => {
  const { metafile, outputFiles } = await build({
    absWorkingDir: projectFolder,
    entryPoints: ['client/src/node/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    write: false,
    metafile: true,
    // the second stage, which has a file of its own
    external: ['vscode', './start.js'],
  });
  const inputs = Object.keys(metafile.inputs);
  const own = /^(?:client\/src\/(?:node|wake)|protocol\/src)\//;
  expect(inputs.filter((input) => !own.test(input))).toEqual([]);
  const loaded = Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ path }) => path !== './start.js');
  expect(new Set(loaded.map(({ path }) => path))).toEqual(new Set(['vscode']));
  expect(outputFiles[0]?.contents.length).toBeLessThan(10_000);
});
