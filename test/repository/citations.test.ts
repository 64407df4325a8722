/** What comments cite is there: each page of `docs/` that code names, with its heading. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { glob } from 'tinyglobby';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const citation = /\((docs\/[\w/-]+\.md(?:#[\w-]+)?)\)/g;

test('pages and headings that the code cites exist', async () => {
  const missing: string[] = [];
  let count = 0;
  for (const file of await glob('{client,protocol,server}/src/**/*.ts', { cwd: root })) {
    const text = await readFile(path.join(root, file), 'utf8');
    for (const [, cited = ''] of text.matchAll(citation)) {
      count++;
      if (!(await exists(cited))) missing.push(`${file}: ${cited}`);
    }
  }
  expect(missing).toEqual([]);
  expect(count).toBeGreaterThan(10);
});

async function exists(cited: string): Promise<boolean> {
  const [page = '', anchor] = cited.split('#');
  const text = await readFile(path.join(root, page), 'utf8').catch(() => null);
  if (text === null || anchor === undefined) return text !== null;
  const slugger = new GithubSlugger();
  return Array.from(text.matchAll(/^#+ (.*)$/gm)).some(([, title = '']) => slugger.slug(title) === anchor);
}
