import { expect, test } from 'vitest';
import { createRunbookService } from '../../../server/src/service';
import { serveFixture } from '../../support/check-feature';

const playbook = `//- /SoT.RISKS.md
---
id_prefix: RISK
---

# Risks

## RISK-001: Disk is full

**ID**: RISK-001
**Status**: Open

See RISK-001 for more.

### Related IDs

- [RISK-001](#risk-001-disk-is-full)
`;

test('source.fixAll.runbook fixes what can be fixed without asking, only when it is asked for', () => {
  const { service, uri } = serveFixture(playbook);
  expect(service.editor.fixAllAction(uri, undefined)).toEqual([]);
  expect(service.editor.fixAllAction(uri, ['quickfix'])).toEqual([]);
  const fixable = service
    .findings(uri)
    .filter((finding) => finding.fixes().some(({ automatic }) => automatic));
  expect(fixable.length).toBeGreaterThan(0);
  const [action, ...others] = service.editor.fixAllAction(uri, ['source.fixAll']);
  expect(others).toEqual([]);
  expect(action?.kind).toBe('source.fixAll.runbook');
  expect(action?.edit?.documentChanges).toHaveLength(1);
});

test('a document without anything to fix gets no source action', () => {
  const { service, uri } = serveFixture('//- /notes.md\n# Notes\n');
  expect(service.editor.fixAllAction(uri, ['source'])).toEqual([]);
});

test('to fix a document, those that it does not concern are not judged', () => {
  const judged = new Set<string>();
  const service = createRunbookService(
    { today: () => '2026-11-20' },
    {
      workLog: {
        isSetAside: () => false,
        during(uri, _text, work) {
          judged.add(uri);
          return work();
        },
      },
    },
  );
  service.setFolders([{ uri: 'file:///w', name: 'w' }]);
  const [, risks = ''] = playbook.split('//- /SoT.RISKS.md\n');
  service.putFile('file:///w/SoT.RISKS.md', risks);
  service.putFile('file:///w/SoT.OTHER.md', risks.replaceAll('RISK', 'TEST'));
  judged.clear();
  expect(service.editor.fixAllAction('file:///w/SoT.RISKS.md', ['source'])).toHaveLength(1);
  expect([...judged]).toEqual(['file:///w/SoT.RISKS.md']);
});
