import { defineConfig } from 'vitest/config';

/** `npm run fuzz`: one thread, so that a time is a time. */
export default defineConfig({
  test: {
    include: ['test/fuzz/**/*.fuzz.ts'],
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
  },
});
