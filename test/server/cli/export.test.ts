import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder';
import { day, runTool } from './run-tool';

const runbooks = `---
id_prefix: RUN-XXX
---

## RUN-002: Restart the pool

Restart it.

## RUN-001: Restart the API

Restart it.
`;

test('identifiers are exported one a line, and count as defined where the list is imported', async () => {
  const there = temporaryFolder({
    'docs/SoT.RUNBOOKS.md': runbooks,
    'docs/templates/x.md': '## RUN-009: Title\n\nText.\n',
  });
  const { code, out } = await runTool(['export', 'ids', there, '--today', day]);
  expect(code).toBe(0);
  expect(out).toBe(`{
  "version": 1,
  "made": "${day}",
  "ids": [
    {"id":"RUN-001","title":"Restart the API","file":"docs/SoT.RUNBOOKS.md#run-001-restart-the-api"},
    {"id":"RUN-002","title":"Restart the pool","file":"docs/SoT.RUNBOOKS.md#run-002-restart-the-pool"}
  ]
}
`);
  const here = temporaryFolder({
    '.runbook.yaml': 'imports: [ids/platform.json]\n',
    'ids/platform.json': out,
    'deploy/alerts.yaml': alerts('RUN-002', 'RUN-007'),
  });
  const { out: found } = await runTool(['check', here, '--today', day, '--format', 'json']);
  expect(rulesAt(found)).toEqual(['deploy/alerts.yaml:11 alert-runbook-not-found']);
});

test('a list that is old, broken or not there is told where it is imported', async () => {
  const folder = temporaryFolder({
    '.runbook.yaml': 'imports:\n  - gone.json\n  - old.json\n  - broken.json\n',
  });
  writeFileSync(join(folder, 'old.json'), '{"version":1,"made":"2026-01-01","ids":[]}');
  writeFileSync(join(folder, 'broken.json'), '[]');
  const { out } = await runTool(['check', folder, '--today', day, '--format', 'json']);
  const rows = JSON.parse(out) as { line: number; severity: string; message: string }[];
  expect(rows.map(({ line, severity, message }) => `${String(line)} ${severity} ${message}`)).toEqual([
    expect.stringMatching(/^2 error The list "gone\.json" cannot be read\./),
    expect.stringMatching(/^3 warning The list "old\.json" was made 323 days ago/),
    expect.stringMatching(/^4 error The list "broken\.json" cannot be read\. It is no list/),
  ]);
});

function alerts(first: string, second: string): string {
  const rule = (name: string, runbook: string): string =>
    `      - alert: ${name}\n        expr: up == 0\n        annotations:\n          runbook_url: ${runbook}\n`;
  return `groups:\n  - name: a\n    rules:\n${rule('A', first)}${rule('B', second)}`;
}

function rulesAt(json: string): string[] {
  const rows = JSON.parse(json) as { file: string; line: number; rule: string }[];
  return rows.map(({ file, line, rule }) => `${file}:${String(line)} ${rule}`);
}
