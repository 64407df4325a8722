/** Takes the set-ups out of docs/other-editors.md, so that what is tested is what people copy. */
import { readFileSync } from 'node:fs';
import { inProject } from '../support/project.mjs';

const page = 'docs/other-editors.md';
const placeholder = '/path/to/vscode-runbook/dist/server.js';

/**
 * All fenced blocks of one language in a section, in order, with the server in its place.
 * @param {string} heading text of the second-level heading
 * @param {string} language info string of the fences
 * @param {string} server path of the language server
 * @returns {string[]}
 * @throws when the section has no such block
 */
export function documentedSetups(heading, language, server) {
  const text = readFileSync(inProject(page), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const blocks = [...section.matchAll(/^```(\S+)\n([\s\S]*?)^```$/gm)]
    .filter(([, info]) => info === language)
    .map(([, , code = '']) => code.replaceAll(placeholder, server));
  if (blocks.length === 0) throw new Error(`${page} has no ${language} block under "${heading}"`);
  return blocks;
}
