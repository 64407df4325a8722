/**
 * The built product under Node's permission model: it may read its own folder and the workspace, and write and start
 * nothing. A module that is loaded before it ends the process at any use of the network.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { productForTests, runCliUnder, startServer } from '../support/built-product';
import { link, temporaryFolder } from '../server/disk/temporary-folder';
import { day } from '../server/cli/run-tool';

const runbooks = `---
id_prefix: RUN-XXX
---

# Runbooks

[Status](https://status.example/) and [more](../../../../etc/hosts) and <img src="http://tracker.example/x.png">.

## RUN-001: Drain

**ID**: RUN-001

See RUN-404 and [RUN-001](http://docs.example/runbooks.md#run-001).
`;

/** A list of the identifiers of another repository. */
function list(id: string): string {
  return `{"version":1,"made":"2026-11-01","ids":[{"id":"${id}","title":"\\u001b[31m x","file":"a.md"}]}`;
}

/** Rules that name programs, files and addresses; nothing of them is rendered, started or asked. */
const alertRules = `groups:
  - name: shop
    rules:
      - alert: Down{{ system "touch started" }}
        expr: up == 0 # {{ readFile "../../elsewhere/secret.md" }}
        labels: { severity: page }
        annotations: { runbook_url: !include ../../elsewhere/secret.md }
      - alert: Slow
        expr: up == 0
        annotations: { runbook_url: "https://git.example/acme/shop/blob/main/gone.md" }
      - alert: Full
        expr: up == 0
        annotations: { runbook_url: RUN-404 }
      - alert: Empty
        expr: up == 0
        annotations: { runbook_url: RUN-700 }
`;

/** A workspace that tries to have other files read, programs started and addresses asked. */
const content = {
  'work/SoT.RUNBOOKS.md': runbooks,
  'work/.gitignore': link('/etc/passwd'),
  'work/.git/config':
    '[core]\n\tfsmonitor = touch started\n[diff]\n\texternal = touch started\n' +
    '[include]\n\tpath = ../../elsewhere/config\n' +
    '[remote "origin"]\n\turl = https://ci:hunter2x9@git.example/acme/shop.git\n',
  'work/.runbook.yaml': 'imports: [ids.json, linked.json, ../elsewhere/ids.json]\n',
  'work/ids.json': list('RUN-700'),
  'work/linked.json': link('../elsewhere/ids.json'),
  'work/deploy/alerts.yaml': alertRules,
  'elsewhere/ids.json': list('RUN-404'),
  'elsewhere/config': '[remote "other"]\n\turl = https://git.example/acme/other.git\n',
  'work/outside.md': link('../elsewhere/secret.md'),
  'elsewhere/secret.md': '# RUN-404: Secret\n',
};

const noNetwork = `
const refuse = (what) => () => { console.error('NETWORK ' + what); process.exit(99); };
const net = require('node:net'); const dns = require('node:dns'); const dgram = require('node:dgram');
net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
dns.lookup = refuse('lookup'); dns.resolve = refuse('resolve');
dgram.createSocket = refuse('datagram');
globalThis.fetch = refuse('fetch');
`;

const product = productForTests();
beforeAll(() => {
  writeFileSync(join(dirname(product.cli), 'no-network.cjs'), noNetwork);
});

/** Options that allow to read the program and the workspace, and what more is named. */
function confinedTo(work: string, ...more: readonly string[]): string[] {
  const home = dirname(product.cli);
  return [
    '--no-warnings',
    '--experimental-permission',
    `--allow-fs-read=${home}/*`,
    `--allow-fs-read=${work}*`,
    ...more,
    '--require',
    join(home, 'no-network.cjs'),
  ];
}

test('checking reads the workspace only, writes nothing, starts nothing and asks nobody', async () => {
  const work = join(temporaryFolder({ ...content, 'work/disk': link('/usr') }), 'work');
  for (const command of [
    ['check', work, '--today', day, '--no-cache'],
    ['report', work, '--today', day],
  ]) {
    const { code, out, error } = await runCliUnder(confinedTo(work), product, ...command);
    expect(error).not.toMatch(/NETWORK|ERR_ACCESS_DENIED/);
    expect([0, 1]).toContain(code);
    expect(out).toContain('RUN-001');
  }
});

test('lists, alert rules and the addresses of remotes are data of the workspace', async () => {
  const work = join(temporaryFolder(content), 'work');
  const args = ['check', work, '--today', day, '--no-cache'];
  const { out, error } = await runCliUnder(confinedTo(work), product, ...args);
  expect(error).not.toMatch(/NETWORK|ERR_ACCESS_DENIED/);
  // neither list that is outside counts
  for (const name of ['linked.json', '../elsewhere/ids.json'])
    expect(out).toContain(`The list "${name}" cannot be read.`);
  expect(out).toContain('Full sends on-call to RUN-404');
  expect(out).not.toContain('RUN-700');
  // the remote says that an address is one of this repository
  expect(out).toContain('Slow sends on-call to gone.md');
  const report = await runCliUnder(confinedTo(work), product, 'report', work, '--today', day, '--json');
  for (const text of [out, error, report.out, report.error]) {
    expect(text).not.toContain('hunter2x9');
    expect(text).not.toContain('\u001b[31m');
  }
  expect(existsSync(join(work, 'started'))).toBe(false);
});

test('fixing writes into the workspace only', async () => {
  const work = join(temporaryFolder(content), 'work');
  const options = confinedTo(work, `--allow-fs-write=${work}/*`);
  const { code, error } = await runCliUnder(
    options,
    product,
    'check',
    work,
    '--fix',
    '--no-cache',
    '--today',
    day,
  );
  expect(error).not.toMatch(/NETWORK|ERR_ACCESS_DENIED/);
  expect([0, 1]).toContain(code);
});

test('the confinement holds: without it what lies outside can be read', async () => {
  const work = join(temporaryFolder(content), 'work');
  const open = await runCliUnder([], product, 'check', work, '--allow-outside', '--no-cache', '--today', day);
  expect(open.out).toContain('in 3 documents.');
  const closed = await runCliUnder(
    confinedTo(work),
    product,
    'check',
    work,
    '--allow-outside',
    '--no-cache',
    '--today',
    day,
  );
  expect(closed.out).not.toContain('in 3 documents.');
});

test('the server reads the workspace, keeps what it learned in its cache, and does no more', async () => {
  const work = join(temporaryFolder(content), 'work');
  const caches = join(dirname(product.server), 'cache');
  mkdirSync(caches, { recursive: true });
  const { connection, end, uri } = await startServer(product, work, {
    nodeOptions: confinedTo(work, `--allow-fs-write=${caches}/*`),
    caches,
  });
  const document = { uri: uri('SoT.RUNBOOKS.md'), languageId: 'markdown', version: 1, text: runbooks };
  await connection.sendNotification('textDocument/didOpen', { textDocument: document });
  const report = await connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: document.uri },
  });
  expect(JSON.stringify(report)).toContain('RUN-404');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const { code, error } = await end;
  expect(error).not.toMatch(/NETWORK|ERR_ACCESS_DENIED/);
  expect(code).toBe(0);
  expect(readFileSync(join(work, 'SoT.RUNBOOKS.md'), 'utf8')).toBe(runbooks);
});
