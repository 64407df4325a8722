import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { defineConfig } from 'vitest/config';

/** The unit tests of properties, which are tried more often here. */
const properties = globSync('test/{server,repository}/**/*.test.ts').filter((file) =>
  readFileSync(file, 'utf8').includes("support/runs'"),
);

/** `npm run fuzz`: one thread, so that a time is a time. `npm run test:properties`: the properties alone. */
export default defineConfig({
  test: {
    include: ['test/fuzz/**/*.fuzz.ts', ...properties],
    env: { RUNBOOK_PROPERTIES: 'whole' },
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    testTimeout: 120_000,
  },
});
