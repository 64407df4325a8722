import { setFlagsFromString } from 'node:v8';
import { defineConfig } from 'vitest/config';

// Much code runs, each piece of it for a moment: V8 would spend a third of the time on optimizing what is over by then.
setFlagsFromString('--interrupt-budget=1000000');
// Most of what a test makes is garbage at its end, and need not be copied before.
setFlagsFromString('--max-semi-space-size=64');

export default defineConfig({
  test: {
    // What runs inside VS Code (test/extension) and the grammar tests have runners of their own.
    include: ['test/{server,client,repository,protocol}/**/*.test.ts'],
    // Threads start faster than processes, and the code under test has no native modules.
    pool: 'threads',
    // Tests share nothing but pure modules: loading these once a worker, not once a file, is most of the time.
    isolate: false,
    // vitest would leave a core idle, which is half of two
    maxWorkers: '100%',
    // what a module is made into for the tests depends on its text, the configuration and the lock file, by which it is kept
    experimental: { fsModuleCache: true, fsModuleCachePath: '.vscode-test/vitest-cache' },
    // a limit is to end what hangs on a busy machine, not to measure
    expect: { poll: { timeout: 50_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
