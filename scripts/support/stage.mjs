/** Lays out what is to be packed in a folder of its own, with modes that do not depend on who checks out and builds. */
import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/**
 * Copies files and folders of the project.
 * @param {string} folder absolute path; what is in it goes
 * @param {Readonly<Record<string, string>>} contents where they go, and where they are in the project
 */
export function layOut(folder, contents) {
  rmSync(folder, { recursive: true, force: true });
  for (const [place, source] of Object.entries(contents)) {
    const target = path.join(folder, place);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(inProject(source), target, { recursive: true });
  }
  setModes(folder);
}

/**
 * Lets everybody read, and the owner write; what is a program can be started.
 * @param {string} folder
 */
export function setModes(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) setModes(file);
    else chmodSync(file, readFileSync(file, 'latin1').startsWith('#!') ? 0o755 : 0o644);
  }
}
