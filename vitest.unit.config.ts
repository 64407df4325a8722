import { configDefaults, defineConfig } from 'vitest/config';
import usual from './vitest.config';
import { together } from './vitest.integration.config';

/** `npm run test:unit`: what takes less than half a minute, which is each part by itself. */
export default defineConfig({ test: { ...usual.test, exclude: [...configDefaults.exclude, ...together] } });
