/**
 * `npm run test:run-kills [-- KILLS [EDITS]]`: carries the runbooks of the examples out over the built language server, one of
 * each kind in turn, and ends its process hard at random moments, and the editor in half of them, while somebody writes in the
 * document at random places: 200 of each by default, of which `npm test` tries eight, and CI
 * twenty beside it. Fails where a tick is lost or doubled,
 * an edit by hand is lost, anything else in the document differs, or a record has findings. The same for `runbook-md run`, without
 * anybody who writes. RUNBOOK_SEED gives another course.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { run } from './support/process.mjs';
import { projectFolder } from './support/project.mjs';

const { positionals } = parseArgs({ allowPositionals: true });
const [kills = '200', edits = kills] = positionals;
process.env['RUNBOOK_KILLS'] = kills;
process.env['RUNBOOK_EDITS'] = edits;
const command = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'vitest.process.config.ts',
  'test/process/run-kills.test.ts',
  'test/process/run-kills-terminal.test.ts',
];
const { code } = await run(process.execPath, command, { cwd: projectFolder });
process.exitCode = code;
