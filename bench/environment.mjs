/** Where the tools under test keep their caches: in folders of the bench, so that "cold" and "warm" mean what they say. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** @typedef {{ folder: string, environment: NodeJS.ProcessEnv }} Home */

/**
 * The environment without what it tells Node: certificates to read at each start, which is two thirds of a
 * start then, or code that was compiled before.
 * @returns {NodeJS.ProcessEnv}
 */
function withoutWordsToNode() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')));
}

/**
 * A user's home in which nobody has run anything yet.
 * @param {string} folder where to make it
 * @returns {Home}
 */
export function freshHome(folder) {
  const home = mkdtempSync(path.join(folder, 'home-'));
  return {
    folder: home,
    environment: {
      ...withoutWordsToNode(),
      HOME: home,
      USERPROFILE: home,
      XDG_CACHE_HOME: path.join(home, '.cache'),
      LOCALAPPDATA: path.join(home, 'AppData', 'Local'),
      RUMDL_CACHE_DIR: path.join(home, '.cache', 'rumdl'),
      NO_COLOR: '1',
    },
  };
}

/** @param {Home} home */
export function removeHome({ folder }) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
