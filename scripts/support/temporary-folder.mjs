/**
 * Folders that are gone when the script is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** @type {string[]} */
const folders = [];

/**
 * Makes an empty folder that is removed when the process exits.
 * @param {string} purpose part of its name: `screenshot`
 * @returns {string} absolute path
 */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(path.join(tmpdir(), `runbook-${purpose}-`));
  // behind what ends programs, which others have said before
  if (folders.length === 0) process.on('exit', removeAll);
  folders.push(folder);
  return folder;
}

function removeAll() {
  // What still runs in them may be writing its last words.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
