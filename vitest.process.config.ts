import { defineConfig } from 'vitest/config';

/** `npm run test:process`: what starts the built product or git, and mostly waits for it. */
export default defineConfig({
  test: {
    include: ['test/process/**/*.test.ts'],
    globalSetup: 'test/process/build-once.ts',
    pool: 'threads',
    isolate: false,
    // Real processes are slow on a busy machine; a limit is to end what hangs, not to measure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
