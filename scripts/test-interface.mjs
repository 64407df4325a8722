/**
 * `npm run test:interface [-- SUITE…]`: works with the built extension as a person does, with the keyboard and the mouse in a
 * real VS Code, and counts how much she has to do. Extension tests cannot type into a question. A suite is a function of
 * `scripts/interface/suites`.
 */
import process from 'node:process';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { startSession } from './interface/session.mjs';
import { accessibility } from './interface/suites/accessibility.mjs';
import { documents } from './interface/suites/documents.mjs';
import { emptyViews } from './interface/suites/empty-views.mjs';
import { german } from './interface/suites/german.mjs';
import { insertions } from './interface/suites/insertions.mjs';
import { newDocuments } from './interface/suites/new-documents.mjs';
import { newcomer } from './interface/suites/newcomer.mjs';
import { overview } from './interface/suites/overview.mjs';
import { restricted } from './interface/suites/restricted.mjs';
import { runWays } from './interface/suites/run-ways.mjs';
import { runs } from './interface/suites/runs.mjs';
import { settingUp } from './interface/suites/setting-up.mjs';
import { runQuietly } from './support/process.mjs';
import { projectFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { Tests } from './support/tests.mjs';

/** @typedef {(session: import('./interface/session.mjs').Session) => Promise<void>} Suite */

/** @type {Readonly<Record<string, Suite>>} */
const trusted = {
  newcomer,
  newDocuments,
  insertions,
  documents,
  overview,
  accessibility,
  emptyViews,
  runs,
  runWays,
  settingUp,
  // the last, as it changes the language of the window
  german,
};
/** In a window that trusts no folder. @type {Readonly<Record<string, Suite>>} */
const untrusted = { restricted };

const tests = new Tests('test-interface');
const wanted = process.argv.slice(2);
const editor = await installEmbeddedEditor((message) => {
  console.log(message);
});
if (process.env['RUNBOOK_BUILT'] !== '1')
  await runQuietly('build the extension', process.execPath, ['scripts/build.mjs'], { cwd: projectFolder });
await runSuites(trusted, false);
await runSuites(untrusted, true);
process.exitCode = tests.end();

/**
 * @param {Readonly<Record<string, Suite>>} suites
 * @param {boolean} isRestricted
 */
async function runSuites(suites, isRestricted) {
  const chosen = Object.entries(suites).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) return;
  const folder = temporaryFolder(isRestricted ? 'restricted' : 'interface');
  const session = await startSession(editor, tests, { folder, restricted: isRestricted });
  try {
    for (const [name, suite] of chosen)
      await tests.suite(name, (attempt) => {
        session.attempt = attempt;
        return suite(session);
      });
  } finally {
    await session.end();
  }
}
