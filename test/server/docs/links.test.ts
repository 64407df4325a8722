/** What the project's own pages point to exists: files, headings, commands. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../../..');
const pages = globSync(['*.md', 'docs/**/*.md', 'examples/**/README.md', 'snippets/README.md'], {
  cwd: project,
}).toSorted();

function read(page: string): string {
  return readFileSync(path.join(project, page), 'utf8');
}

/** The text of a page without its code, in which a link is only shown. */
function prose(page: string): string {
  return read(page)
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, '')
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '');
}

/** The anchors of a page's headings, those in samples among them: a `#` there is rare and does no harm. */
function fragmentsOf(page: string): Set<string> {
  const slugger = new GithubSlugger();
  const headings = read(page).matchAll(/^#{1,6} (.+)$/gm);
  return new Set([...headings].map(([, title = '']) => slugger.slug(title.replace(/`/g, ''))));
}

describe.each(pages)('%s', (page) => {
  it('links to what exists', () => {
    const broken: string[] = [];
    for (const [, target = ''] of prose(page).matchAll(/\]\(([^()\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [file = '', fragment] = target.split('#');
      const linked = file === '' ? page : path.join(path.dirname(page), decodeURIComponent(file));
      const missing = !existsSync(path.join(project, linked));
      const folder = !missing && statSync(path.join(project, linked)).isDirectory();
      if (missing || (fragment !== undefined && !folder && !fragmentsOf(linked).has(fragment)))
        broken.push(target);
    }
    expect(broken).toEqual([]);
  });

  it('names commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
    const named = [...read(page).matchAll(/\bnpm (?:run ([a-z:-]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('the README names every command that a newcomer runs', () => {
  const readme = read('README.md');
  for (const command of [
    'npm start',
    'npm test',
    'npm run package',
    'npm run build',
    'node dist/cli.js check',
  ])
    expect(readme).toContain(command);
});

it('the page of tasks leads to every page for users, and each of them leads on', () => {
  const hub = read('docs/README.md');
  const forUsers = globSync('docs/*.md', { cwd: project }).map((page) => path.basename(page));
  expect(forUsers.filter((page) => page !== 'README.md' && !hub.includes(`](${page})`))).toEqual([]);
  expect(read('README.md')).toContain('](docs/README.md)');
  const ends = forUsers.filter((page) => !/\]\([^)]*\.md/.test(read(`docs/${page}`)));
  expect(ends).toEqual([]);
});
