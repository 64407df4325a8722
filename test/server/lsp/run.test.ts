import { expect, test } from 'vitest';
import type { CodeLens, Command, WorkspaceEdit } from 'vscode-languageserver';
import type { OpenRun, RunActResult, RunCommandLines, RunEnd, RunTarget } from '../../../protocol/src/run';
import type { Place } from '../../../protocol/src/overview';
import type { RunView } from '../../../protocol/src/run-view';
import { startClient, type TestClient } from '../../support/language-client';

const path = 'RUN-001-pool.md';
const text = `RUN-001: Connection pool is exhausted
Category: Incident
Trigger: The pool gauge is above 90 %
Owner: Data Team
Last Tested: 2026-08-14

## Procedure

### Step 1: Restart the pooler

\`\`\`bash
rm -rf /var/cache/pool
systemctl restart pgbouncer --region <region>
\`\`\`

Verification:

- [ ] The gauge falls
`;

/** A client that makes the edits it is asked for. */
async function editor(
  more: Readonly<Record<string, string>> = {},
): Promise<{ client: TestClient; shown: Map<string, string> }> {
  const client = await startClient({ [path]: text, ...more });
  const shown = new Map([[client.uri(path), text]]);
  client.connection.onRequest('workspace/applyEdit', async ({ edit }: { edit: WorkspaceEdit }) => {
    for (const change of edit.documentChanges ?? []) {
      if (!('textDocument' in change)) continue;
      const { uri } = change.textDocument;
      const lines = (shown.get(uri) ?? '').split('\n');
      for (const one of [...change.edits].reverse()) {
        if (!('newText' in one)) continue;
        const { start, end } = one.range;
        const before = lines.slice(0, start.line).concat((lines[start.line] ?? '').slice(0, start.character));
        const after = [(lines[end.line] ?? '').slice(end.character), ...lines.slice(end.line + 1)];
        lines.splice(0, lines.length, ...`${before.join('\n')}${one.newText}${after.join('\n')}`.split('\n'));
      }
      shown.set(uri, lines.join('\n'));
      if (uri === client.uri(path)) await client.change(path, { text: lines.join('\n') });
    }
    return { applied: true };
  });
  await client.open(path, text);
  return { client, shown };
}

test('what can be run has a lens that runs it, for clients that show runs', async () => {
  const playbook = '# Playbook: Move\n\n## Phase 1: Copy\n\n1. Copy\n\n## Phase 2: Switch\n\n1. Switch\n';
  const files = { [path]: text, 'move.md': playbook, 'notes.md': '# Notes\n\n1. Do\n' };
  const lensesIn = async (client: TestClient, file: string): Promise<(Command | undefined)[]> => {
    const textDocument = { uri: client.uri(file) };
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    return lenses.map(({ command }) => command).filter((command) => command?.command === 'runbook.run');
  };
  const client = await startClient(files, { initializationOptions: { runChanges: true } });
  const title = 'Run…';
  expect(await lensesIn(client, path)).toEqual([
    { title, command: 'runbook.run', arguments: [client.uri(path), 'RUN-001'] },
  ]);
  expect(await lensesIn(client, 'move.md')).toEqual([
    { title, command: 'runbook.run', arguments: [client.uri('move.md')] },
  ]);
  expect(await lensesIn(client, 'notes.md')).toEqual([]);
  expect(await lensesIn(await startClient(files), path)).toEqual([]);
});

test('words of a run lead to entries, headings and documents', async () => {
  const entries = '---\nid_prefix: MON\n---\n\n# Alerts\n\n## MON-001: Pool\n\n**ID**: MON-001\n';
  const linking = `${text}\nSee [MON-001](docs/SoT.X.md#elsewhere) and [how](docs/how.md#it-works), or [a file](checks/a.sql).\n`;
  const client = await startClient({
    [path]: linking,
    'docs/SoT.X.md': entries,
    'docs/how.md': '# How\n\n## It works\n',
    'checks/a.sql': 'select 1',
  });
  const targets = [
    'MON-001',
    'docs/SoT.X.md#elsewhere',
    'docs/how.md#it-works',
    'checks/a.sql',
    'MON-009',
    'docs/other.md',
  ];
  const textDocument = { uri: client.uri(path) };
  const places = await client.request<(Place | null)[]>('runbook/run.places', { textDocument, targets });
  const entry = { uri: client.uri('docs/SoT.X.md'), line: 6 };
  expect(places.map((place) => place && { uri: place.uri, line: place.range.start.line })).toEqual([
    entry,
    entry,
    { uri: client.uri('docs/how.md'), line: 2 },
    null,
    null,
    null,
  ]);
});

