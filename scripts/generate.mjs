// Writes every generated file of the project; with --check it only says which of them are out of date.
// A generator is a module in scripts/generate that exports generate(); add it to the list below.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import * as output from './generate/output.mjs';
import * as l10n from './generate/l10n.mjs';
import * as registry from './generate/registry.mjs';
import * as ruleTables from './generate/rule-tables.mjs';
import * as templates from './generate/templates.mjs';

/** @typedef {{ path: string, text: string }} GeneratedFile a path from the project's folder, and the whole text */

/** @type {{ generate: () => Promise<GeneratedFile[]> }[]} */
const GENERATORS = [templates, registry, ruleTables, output, l10n];

/** Markdown and JSON are written as their generators lay them out: line ends and empty lines mean something there. */
const FORMATTED = /\.(?:ts|mjs)$|^schemas\//;

/** @param {GeneratedFile} file */
async function formatted({ path, text }) {
  if (!FORMATTED.test(path)) return text;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

/** @param {string} path */
async function currentText(path) {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Throws an Error when a generator's source cannot be read. */
async function staleFiles() {
  const files = (await Promise.all(GENERATORS.map((generator) => generator.generate()))).flat();
  const fresh = await Promise.all(files.map(async (file) => ({ ...file, text: await formatted(file) })));
  const stale = [];
  for (const file of fresh) {
    if ((await currentText(file.path)) !== file.text) stale.push(file);
  }
  return stale;
}

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const unknown = process.argv.slice(2).find((argument) => argument !== '--check');
if (unknown !== undefined) {
  console.error(`generate: unknown argument ${unknown}. Usage: npm run generate [-- --check]`);
  process.exit(2);
}
try {
  const stale = await staleFiles();
  if (process.argv.includes('--check')) {
    for (const { path } of stale) console.error(`${path} is out of date.`);
    if (stale.length > 0) console.error('Run "npm run generate" and commit the result.');
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const { path, text } of stale) {
      await writeFile(path, text);
      console.log(`wrote ${path}`);
    }
  }
} catch (error) {
  console.error(`generate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
