/** The menu of a finding over the protocol: comment, severity, page, by what the client can do. */
import { describe, expect, it } from 'vitest';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import { initialize, connectClient, pushClient, type TestClient } from '../../support/language-client';
import { applied } from '../../support/example-workspace';
import { owner, runbookSaying } from './operations';

const rule = 'dangling-id';
const document = 'docs/a.md';
const text = runbookSaying('RUN-055');

const able = {
  ...pushClient,
  window: { showDocument: { support: true } },
  workspace: {
    ...pushClient.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
  },
};

interface Session {
  readonly client: TestClient;
  readonly edits: WorkspaceEdit[];
  readonly shown: unknown[];
  /** Runs an action as an editor does. */
  run(action: CodeAction | undefined): Promise<unknown>;
}

/** A client that keeps what the server asks of it. `picks`: the severity that its user picks. */
async function start(
  files: Record<string, string>,
  capabilities: object = able,
  picks = 'hint',
): Promise<Session> {
  const client = connectClient({ 'SoT.X.md': owner, [document]: text, ...files });
  const edits: WorkspaceEdit[] = [];
  const shown: unknown[] = [];
  client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    return { applied: true };
  });
  client.connection.onRequest('window/showMessageRequest', () => ({ title: picks }));
  client.connection.onNotification('window/showMessage', (message: unknown) => void shown.push(message));
  client.connection.onRequest('window/showDocument', (params: unknown) => {
    shown.push(params);
    return { success: true };
  });
  await initialize(client, { capabilities });
  return {
    client,
    edits,
    shown,
    run: (action) => client.request('workspace/executeCommand', action?.command),
  };
}

/** The quick fixes at the id that is not defined. */
async function menu({ client }: Session): Promise<CodeAction[]> {
  const offset = text.indexOf('RUN-055');
  const line = text.slice(0, offset).split('\n').length - 1;
  const character = offset - text.lastIndexOf('\n', offset) - 1;
  const position = { line, character };
  return client.request('textDocument/codeAction', {
    textDocument: { uri: client.uri(document) },
    range: { start: position, end: position },
    context: { diagnostics: [], only: ['quickfix'] },
  });
}

function called(actions: readonly CodeAction[], title: string): CodeAction | undefined {
  return actions.find((action) => action.title.startsWith(title));
}

describe('the menu of a finding', () => {
  it('has repairs first, then the comment, the severity and the page', async () => {
    const titles = (await menu(await start({}))).map(({ title }) => title);
    expect(titles.slice(-4)).toEqual([
      'Silence dangling-id here',
      'Set severity of dangling-id in .runbook.yaml…',
      'Turn dangling-id off in .runbook.yaml',
      'Explain dangling-id',
    ]);
    expect(titles.length).toBeGreaterThan(4);
  });

  it('has no more than the client can do', async () => {
    const titles = async (capabilities: object): Promise<string[]> =>
      (await menu(await start({}, capabilities)))
        .map(({ title }) => title)
        .filter((title) => /Set|Turn|Explain/.test(title));
    expect(await titles(pushClient)).toEqual([]);
    const creates = { ...able, workspace: { ...able.workspace, workspaceEdit: { documentChanges: true } } };
    expect(await titles(creates)).toEqual(['Explain dangling-id']);
  });

  it('writes the comment', async () => {
    const session = await start({});
    const action = called(await menu(session), 'Silence');
    const after = applied({ [document]: text }, action?.edit ?? {}, (uri) => session.client.path(uri));
    expect(after[document]).toContain('<!-- runbook-disable-next-line dangling-id -->\n');
  });
});

describe('the severity of a rule', () => {
  it('is set in a file that is created', async () => {
    const session = await start({});
    const uri = session.client.uri('.runbook.yaml');
    expect(await session.run(called(await menu(session), 'Turn'))).toEqual({ uri });
    expect(session.edits).toEqual([
      {
        documentChanges: [
          { kind: 'create', uri },
          {
            textDocument: { uri, version: null },
            edits: [
              {
                range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
                newText: 'rules:\n  dangling-id: off\n',
              },
            ],
          },
        ],
      },
    ]);
  });

  it('is asked for, and set in the nearest file', async () => {
    const files = {
      '.runbook.yaml': '',
      'docs/.runbook.yaml': '# ours\nrules:\n  dangling-id: error # why\n',
    };
    const session = await start(files);
    await session.run(called(await menu(session), 'Set severity of dangling-id in docs/.runbook.yaml…'));
    const after = applied(files, session.edits[0] ?? {}, (uri) => session.client.path(uri));
    expect(after['docs/.runbook.yaml']).toBe('# ours\nrules:\n  dangling-id: hint # why\n');
  });

  it('is set in the text that is open', async () => {
    const session = await start({ '.runbook.yaml': 'rules: {}\n' });
    await session.client.open('.runbook.yaml', 'join: []\n', 'yaml');
    await session.run(called(await menu(session), 'Turn'));
    const after = applied({ '.runbook.yaml': 'join: []\n' }, session.edits[0] ?? {}, (uri) =>
      session.client.path(uri),
    );
    expect(after['.runbook.yaml']).toBe('join: []\nrules:\n  dangling-id: off\n');
    expect(session.edits[0]?.documentChanges).toMatchObject([{ textDocument: { version: 1 } }]);
  });

  it('is not set in a file with mistakes, which is said', async () => {
    const session = await start({ '.runbook.yaml': 'rules: [\n' });
    expect(await session.run(called(await menu(session), 'Turn'))).toBeNull();
    expect(session.edits).toEqual([]);
    expect(session.shown).toMatchObject([
      {
        message: expect.stringMatching(
          /^Cannot set dangling-id in \.runbook\.yaml\. Correct the mistakes in it first\. /,
        ) as string,
      },
    ]);
  });

  it('is left alone where the user picks none, or where nobody knows the rule', async () => {
    const session = await start({}, able, 'none of them');
    expect(await session.run(called(await menu(session), 'Set'))).toBeNull();
    const command = {
      command: 'runbook.setSeverity',
      arguments: [session.client.uri(document), 'no-rule', 'off'],
    };
    expect(await session.client.request('workspace/executeCommand', command)).toBeNull();
    expect(session.edits).toEqual([]);
  });
});

