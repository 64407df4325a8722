/** Every command of ours that a page shows is one that there is, with options that it has. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, it } from 'vitest';
import { helped } from '../cli/helped';

const project = path.resolve(import.meta.dirname, '../../..');
const pages = globSync(['*.md', 'docs/**/*.md', 'examples/**/README.md', 'delivery/**/*.md'], {
  cwd: project,
}).toSorted();

/** The words behind the name of the tool, in code, up to what belongs to the shell. */
function callsIn(page: string): readonly string[] {
  const text = readFileSync(path.join(project, page), 'utf8');
  const blocks = [...text.matchAll(/^ *(`{3,})\w*\n([\s\S]*?)^ *\1$/gm)].map(([, , code = '']) => code);
  const spans = [
    ...text.replace(/^ *(`{3,})\w*\n[\s\S]*?^ *\1$/gm, '').matchAll(/(?<!`)`([^`]+)`(?!`)/g),
  ].map(([, code = '']) => code);
  const calls = /(?:^|[\s(])(?:runbook-md(?:@[\d.]+)?|node dist\/cli\.js) +([^\n|>#;)&]+)/gm;
  return [...blocks, ...spans].flatMap((code) =>
    [...code.matchAll(calls)].map(([, words = '']) => words.trim()),
  );
}

let commands: Readonly<Record<string, readonly string[]>> = {};
beforeAll(async () => {
  commands = await helped();
});

describe.each(pages.filter((page) => callsIn(page).length > 0))('%s', (page) => {
  it('shows commands and options that there are', () => {
    const wrong = callsIn(page).filter((call) => {
      const [command = '', ...words] = call.split(/[\s`"]+/);
      if (['--help', '--version'].includes(command)) return false;
      const options = commands[command];
      if (options === undefined) return true;
      return words.some(
        (word) => /^--[a-z]/.test(word) && !options.includes(word.replace(/[,.]$/, '')) && word !== '--help',
      );
    });
    expect(wrong).toEqual([]);
  });
});

it('finds the commands of the README', () => {
  expect(callsIn('README.md')).toContain('check');
  expect(callsIn('docs/command-line.md').length).toBeGreaterThan(40);
});

/** Calls of our scripts with options behind ` -- `: the name in package.json, and the options. */
function scriptCallsIn(page: string): readonly (readonly [name: string, options: readonly string[]])[] {
  const text = readFileSync(path.join(project, page), 'utf8');
  return [...text.matchAll(/\bnpm (?:run )?([a-z][a-z:-]*) -- ([^\n`#]+)/g)].map(
    ([, name = '', words = '']) => [name, words.match(/(?<=^| )--[a-z-]+/g) ?? []],
  );
}

it('options of our scripts that pages show are ones that they read', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const calls = pages.flatMap(scriptCallsIn);
  expect(calls.length).toBeGreaterThan(15);
  const wrong = calls.flatMap(([name, options]) => {
    const [, file = ''] = /^node (\S+\.mjs)/.exec(scripts[name] ?? '') ?? [];
    const parts = file.startsWith('bench/')
      ? globSync(`${path.posix.dirname(file)}/*.mjs`, { cwd: project })
      : [file];
    const source = parts.map((part) => readFileSync(path.join(project, part), 'utf8')).join('\n');
    // as parseArgs has them, or as they are compared
    return options
      .map((option) => option.slice(2))
      .filter((option) => !new RegExp(`['"\\s{,]${option}['"]?: \\{|--${option}\\b`).test(source))
      .map((option) => `${name} --${option}`);
  });
  expect(wrong).toEqual([]);
});
