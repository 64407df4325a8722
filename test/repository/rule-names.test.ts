/** Rules know each other by name in their metadata only: which of them reports a cause is data. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { ruleNames } from '../../server/src/rules/registry';

const folder = join(import.meta.dirname, '../../server/src/rules');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && path !== 'registry.ts',
);

it.each(files)('%s names no other rule but those that it yields to', (path) => {
  const own = basename(path, '.ts');
  const source = readFileSync(join(folder, path), 'utf8')
    .replaceAll(/^import [^;]*;$/gm, '')
    .replaceAll(/^ {4}yieldsTo: \[[^\]]*\],$/gm, '');
  const named = [...ruleNames].filter((name) => {
    // one word may be a word like any other, and is a name between quotes
    const words = name.includes('-') ? `(?<![\\w/-])${name}(?![\\w-])` : `(['"\`])${name}\\1`;
    return name !== own && new RegExp(words).test(source);
  });
  expect(named).toEqual([]);
});