describe('the page of a rule', () => {
  it('is on the web, unless the client says where it has it', async () => {
    const session = await start({});
    await session.run(called(await menu(session), 'Explain'));
    expect(session.shown).toMatchObject([
      { uri: expect.stringMatching(/^https:.*\/dangling-id\.md$/) as string, external: true },
    ]);
    await session.client.until(() => session.client.diagnosticsOf(document).length > 0);
    expect(session.client.diagnosticsOf(document)[0]?.codeDescription?.href).toMatch(/^https:/);
  });

  it('is where the client has it', async () => {
    const client = connectClient({ 'SoT.X.md': owner, [document]: text });
    await client.request('initialize', {
      processId: null,
      rootUri: null,
      capabilities: able,
      workspaceFolders: [{ uri: client.uri('').replace(/\/$/, ''), name: 'workspace' }],
      initializationOptions: { rulePages: 'pages:/rules/' },
    });
    const shown: unknown[] = [];
    client.connection.onRequest('window/showDocument', (params: unknown) => {
      shown.push(params);
      return { success: true };
    });
    await client.notify('initialized', {});
    await client.until(() => client.diagnosticsOf(document).length > 0);
    const { code, codeDescription } = client.diagnosticsOf(document)[0] ?? {};
    expect(codeDescription?.href).toBe(`pages:/rules/${String(code)}.md`);
    await client.request('workspace/executeCommand', { command: 'runbook.explainRule', arguments: [rule] });
    expect(shown).toEqual([{ uri: 'pages:/rules/dangling-id.md', takeFocus: true }]);
  });
});

describe('a finding can be accepted', () => {
  const dynamic = { dynamicRegistration: true };
  const dynamicClient = {
    ...able,
    textDocument: {
      ...able.textDocument,
      synchronization: dynamic,
      completion: { ...able.textDocument?.completion, ...dynamic },
      hover: { ...able.textDocument?.hover, ...dynamic },
    },
  };
  const name = 'my-baseline.json';
  const configured = { '.runbook.yaml': `baseline: ${name}\n` };
  const title = `Accept dangling-id in ${name}`;
  const empty = '{"version": 1, "findings": []}\n';
  const lineOf = (file: string): string =>
    `{"file":"${file}","rule":"dangling-id","at":"000000000000.000000000000.000000000000"}`;
  const two = `{"version": 1, "findings": [\n${lineOf('a.md')},\n${lineOf('z.md')}\n]}\n`;

  /** The text of the baseline after the finding was accepted. */
  async function accepted(session: Session, before: string): Promise<string> {
    const { edit = {} } = called(await menu(session), title) ?? {};
    return applied({ [name]: before }, edit, (uri) => session.client.path(uri))[name] ?? '';
  }

  it.each([
    ['an empty one', empty],
    ['one with others', two],
    ['one that was formatted', two.replaceAll('\n', '\n  ')],
  ])('in %s: it is a hint once that is saved', async (_name, before) => {
    const session = await start({ ...configured, [name]: before }, dynamicClient);
    const { client } = session;
    await client.until(() => client.findings(document, rule).length === 1);
    const after = await accepted(session, before);
    const files = (JSON.parse(after) as { findings: { file: string }[] }).findings.map(({ file }) => file);
    expect(files).toEqual(before === empty ? [document] : ['a.md', document, 'z.md']);
    await client.write(name, after);
    await client.until(() =>
      client.diagnosticsOf(document).some(({ code, severity }) => code === rule && severity === 4),
    );
    expect(called(await menu(session), title)).toBeUndefined();
  });

  it('by one line, and lines of others stay', async () => {
    const session = await start({ ...configured, [name]: two }, dynamicClient);
    const { edit } = called(await menu(session), title) ?? {};
    expect(edit?.documentChanges).toMatchObject([
      { edits: [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } } }] },
    ]);
  });

  it('besides what was accepted and is not saved yet', async () => {
    const session = await start({ ...configured, [name]: empty }, dynamicClient);
    await session.client.until(() => session.client.registered.has('textDocument/didOpen'));
    expect(session.client.registered.get('textDocument/didOpen')).toEqual({
      documentSelector: [{ scheme: 'file', pattern: `**/${name}` }],
    });
    await session.client.open(name, two, 'json');
    expect(await accepted(session, two)).toContain(lineOf('z.md'));
    await session.client.change(name, { text: await accepted(session, two) });
    expect(called(await menu(session), title)).toBeUndefined();
  });

  it('in a file that is not there yet', async () => {
    const session = await start(configured, dynamicClient);
    const [create] = called(await menu(session), title)?.edit?.documentChanges ?? [];
    expect(create).toEqual({ kind: 'create', uri: session.client.uri(name) });
    expect(await accepted(session, '')).toContain(`"file":"${document}"`);
  });

  it.each<readonly [string, Record<string, string>, object]>([
    ['no baseline is configured', {}, dynamicClient],
    ['it cannot be read', { ...configured, [name]: '{' }, dynamicClient],
    ['its open text would not be known', { ...configured, [name]: empty }, able],
  ])('but not where %s', async (_name, files, capabilities) => {
    expect(called(await menu(await start(files, capabilities)), 'Accept')).toBeUndefined();
  });
});
