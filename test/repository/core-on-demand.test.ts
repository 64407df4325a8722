/** What the command line loads before it knows that there is something to be checked. */
import path from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const projectFolder = path.resolve(import.meta.dirname, '../..');

test('the command line loads no rule, no parser and no service before a check asks for them', async () => {
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: ['server/src/cli/main.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const loaded = new Set<string>();
  const visit = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path: other, kind } of metafile.outputs[file]?.imports ?? [])
      if (kind === 'import-statement') visit(other);
  };
  const withCheck = Object.entries(metafile.outputs).filter(
    ([, { inputs }]) => 'server/src/cli/commands/check.ts' in inputs,
  );
  for (const [file] of withCheck) visit(file);
  visit('dist/main.js');
  const sources = [...loaded].flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}));
  expect(sources).toContain('server/src/cli/commands/check.ts');
  expect(
    sources.filter((file) => /src\/(?:lint|parsing|document|index|features|service\.ts)/.test(file)),
  ).toEqual([]);
});
