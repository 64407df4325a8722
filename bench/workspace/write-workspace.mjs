/** Puts a generated workspace on disk, and tells what a tool should find in it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentsOf } from './documents.mjs';
import { planWorkspace } from './plan.mjs';

/** @typedef {import('./plan.mjs').Plan} Plan */

/**
 * A workspace on disk.
 * @typedef {object} Workspace
 * @property {string} folder absolute path
 * @property {readonly string[]} files paths from the folder, with `/`, in the order in which they were written
 * @property {number} bytes of all files
 * @property {Plan} plan the entries in it
 */

/**
 * Generates a workspace: the same one for the same number of files, on every machine.
 * @param {string} folder absolute path of a folder that is empty, or does not exist
 * @param {number} count how many files it is to have
 * @returns {Workspace}
 */
export function writeWorkspace(folder, count) {
  const plan = planWorkspace(count);
  /** @type {string[]} */
  const files = [];
  let bytes = 0;
  for (const { path: name, text } of documentsOf(plan)) {
    writeDocument(folder, name, text);
    files.push(name);
    bytes += Buffer.byteLength(text);
  }
  return { folder, files, bytes, plan };
}

/**
 * Puts one more document into a workspace.
 * @param {string} folder absolute path of the workspace
 * @param {string} name path of the document from there, with `/`
 * @param {string} text
 */
export function writeDocument(folder, name, text) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * The findings that a workspace has on purpose.
 * @param {Plan} plan
 * @returns {{ file: string, rule: string }[]}
 */
export function seededFindings({ services }) {
  return services.flatMap(({ seed, runs }) => {
    if (seed === null) return [];
    return [{ file: seed === 'missing-link-target' ? runs[2].file : runs[0].file, rule: seed }];
  });
}
