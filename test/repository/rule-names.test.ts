/** Rules know each other by name in their metadata only: which of them reports a cause is data. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { ruleNames, rules } from '../../server/src/lint/registry';

const root = join(import.meta.dirname, '../../server/src');
const files = ['document', 'authoring', 'lint']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.ts') && path !== join('lint', 'all-rules.ts'));

it.each(rules)('$meta.name stands in the folder of its group', ({ meta: { group, name } }) => {
  expect(files).toContain(join('lint', 'rules', group, `${name}.ts`));
});

it.each(files)('%s names no other rule but those that it yields to', (path) => {
  const own = basename(path, '.ts');
  const source = readFileSync(join(root, path), 'utf8')
    .replaceAll(/^import [^;]*;$/gm, '')
    .replaceAll(/^ {4}yieldsTo: \[[^\]]*\],$/gm, '');
  const named = [...ruleNames].filter((name) => {
    // one word may be a word like any other, and is a name between quotes
    const words = name.includes('-') ? `(?<![\\w/-])${name}(?![\\w-])` : `(['"\`])${name}\\1`;
    return name !== own && new RegExp(words).test(source);
  });
  expect(named).toEqual([]);
});
