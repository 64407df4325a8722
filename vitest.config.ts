import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // What runs inside VS Code (test/extension) and the grammar tests have runners of their own.
    include: ['test/{server,client,repository,protocol}/**/*.test.ts'],
    // Threads start faster than processes, and the code under test has no native modules.
    pool: 'threads',
    // Tests share nothing but pure modules: loading these once a worker, not once a file, is most of the time.
    isolate: false,
    // Real processes are slow on a busy machine; a limit is to end what hangs, not to measure.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
