/** Real folders for tests of what is on disk. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** What a folder is to hold: texts and bytes by path; `link('target')` for a symbolic link. */
export type FolderContent = Readonly<Record<string, string | Uint8Array | SymbolicLink>>;

interface SymbolicLink {
  readonly target: string;
}

export function link(target: string): SymbolicLink {
  return { target };
}

/** Makes a folder that is removed when the test ends; its path has no links in it. */
export function temporaryFolder(content: FolderContent = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'runbook-test-')));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  fill(folder, content);
  return folder;
}

/** Adds files and links to a folder. */
export function fill(folder: string, content: FolderContent): void {
  for (const [path, what] of Object.entries(content)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof what === 'string' || what instanceof Uint8Array) writeFileSync(file, what);
    else symlinkSync(what.target, file);
  }
}
