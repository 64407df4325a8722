/**
 * Folders that are gone when the script is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * Makes an empty folder that is removed when the process exits.
 * @param {string} purpose part of its name: `screenshot`
 * @returns {string} absolute path
 */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(path.join(tmpdir(), `runbook-${purpose}-`));
  process.on('exit', () => {
    // What still runs in it may be writing its last words.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}
