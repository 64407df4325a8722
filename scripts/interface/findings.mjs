/** What the built command line tool says of a folder that a person works in. */
import process from 'node:process';
import { runQuietly } from '../support/process.mjs';
import { inProject } from '../support/project.mjs';

/**
 * The rules by which the command line tool finds something in a folder, but for some.
 * @param {string} workspace
 * @param {RegExp} besides
 */
export async function findingsBesides(workspace, besides) {
  const tool = inProject('dist', 'cli.js');
  const args = [tool, 'check', workspace, '--format', 'json', '--no-cache'];
  const output = await runQuietly('check the workspace', process.execPath, args).catch(
    (/** @type {unknown} */ error) => String(error),
  );
  if (!output.includes('"rule"')) throw new Error(`The check says nothing: ${output.slice(0, 500)}`);
  return [...output.matchAll(/"rule":\s*"([a-z-]+)"/g)]
    .map(([, rule]) => rule ?? '')
    .filter((rule) => !besides.test(rule));
}
