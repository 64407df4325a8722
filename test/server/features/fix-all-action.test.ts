import { expect, test } from 'vitest';
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
