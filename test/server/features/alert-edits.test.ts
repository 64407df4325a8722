/** Renaming and moving what alert rules lead to: their addresses follow, and every other byte of the YAML stays. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editsIn, type WorkspaceChange } from '../../../server/src/features/shared/workspace-change';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { serveFixture, type ServedFixture } from '../../support/check-feature';
import { runs } from '../../support/runs';
import { spelledUri } from '../../support/changed-workspace';
import { folder, uriOf } from '../../support/workspace';

const documents = `
//- /docs/SoT.RUNBOOKS.md
---
id_prefix: RUN
---

# Runbooks

## RUN-001: Restart the API

**ID**: RUN-001

## RUN-002: Free disk space

**ID**: RUN-002
//- /docs/disk.md
# Disk is full

## Old logs
//- /runbooks/RUN-003-queue.md
RUN-003: Queue is stuck
Category: Incident
Trigger: The queue is stuck
Owner: Ops
Last Tested: 2026-11-01
//- /.runbook.yaml
addresses:
  - from: https://docs.example/runbooks
    to: docs
  - from: '{{ .Values.runbooks }}'
    to: docs
//- /.git/config
[remote "origin"]
  url = git@github.com:acme/shop.git
//- /deploy/alerts.yaml
`;

const forge = 'https://github.com/acme/shop/blob/main';

function serveAlerts(yaml: string): ServedFixture {
  const served = serveFixture(documents);
  served.service.putFile(uriOf('deploy/alerts.yaml'), yaml);
  return served;
}

/** The alert file after a change. */
function after(yaml: string, change: WorkspaceChange): string {
  return applyEdits(yaml, editsIn(change, uriOf('deploy/alerts.yaml'), new LineIndex(yaml)));
}

function renamed(yaml: string, path: string, words: string, newName: string): string {
  const { service } = serveAlerts(yaml);
  const uri = uriOf(path);
  const runbook = service.runbook(uri);
  const position = runbook?.lines.positionAt(runbook.text.indexOf(words));
  if (position === undefined) throw new Error(`no ${path}`);
  const options = { builtInMarkdown: false, renameFiles: true };
  return after(yaml, service.editor.rename(uri, position, newName, options));
}

function moved(yaml: string, from: string, to: string): string {
  const { service } = serveAlerts(yaml);
  const moves = [{ oldUri: `${folder}/${from}`, newUri: spelledUri(to) }];
  return after(yaml, service.editor.moveFiles(moves));
}

/** An address, with what it is after RUN-001 became RUN-007, and after disk.md became ops/full.md. */
interface Case {
  readonly address: string;
  readonly renamed?: string;
  readonly moved?: string;
}

const cases: readonly Case[] = [
  { address: 'RUN-001', renamed: 'RUN-007' },
  { address: 'RUN-002' },
  {
    address: 'docs/SoT.RUNBOOKS.md#run-001-restart-the-api',
    renamed: 'docs/SoT.RUNBOOKS.md#run-007-restart-the-api',
  },
  { address: `${forge}/docs/SoT.RUNBOOKS.md#run-001`, renamed: `${forge}/docs/SoT.RUNBOOKS.md#run-007` },
  { address: 'docs/disk.md', moved: 'docs/ops/full.md' },
  { address: './docs/disk.md#old-logs', moved: './docs/ops/full.md#old-logs' },
  { address: `${forge}/docs/disk.md`, moved: `${forge}/docs/ops/full.md` },
  {
    address: `${forge}/docs/disk.md?plain=1#Old-logs`,
    moved: `${forge}/docs/ops/full.md?plain=1#Old-logs`,
  },
  { address: 'https://docs.example/runbooks/disk.md', moved: 'https://docs.example/runbooks/ops/full.md' },
  { address: 'https://wiki.example/docs/disk.md#run-001' },
  { address: 'docs/gone.md' },
  { address: 'TODO' },
];

/** Ways of writing a value in YAML; `in` is where it goes. */
const styles: readonly ((value: string) => string)[] = [
  (value) => ` ${value}`,
  (value) => `   ${value}   # see RUN-001 and docs/disk.md`,
  (value) => ` "${value}"`,
  (value) => ` '${value}' # …`,
  (value) => ` >-\n            ${value}`,
  (value) => ` |\n            ${value}\n`,
  (value) => `\n            ${value}`,
];

const rule = fc.record({
  address: fc.constantFrom(...cases),
  style: fc.constantFrom(...styles),
  words: fc.constantFrom('Größe → 中文', 'RUN-001 is in docs/disk.md', '`x`: "y"', "it's"),
  isFlow: fc.boolean(),
});

type Rule = typeof rule extends fc.Arbitrary<infer R> ? R : never;

