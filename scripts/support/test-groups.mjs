/** The groups of extension tests and what each asks for, for every host that they run in. */
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/**
 * What a group can ask for, in its `session.json`.
 * @typedef {object} Session
 * @property {string} [workspace] another folder of test/workspaces
 * @property {Record<string, unknown>} [settings] settings of its folder; in the web those of its page
 * @property {boolean} [usualInWeb] whether the usual tests run it in the web extension host too
 * @property {string} [today] the day that the server takes for today, `YYYY-MM-DD`
 */

const suitesFolder = inProject('test', 'extension', 'suites');

/**
 * @param {readonly string[]} wanted names; all groups when empty
 * @returns {string[]}
 * @throws when there is none of them
 */
export function testGroups(wanted) {
  const groups = readdirSync(suitesFolder).filter(
    (name) => (wanted.length === 0 || wanted.includes(name)) && hasTests(name),
  );
  if (groups.length === 0) throw new Error(`No tests in ${suitesFolder} for: ${wanted.join(', ')}`);
  return groups;
}

/**
 * @param {string} group
 * @returns {Session}
 */
export function readSession(group) {
  const file = path.join(suitesFolder, group, 'session.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * Copies the folder that a group works on, so that its tests may write to it.
 * @param {string} group
 * @param {Session} session
 * @param {string} target
 */
export function copyWorkspace(group, session, target) {
  cpSync(workspaceSource(session.workspace ?? group), target, { recursive: true });
}

/** @param {string} group */
function hasTests(group) {
  return readdirSync(path.join(suitesFolder, group)).some((name) => name.endsWith('.test.ts'));
}

/**
 * @param {string} name
 * @returns {string} the folder to copy
 */
function workspaceSource(name) {
  if (name === 'examples') return inProject('examples');
  const folder = inProject('test', 'workspaces', name);
  if (!existsSync(folder)) {
    throw new Error(
      `The tests want to open ${folder}, which does not exist. Name another one in session.json.`,
    );
  }
  return folder;
}
