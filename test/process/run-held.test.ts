/** Two processes over one folder, of editors that keep journals in places of their own: a run is held by one of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenRun, RunActResult } from '../../protocol/src/run';
import type { RunView } from '../../protocol/src/run-view';
import { temporaryFolder } from '../server/disk/temporary-folder';
import { productForTests, startServer, type ServerProcess } from '../support/built-product';

const product = productForTests();
const name = 'RUN-020-restore-orders-database.md';
const example = readFileSync(join(import.meta.dirname, '../../examples/runbooks', name), 'utf8');

test('a run that another window holds may be looked at, and is taken over when that window is gone', async () => {
  const folder = temporaryFolder({ [`docs/${name}`]: example });
  const start = (editor: string): Promise<ServerProcess> =>
    startServer(product, join(folder, 'docs'), {
      args: ['--no-cache'],
      runStorage: join(folder, editor),
      applyEdit: () => Promise.resolve(false),
    });
  const [first, second] = await Promise.all([start('code'), start('codium')]);
  const list = ({ connection }: ServerProcess): Promise<OpenRun[]> =>
    connection.sendRequest('runbook/run.list', {});
  const { run } = await first.connection.sendRequest<RunView>('runbook/run.start', {
    textDocument: { uri: first.uri(name) },
    who: 'Ada',
  });
  expect(await list(first)).toMatchObject([{ run, held: 'here' }]);
  expect(await list(second)).toMatchObject([{ run, held: 'elsewhere', who: 'Ada' }]);
  await expect(second.connection.sendRequest('runbook/run.resume', { run })).rejects.toThrow(
    /^Ada has this run in progress in another window or terminal since .* UTC \(process \d+ on /,
  );
  expect(await second.connection.sendRequest('runbook/run.state', { run })).toMatchObject({ run });
  const act = { act: 'note', on: null, text: 'from the second window' };
  const { refused } = await second.connection.sendRequest<RunActResult>('runbook/run.act', { run, act });
  expect(refused?.why).toBe('elsewhere');
  first.kill('SIGKILL');
  await first.end;
  expect(await list(second)).toMatchObject([{ run, held: 'left' }]);
  const view = await second.connection.sendRequest<RunView>('runbook/run.resume', { run });
  expect(view).toMatchObject({ run, events: [] });
  second.kill('SIGKILL');
  await second.end;
  for (const { connection } of [first, second]) connection.dispose();
});
