import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkByCli, checkByServer, describeRow } from '../support/both-faces';
import { productForTests } from '../support/built-product';

const examples = path.resolve(import.meta.dirname, '../../examples');

const product = productForTests();

describe('the examples', () => {
  it('have the same findings in the editor, open or not, and on the command line', async () => {
    const { rows, code, error } = await checkByCli(product, examples);
    expect(error).toBe('');
    expect(code).toBe(rows.some(({ severity }) => severity === 'error') ? 1 : 0);
    expect(rows.length).toBeGreaterThan(6);
    const lines = rows.map(describeRow).sort();
    const files = [...new Set(rows.map(({ file }) => file))];
    expect(await checkByServer(product, examples, files)).toEqual({ workspace: lines, opened: lines });
  });
});
