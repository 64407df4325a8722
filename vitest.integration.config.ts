import { defineConfig } from 'vitest/config';
import usual from './vitest.config';

/**
 * The parts put together in one process: the command line, the server over a connection, runs, pages, what is documented, and
 * the repository.
 */
export const together = [
  'test/server/*.test.ts',
  'test/server/{cli,docs,files,lsp,run}/**/*.test.ts',
  'test/client/{report-page,run-page}/**/*.test.ts',
  'test/repository/**/*.test.ts',
];

/** `npm run test:integration` */
export default defineConfig({ test: { ...usual.test, include: together } });
