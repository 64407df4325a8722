/** The order of changes leaves no trace: alert rules and documents are judged as if all were read afresh. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigurationTree } from '../../../server/src/config/configuration-tree';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { createRunbookService, ruleNames, type RunbookService } from '../../../server/src/service';
import { runs } from '../../support/runs';
import { folder, today, uriOf } from '../../support/workspace';

const rule = (name: string, severity: string, annotation: string): string => `      - alert: ${name}
        expr: errors > 0.05
        for: 5m
        labels:
          severity: ${severity}
        annotations:
          ${annotation}
`;
const rules = (...all: readonly string[]): string => `groups:\n  - name: a\n    rules:\n${all.join('')}`;
const entry = (id: string, field: string): string => `---
id_prefix: ${id.slice(0, 3)}-XXX
---

## ${id}: Something

**Alert**: ${field}

| Level | Threshold |
| --- | --- |
| Critical | 2 % |

### Restart

Do it.
`;

/** What each file may hold. */
const variants: Readonly<Record<string, readonly string[]>> = {
  'a.yaml': [
    rules(rule('ApiErrors', 'critical', 'runbook_url: RUN-001')),
    rules(
      rule('ApiErrors', 'critical', 'runbook_url: docs/run.md#restart'),
      rule('ApiSlow', 'page', 'summary: slow'),
    ),
    rules(rule('ApiErrors', 'critical', 'summary: none')),
    'a: 1\n',
  ],
  'b.yml': [
    rules(rule('ApiSlow', 'critical', 'runbook_url: TODO')),
    rules(rule('{{ .Values.name }}', 'critical', 'runbook_url: docs/page.md')),
    rules(rule('ApiGone', 'page', 'runbook_url: docs/run.md#gone')),
  ],
  'docs/run.md': [entry('RUN-001', '`ApiErrors`'), entry('RUN-002', '`ApiSlow`'), '# Notes\n'],
  'docs/mon.md': [entry('MON-001', '`ApiErrors`'), entry('MON-001', '`ApiNever`'), '# Notes\n'],
  'docs/page.md': ['# ApiSlow\n\nText.\n', '# ApiErrors\n\nText.\n', '# Runbook: ApiGone\n\nText.\n'],
};

const change = fc.constantFrom(...Object.keys(variants)).chain((path) =>
  fc.record({
    path: fc.constant(path),
    text: fc.option(fc.constantFrom(...(variants[path] ?? [])), { freq: 4 }),
    way: fc.constantFrom('disk', 'open', 'close'),
  }),
);

function serviceOver(configuration: string): RunbookService {
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  const tree = new ConfigurationTree();
  tree.set('', parseConfiguration(configuration, ruleNames).configuration);
  service.configure(folder, tree);
  return service;
}

function allFindings(service: RunbookService): unknown {
  return [...service.uris()].sort().map((uri) => [uri, service.plainFindings(uri)]);
}

test('after any changes', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 12 }),
      fc.constantFrom('', 'alerts: {}\n', 'alerts: { paging: [critical] }\n'),
      (changes, configuration) => {
        const service = serviceOver(configuration);
        let version = 0;
        for (const { path, text, way } of changes) {
          const uri = uriOf(path);
          if (text === null) service.removeFile(uri);
          else if (way === 'open') service.openDocument(uri, ++version, text);
          else service.putFile(uri, text);
          if (way === 'close' && service.isOpen(uri)) service.closeDocument(uri);
          allFindings(service);
        }
        const afresh = serviceOver(configuration);
        for (const uri of service.uris()) afresh.putFile(uri, service.textOf(uri) ?? '');
        expect(allFindings(service)).toEqual(allFindings(afresh));
        const encoded = [...service.uris()].map((uri) => [uri, service.encode(uri)] as const);
        const later = serviceOver(configuration);
        for (const [uri, values] of encoded)
          expect(
            later.restore(uri, JSON.parse(JSON.stringify(values)), { findings: true, day: today }),
          ).not.toBeNull();
      },
    ),
    { numRuns: runs(200) },
  );
});