/** The text of a file of rules with the addresses that `pick` gives. */
function written(rules: readonly Rule[], eol: string, pick: (one: Case) => string): string {
  const lines = rules.map(({ address, style, words, isFlow }, index) =>
    [
      `      # RUN-001: ${words}`,
      `      - alert: Alert${String(index)}`,
      '        expr: |',
      `          up{job="RUN-001"} == 0 # docs/disk.md`,
      isFlow
        ? `        annotations: { summary: 'RUN-001', runbook_url: "${pick(address)}" }`
        : `        annotations:\n          summary: >\n            ${words}\n          runbook_url:${style(pick(address))}`,
    ].join('\n'),
  );
  return ['groups:', '  - name: größe', '    rules:', ...lines, ''].join('\n').replace(/\n/g, eol);
}

test('an id is renamed and a file moved, and every other byte stays', () => {
  const input = fc.tuple(fc.array(rule, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'));
  fc.assert(
    fc.property(input, ([rules, eol]) => {
      const yaml = written(rules, eol, ({ address }) => address);
      expect(renamed(yaml, 'docs/SoT.RUNBOOKS.md', 'RUN-001:', 'RUN-007')).toBe(
        written(rules, eol, ({ address, renamed: to = address }) => to),
      );
      expect(moved(yaml, 'docs/disk.md', 'docs/ops/full.md')).toBe(
        written(rules, eol, ({ address, moved: to = address }) => to),
      );
    }),
    { numRuns: runs(120) },
  );
});

function alert(address: string): string {
  return `- alert: X\n  expr: x > 1\n  annotations:\n    runbook_url: ${address}\n`;
}

describe('addresses of alert rules', () => {
  it('follow an id that is renamed in the alert file itself', () => {
    const yaml = alert('RUN-001');
    expect(renamed(yaml, 'deploy/alerts.yaml', 'RUN-001', 'RUN-009')).toBe(alert('RUN-009'));
    const anchored = alert('docs/SoT.RUNBOOKS.md#run-001-restart-the-api');
    expect(renamed(anchored, 'deploy/alerts.yaml', 'run-001', '9')).toBe(
      alert('docs/SoT.RUNBOOKS.md#run-009-restart-the-api'),
    );
  });

  it('follow two ids that change places', () => {
    const yaml = alert('RUN-001') + alert('RUN-002');
    expect(renamed(yaml, 'docs/SoT.RUNBOOKS.md', 'RUN-001:', 'swap RUN-002')).toBe(
      alert('RUN-002') + alert('RUN-001'),
    );
  });

  it('follow a file that is named like its entry', () => {
    expect(renamed(alert('runbooks/RUN-003-queue.md'), 'runbooks/RUN-003-queue.md', 'RUN-003', '8')).toBe(
      alert('runbooks/RUN-008-queue.md'),
    );
  });

  it('follow the words of a heading', () => {
    expect(
      renamed(alert('docs/SoT.RUNBOOKS.md#Runbooks'), 'docs/SoT.RUNBOOKS.md', 'Runbooks', 'What to do'),
    ).toBe(alert('docs/SoT.RUNBOOKS.md#what-to-do'));
    expect(
      renamed(
        alert(`${forge}/docs/SoT.RUNBOOKS.md#run-001-restart-the-api`),
        'docs/SoT.RUNBOOKS.md',
        'Restart the API',
        'Restart the shop',
      ),
    ).toBe(alert(`${forge}/docs/SoT.RUNBOOKS.md#run-001-restart-the-shop`));
  });

  it('follow a folder', () => {
    expect(moved(alert(`${forge}/docs/disk.md#old-logs`), 'docs', 'ops/docs')).toBe(
      alert(`${forge}/ops/docs/disk.md#old-logs`),
    );
  });

  it.each([
    ['docs/[old] disk.md', 'docs/%5Bold%5D%20disk.md'],
    ['docs/50% full.md', 'docs/50%25%20full.md'],
    ["docs/it's #1: (disk).md", 'docs/it%27s%20%231%3A%20%28disk%29.md'],
    ['docs/größe 中文.md', 'docs/größe%20中文.md'],
  ])('follow a file to %s', (to, address) => {
    const yaml = alert('docs/disk.md#old-logs');
    expect(moved(yaml, 'docs/disk.md', to)).toBe(alert(`${address}#old-logs`));
    expect(moved(alert(`'docs/disk.md'`), 'docs/disk.md', to)).toBe(alert(`'${address}'`));
  });

  it('keep a beginning that is a template', () => {
    expect(moved(alert("'{{ .Values.runbooks }}/disk.md'"), 'docs/disk.md', 'docs/ops/full.md')).toBe(
      alert("'{{ .Values.runbooks }}/ops/full.md'"),
    );
  });

  it('stay where no way of writing leads to the new place', () => {
    const yaml = alert('https://docs.example/runbooks/disk.md');
    const { service } = serveFixture(
      documents.replace(
        /addresses:[^]*?(?=\/\/-)/,
        'addresses:\n  - from: https://docs.example/runbooks\n    to: docs\n',
      ),
    );
    service.putFile(uriOf('deploy/alerts.yaml'), yaml);
    const moves = [{ oldUri: uriOf('docs/disk.md'), newUri: uriOf('ops/disk.md') }];
    expect(after(yaml, service.editor.moveFiles(moves))).toBe(yaml);
  });
});
