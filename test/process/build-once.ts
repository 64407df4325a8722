/** Builds the product once for the tests of all files, and removes it behind the last. */
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildProduct } from '../support/built-product';

/** Called by vitest before it runs the tests; what it returns is called behind them. */
export default async function buildOnce({ provide }: TestProject): Promise<() => void> {
  const { server, remove } = await buildProduct();
  provide('product', path.dirname(server));
  return remove;
}
