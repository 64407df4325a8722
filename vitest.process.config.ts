import { defineConfig } from 'vitest/config';

/** `npm run test:process`: what starts the built product or git, and mostly waits for it. */
export default defineConfig({
  test: {
    include: ['test/process/**/*.test.ts'],
    globalSetup: 'test/process/build-once.ts',
    pool: 'threads',
    isolate: false,
    // vitest would leave a core idle
    maxWorkers: '100%',
    // a limit is to end what hangs on a busy machine, not to measure
    expect: { poll: { timeout: 120_000 } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
