/** The documents that editors are tried on: a copy of the examples, as a repository of its own. */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../support/project.mjs';

/** A document with a reference to RUN-003, which is defined in `definitionFile`. */
export const referringFile = 'notes/on-call-handover.md';
export const definitionFile = 'SoT.DEPLOYMENT.md';
/** A document with two findings `dangling-id`. */
export const brokenFile = 'broken/dangling-id.md';
/** A document with bare ids and dependencies, which inlay hints explain. */
export const hintedFile = 'playbooks/move-orders-to-postgresql-17.md';

/**
 * @param {string} folder an empty folder, or none yet
 * @returns {string} the workspace, which editors take for a repository
 */
export function createOperations(folder) {
  const workspace = path.join(folder, 'operations');
  cpSync(inProject('examples'), workspace, { recursive: true });
  mkdirSync(path.join(workspace, '.git'));
  return workspace;
}
