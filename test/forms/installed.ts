/** The command line as it is installed from its package, run in folders of other people. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, inject } from 'vitest';
import { duplicate } from '../server/cli/sample-folder';

const made: string[] = [];

/** A folder with these files, which is removed behind the tests of the file. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'runbook-foreign-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** Removes the folders again. To be called at the top of a file of tests. */
export function removesFolders(): void {
  afterAll(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

/** A repository in which one thing is wrong: two entries have one number. */
export function brokenRunbooks(): Record<string, string> {
  return { 'docs/SoT.RUNBOOKS.md': duplicate, 'README.md': '# Shop\n\nA small shop.\n' };
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs a program in a folder; what the tool keeps goes into a folder of its own. */
export function runIn(
  folder: string,
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Ended {
  const env = { ...process.env, XDG_CACHE_HOME: path.join(inject('installed'), 'cache'), ...variables };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  if (error !== undefined) throw error;
  return { code: status, out: stdout, error: stderr };
}

/** The installed command, as npm puts it on the path. */
export function command(): string {
  return path.join(inject('installed'), 'node_modules', '.bin', 'runbook-md');
}

/** Runs the installed command in a folder. */
export function runInstalled(folder: string, ...args: readonly string[]): Ended {
  return runIn(folder, command(), args);
}
