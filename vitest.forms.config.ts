import { defineConfig } from 'vitest/config';

/** `npm run test:forms`: what people get, in each form in which they get it, made of the packages themselves. */
export default defineConfig({
  test: {
    include: ['test/forms/**/*.test.ts'],
    globalSetup: 'test/forms/package-once.ts',
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    // a limit is to end what hangs on a busy machine, not to measure
    expect: { poll: { timeout: 120_000 } },
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
