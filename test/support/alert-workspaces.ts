/** Workspaces with alert rules, their runbooks, monitoring entries and configurations, for properties. */
import fc from 'fast-check';

/** Files by path, and what `.runbook.yaml` says without rules. */
export interface GeneratedWorkspace {
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly configuration: string;
}

const names = fc.constantFrom('ApiDown', 'ApiSlow', 'ApiErrorRateHigh', 'Watchdog', '"{{ .Values.name }}"');
const severities = fc.constantFrom('page', 'critical', 'warning', 'Sev2', 'none', '"{{ $severity }}"', '""');
const addresses = fc.constantFrom(
  'RUN-001',
  'RUN-002',
  'RUN-077',
  'MON-001',
  'MON-077',
  'docs/SoT.RUNBOOKS.md#run-002-add-a-node',
  'docs/SoT.RUNBOOKS.md#nowhere',
  'pages/ApiSlow.md',
  'pages/ApiSlwo.md#top',
  'https://docs.acme.example/ApiSlow#lost',
  'https://github.com/acme/shop/blob/main/docs/gone.md',
  '../gone.md',
  'TODO',
  '""',
  '&page RUN-002',
  '*page',
);
const annotations = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: addresses.map((address) => `runbook_url: ${address}`) },
    { weight: 1, arbitrary: addresses.map((address) => `runbook: ${address}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('summary: down', 'description: see https://wiki.acme.example/api'),
    },
  ),
  { maxLength: 3 },
);
const comments = fc.constantFrom(
  '',
  '',
  '',
  '      # runbook-disable\n',
  '      # runbook-disable alert-runbook-not-found\n',
  '      # runbook-disable paging-alert-without-runbook\n',
);

const rule = fc
  .record({
    name: names,
    severity: severities,
    lines: annotations,
    comment: comments,
    expr: fc.constantFrom('up == 0', 'api:errors:ratio > 0.05', 'vector(1)'),
  })
  .map(
    ({ name, severity, lines, comment, expr }) =>
      `${comment}      - alert: ${name}\n        expr: ${expr}\n        for: 5m\n        labels:\n          severity: ${severity}\n        annotations:\n${lines.map((line) => `          ${line}\n`).join('')}`,
  );

const alertFile = fc
  .array(rule, { minLength: 1, maxLength: 4 })
  .map((rules) => `groups:\n  - name: api\n    rules:\n${rules.join('')}`);

const claimed = fc.constantFrom('`ApiDown`', '`ApiSlow`', '`ApiDown`, `ApiSlow`', '`api_gone`', '[Alert]');
const thresholds = fc.constantFrom('> 2 %', '5 % for 10 minutes', '[Threshold]', '> 5 %');

const runbooks = fc
  .tuple(claimed, claimed)
  .map(
    ([first, second]) =>
      `---\nid_prefix: RUN-XXX\n---\n\n## RUN-001: Restart the API\n\n**Alert**: ${first}\n\nRestart it.\n\n## RUN-002: Add a node\n\n**Alert**: ${second}\n\nAdd one. See [MON-001](SoT.MONITORING.md#mon-001).\n`,
  );
const monitoring = fc
  .tuple(claimed, thresholds)
  .map(
    ([alert, threshold]) =>
      `---\nid_prefix: MON-XXX\n---\n\n## MON-001: API errors\n\n**Alert**: ${alert}\n\n| Level | Threshold |\n| --- | --- |\n| Critical | ${threshold} |\n`,
  );

const configurations = fc.subarray([
  'alerts: { paging: [Sev2], annotations: [runbook] }\n',
  'addresses:\n  - { from: "https://docs.acme.example/{name}", to: "pages/{name}.md" }\n',
  'kinds:\n  - { name: page, files: pages, titleFrom: fileName, roles: { steps: on } }\n',
  'prefixes: { MON: docs/SoT.MONITORING.md }\n',
]);

/** Rules and what they lead to, right and wrong, with configurations that say how to read them. */
export const alertWorkspace: fc.Arbitrary<GeneratedWorkspace> = fc
  .record({
    first: alertFile,
    second: alertFile,
    runbooks,
    monitoring,
    page: fc.constantFrom('# ApiSlow\n\nAdd a node.\n', '# ApiSlow\n\n## ApiDown\n\n[Steps]\n'),
    path: fc.constantFrom('deploy/alerts.yaml', 'test/alerts.yaml'),
    lines: configurations,
  })
  .map(({ first, second, runbooks: entries, monitoring: watched, page, path, lines }) => ({
    configuration: lines.join(''),
    files: [
      [path, first],
      ['deploy/more.yaml', second],
      ['docs/SoT.RUNBOOKS.md', entries],
      ['docs/SoT.MONITORING.md', watched],
      ['pages/ApiSlow.md', page],
    ],
  }));
