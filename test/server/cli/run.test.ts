import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder';
import { runTool } from './run-tool';

const text = readFileSync(
  join(import.meta.dirname, '../../../examples/runbooks/RUN-020-restore-orders-database.md'),
  'utf8',
);

test('--print gives the whole run as a checklist, and changes nothing', async () => {
  const folder = temporaryFolder({ 'RUN-020-restore.md': text });
  const { code, out, error } = await runTool([
    'run',
    join(folder, 'RUN-020-restore.md'),
    '--folder',
    folder,
    '--print',
  ]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain('RUN-020: Restore the orders database from backup');
  expect(out).toContain('[ ] 4. Point the shop to the new instance');
  expect(out).toContain('    $ kubectl -n shop rollout restart deploy/orders-api');
  expect(out).toContain('    [ ] New orders appear in `shopctl metrics orders --last 5m`');
  expect(out).toContain('-- Rollback, if it fails --');
  expect(out).toContain('Data Team lead (pager');
  expect(readFileSync(join(folder, 'RUN-020-restore.md'), 'utf8')).toBe(text);
});

test('--print names a section of checks once', async () => {
  const folder = temporaryFolder({
    '.runbook.yaml':
      'kinds:\n  - { name: page, files: ["*.md"], sections: [{ name: Steps }, { name: Verification }] }\n',
    'queue.md': '# Queue is stuck\n\n## Steps\n\n1. Run `drain`\n\n## Verification\n\n- [ ] It is empty\n',
  });
  const { out } = await runTool(['run', join(folder, 'queue.md'), '--folder', folder, '--print']);
  expect(out.match(/.*Verification.*/g)).toEqual(['-- Verification --']);
});

test('a run asks questions, so it needs somebody to ask', async () => {
  const folder = temporaryFolder({ 'RUN-020-restore.md': text });
  const { code, error } = await runTool(['run', join(folder, 'RUN-020-restore.md'), '--folder', folder]);
  expect(code).toBe(2);
  expect(error).toContain('--print');
});

test('what holds no steps cannot be run', async () => {
  const folder = temporaryFolder({ 'notes.md': '# Notes\n' });
  const { code, error } = await runTool(['run', join(folder, 'notes.md'), '--folder', folder, '--print']);
  expect(code).toBe(2);
  expect(error).toBe(
    'runbook-md: No steps were found here. A run needs a runbook with a numbered list, headings of steps, or phases.\n',
  );
});

test('of a file of entries one is named', async () => {
  const steps =
    '**Category:** Recovery\n**Trigger:** It is stuck\n**Owner:** Data team\n\n1. Stop it\n2. Start it\n';
  const entry = (id: string): string => `### ${id}: Restart\n\n${steps}`;
  const folder = temporaryFolder({
    'SoT.DEPLOYMENT.md': `# SoT: Deployment\n\n## Runbooks\n\n${entry('RUN-020')}\n${entry('RUN-021')}\n### RUN-022: Later\n\nTo be written.\n`,
  });
  const run = (...args: string[]): ReturnType<typeof runTool> =>
    runTool(['run', join(folder, 'SoT.DEPLOYMENT.md'), '--folder', folder, '--print', ...args]);
  expect(await run()).toMatchObject({
    code: 2,
    error: 'runbook-md: Say which entry is to be run: RUN-020, RUN-021.\n',
  });
  expect((await run('--entry', 'RUN-022')).error).toBe(
    'runbook-md: RUN-022 has no steps to run here. Entries that have: RUN-020, RUN-021.\n',
  );
  expect((await run('--entry', 'RUN-021')).out).toContain('RUN-021: ');
});
