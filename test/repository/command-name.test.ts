/** The command has a name of its own: what people read and copy never names that of another tool. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const commands = 'init|check|report|renew|export|rules|explain|outline|--help';
const otherTool = new RegExp(`(?<![\\w/-])runbook (?:${commands})(?![\\w-])`);

it('no page, message or help speaks of "runbook check"', () => {
  const files = execFileSync('git', ['ls-files', '--', '*.md', '*.ts', '*.mjs', '*.json', '*.yml', '*.svg'], {
    cwd: project,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && !file.startsWith('test/repository/command-name'));
  const found = files.filter((file) => otherTool.test(readFileSync(path.join(project, file), 'utf8')));
  expect(found).toEqual([]);
});
