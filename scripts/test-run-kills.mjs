/**
 * `npm run test:run-kills [-- --kills N]`: carries a runbook out over the built language server and ends its process hard at
 * random moments, 200 by default, of which `npm test` tries twenty. Fails where a tick is lost or doubled, or anything else in
 * the document differs.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { run } from './support/process.mjs';
import { projectFolder } from './support/project.mjs';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' } } });
process.env['RUNBOOK_KILLS'] = values.kills;
const command = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'vitest.process.config.ts',
  'test/process/run-kills.test.ts',
];
const { code } = await run(process.execPath, command, { cwd: projectFolder });
process.exitCode = code;
