/** Every command that README and docs show for users is run as it stands there, in a repository as they speak of. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { clean } from '../server/cli/sample-folder';
import { command, folderWith, removesFolders, runIn } from './installed';

removesFolders();

const pages = globSync(['README.md', 'docs/*.md', 'delivery/npm/README.md']).toSorted();

/** Lines of blocks for a shell that begin with the tool, without what is said behind them. */
function linesIn(page: string): readonly string[] {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm);
  return [...blocks]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/ +# .*$/, '').replace(/^npx /, ''))
    .filter((line) => /^(?:source <\()?runbook-md /.test(line));
}

const lines = [...new Set(pages.flatMap(linesIn))].toSorted();

/** A document with a date on which it was reviewed. */
const reviewed =
  '# Restore\n\n**Owner**: Platform\n\n**Last Reviewed**: 2026-01-02\n\n## Steps\n\n1. Restore.\n';

/** Says which field that date is, for the commands that need to know. */
const style = `kinds:
  - name: runbook
    files: ['docs/*.md', 'docs/runbooks/*.md']
    fields:
      - { name: Last Reviewed, sets: reviewDate }
`;

/** Those that were made, by what configures them: each command gets a copy. */
const made = new Map<string, string>();

/** A repository with a branch that is elsewhere too, and documents where the pages have theirs. */
function repository(line: string): string {
  const configuration = line.includes(' renew ') ? style : '';
  const original = made.get(configuration) ?? newRepository(configuration);
  made.set(configuration, original);
  const folder = folderWith({});
  cpSync(original, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

function newRepository(configuration: string): string {
  const folder = folderWith({
    ...(configuration === '' ? {} : { '.runbook.yaml': configuration }),
    'draft.md': clean,
    'docs/SoT.RUNBOOKS.md': clean,
    'docs/restore.md': reviewed,
    'docs/failover.md': reviewed,
    'docs/runbooks/restore.md': reviewed,
    'path/to/documents/SoT.RUNBOOKS.md': clean,
  });
  const operations = path.join(folder, 'docs/operations');
  cpSync('examples', operations, { recursive: true });
  for (const name of ['broken', '.runbook.yaml'])
    rmSync(path.join(operations, name), { recursive: true, force: true });
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder });
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'Begin');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  return folder;
}

it('finds the commands of the pages', () => {
  expect(lines.length).toBeGreaterThan(20);
  expect(lines).toContain('runbook-md check');
});

it.each(lines)('%s', (line) => {
  const { code, error } = runIn(repository(line), 'bash', ['--norc', '-eo', 'pipefail', '-c', line], {
    PATH: `${path.dirname(command())}${path.delimiter}${process.env['PATH'] ?? ''}`,
  });
  // findings are no fault of the command; wrong usage is
  expect(error).not.toMatch(/error: |internal/);
  expect(code).toBeOneOf([0, 1]);
});
