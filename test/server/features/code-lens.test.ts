import { describe, expect, test } from 'vitest';
import { serveFixture, showPlace } from '../../support/check-feature';
import { changed } from '../../support/sot-entries';

/** The lenses above the line with the cursor. */
function lensesAt(source: string): string[] {
  const { service, uri, position } = serveFixture(source);
  return service.editor
    .codeLenses(uri)
    .filter(({ range }) => range.start.line === position.line)
    .map(({ title }) => title);
}

describe('above an entry', () => {
  test('who routes to it, its score and the age of its last test', () => {
    expect(lensesAt(changed(['## RUN-001', '## RUN<|>-001']))).toEqual([
      '4 references · from DEP-001, MON-001',
      expect.stringMatching(/^score \d of 7: not .*scoped/),
      'last tested 29 days ago',
    ]);
  });

  test('the references are the places that a list of references shows', () => {
    const { service, files, uri, position } = serveFixture(changed(['## RUN-001', '## RUN<|>-001']));
    const [lens] = service.editor.codeLenses(uri).filter(({ range }) => range.start.line === position.line);
    expect(lens?.references?.map((place) => showPlace(files, place.uri, place.range))).toEqual([
      'SoT.DEPLOYMENT.md:33 «RUN-001»',
      'SoT.DEPLOYMENT.md:38 «RUN-001»',
      'SoT.DEPLOYMENT.md:132 «RUN-001»',
      'SoT.DEPLOYMENT.md:153 «RUN-001»',
    ]);
  });

  test('an entry that only its change log names says so', () => {
    expect(lensesAt(changed(['## GTM-001', '## GTM<|>-001']))).toEqual(['1 reference · nothing leads here']);
  });

  test('a runbook that nobody tried', () => {
    expect(
      lensesAt(
        changed(['**Last Tested**: 2026-10-22', '**Last Tested**: never'], ['## RUN-001', '## RUN<|>-001']),
      ),
    ).toContain('never tested');
  });
});

test('above a phase: how far its gate is', () => {
  const playbook = `
# Playbook: Move

## Phase 1: Copy<|>

**Gate Criteria:**

- [x] copied
- [ ] counted

## Phase 2: Switch

**Gate Criteria:** all is well
`;
  expect(lensesAt(playbook)).toEqual(['Gate: 1 of 2 checked']);
});

test('other Markdown files have no lenses', () => {
  expect(lensesAt('//- /README.md\n# Phase 1: Shop<|>\n')).toEqual([]);
});
