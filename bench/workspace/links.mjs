/** Links from one document of the workspace to another, as paths from the folder of the first. */
import path from 'node:path';
import { anchorOf } from './plan.mjs';

/** @typedef {import('./plan.mjs').PlannedEntry} PlannedEntry */

/**
 * @param {string} from path of the document that holds the link
 * @param {string} to path of the document that it leads to
 * @returns {string} `../0008-mailer/README.md`
 */
export const relative = (from, to) => path.posix.relative(path.posix.dirname(from), to);

/**
 * @param {string} from path of the document that holds the link
 * @param {PlannedEntry} entry
 * @returns {string} `[RUN-017](../SoT.RUNBOOKS.md#run-017-stale-ledger-cursor)`
 */
export function linkTo(from, entry) {
  const file = from === entry.file ? '' : relative(from, entry.file);
  // the entry of a file of its own begins with its id, without a heading to link to
  const fragment = entry.file.includes('/runbooks/') ? '' : `#${anchorOf(entry)}`;
  return `[${entry.id}](${file}${fragment})`;
}