test('a run is started, ticks go into the document, and the record is written', async () => {
  const { client, shown } = await editor();
  const textDocument = { uri: client.uri(path) };
  const [target] = await client.request<RunTarget[]>('runbook/run.targets', { textDocument });
  expect(target).toMatchObject({
    entry: 'RUN-001',
    description: '1 step',
    lastTested: '2026-08-14',
    ticked: 0,
  });
  const view = await client.request<RunView>('runbook/run.start', {
    textDocument,
    entry: 'RUN-001',
    who: 'Ada',
  });
  expect(view.at).toEqual({ type: 'step', phase: 'p1', step: 'p1.s1' });
  const { run } = view;
  const ticked = await client.request<RunActResult>('runbook/run.act', {
    run,
    act: { act: 'tick', box: 'p1.s1.v1' },
  });
  expect(ticked.refused).toBeNull();
  expect(ticked.view.phases[0]?.steps[0]?.verification[0]?.ticked).toBe(true);
  const done = await client.request<RunActResult>('runbook/run.act', {
    run,
    act: { act: 'complete-step', step: 'p1.s1' },
  });
  expect(done.view.at).toEqual({ type: 'end' });
  expect(await client.request<OpenRun[]>('runbook/run.list')).toMatchObject([{ run, held: 'here' }]);
  const end = await client.request<RunEnd>('runbook/run.end', { run, outcome: 'succeeded' });
  expect(shown.get(client.uri(path))).toBe(text.replace('[ ]', '[x]'));
  expect(shown.get(end.record ?? '')).toContain('runbook: run');
  expect(end.summary).toContain('Run of RUN-001 Connection pool is exhausted: done');
});

test('a command is handed out line by line, with what was filled in, and never with a line break', async () => {
  const { client } = await editor();
  const textDocument = { uri: client.uri(path) };
  const { run, phases } = await client.request<RunView>('runbook/run.start', { textDocument });
  const command = phases[0]?.steps[0]?.commands[0];
  expect(command).toMatchObject({
    lines: 2,
    destructive: 'rm -rf',
    slots: [{ name: 'region', written: '<region>' }],
  });
  const ask = (values: Record<string, string>): Promise<RunCommandLines> =>
    client.request('runbook/run.command', { run, command: command?.id ?? '', values });
  expect((await ask({})).missing).toHaveLength(1);
  expect((await ask({ region: 'eu-1' })).lines.map((line) => line.text)).toEqual([
    'rm -rf /var/cache/pool',
    'systemctl restart pgbouncer --region eu-1',
  ]);
  expect(await ask({ region: 'eu\rreboot' })).toMatchObject({
    lines: [],
    refused: expect.stringContaining('control') as string,
  });
});

test('a workspace may keep commands out of terminals', async () => {
  const { client } = await editor({ '.runbook.yaml': 'run:\n  terminal: off\n' });
  const { run, terminal, phases } = await client.request<RunView>('runbook/run.start', {
    textDocument: { uri: client.uri(path) },
  });
  expect(terminal).toBe(false);
  const command = phases[0]?.steps[0]?.commands[0]?.id ?? '';
  const { lines, refused } = await client.request<RunCommandLines>('runbook/run.command', { run, command });
  expect(lines).toEqual([]);
  expect(refused).toContain('configuration');
});

test('where there is nothing to carry out, nothing is started', async () => {
  const { client } = await editor({ 'notes.md': '# Notes\n' });
  await expect(
    client.request('runbook/run.start', { textDocument: { uri: client.uri('notes.md') } }),
  ).rejects.toThrow('No steps were found here.');
});
