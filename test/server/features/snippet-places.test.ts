/** What templates say where they are inserted: numbers, dependencies, ids, rows. `<|>` is the cursor. */
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { toPlainText } from '../../../server/src/templates/expand-template';
import { inOrder, serveFixture } from '../../support/check-feature';

/** The document after a template was accepted, tab stops as they show. */
function inserted(source: string, prefix: string): string {
  const { service, files, path, uri, position } = serveFixture(
    `//- /${source.includes('Playbook') ? 'move.md' : 'SoT.OPERATIONS.md'}\n${source}`,
  );
  const { items } = service.editor.complete(uri, position, undefined, { snippets: true });
  const item = items.find(({ label }) => label === prefix);
  const edit = item?.textEdit;
  if (item === undefined || edit === undefined || !('range' in edit))
    throw new Error(`${prefix} is not offered`);
  const text = files.get(path) ?? '';
  const lines = new LineIndex(text);
  const edits = [{ ...edit, newText: toPlainText(edit.newText) }, ...(item.additionalTextEdits ?? [])];
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

const phase = (number: string): string =>
  `## Phase ${number}: Copy\n\n**Objective:** It is copied\n\n**Tasks:**\n1. Copy\n\n`;
const playbook = (phases: readonly string[], rest = ''): string =>
  `# Playbook: Move it\n\n## Overview\n\nIt moves.\n\n${phases.map(phase).join('')}<|>\n${rest}`;
const log =
  '## Execution Log\n\n| Phase | Started | Status |\n|-------|---------|--------|\n| 1     | 10:00   | Done   |\n| 2     |         |        |\n\n## Notes\n';

describe('a phase', () => {
  test('has the next number, depends on the one before, and gets its row in the execution log', () => {
    const after = inserted(playbook(['1', '2'], log), 'phase');
    expect(after).toContain('\n## Phase 3: [Name of the phase]\n');
    expect(after).toContain('- Requires Phase 2 completion\n');
    expect(after).toContain('| 2     |         |        |\n| 3     |         |        |\n\n## Notes\n');
  });

  test('has four others before it', () => {
    expect(inserted(playbook(['1', '2', '3', '4']), 'phase')).toMatch(
      /## Phase 5: [^]*Requires Phase 4 completion/,
    );
  });

  test('goes on in the way that phases are counted', () => {
    expect(inserted(playbook(['A', 'B']), 'phase')).toMatch(/## Phase C: [^]*Requires Phase B completion/);
    expect(inserted(playbook(['I', 'II']), 'phase')).toMatch(
      /## Phase III: [^]*Requires Phase II completion/,
    );
  });

  test('is the first where there is none', () => {
    const after = inserted('---\nrunbook: playbook\n---\n# Playbook: Move it\n\n<|>\n', 'phase');
    expect(after).toContain('Phase 1: ');
    expect(after).not.toContain('Dependencies');
  });

  test('in between makes the later ones count on, as the command does', () => {
    const source = playbook(
      ['1', '2'],
      `${phase('3')}${log.replace('\n\n## N', '\n| 3     |         |        |\n\n## N')}`,
    );
    const after = inserted(source, 'phase');
    expect(after).toMatch(/Phase 3: \[Name[^]*Requires Phase 2 completion[^]*## Phase 4: /);
    expect(after.match(/^\| \d/gm)).toEqual(['| 1', '| 2', '| 3', '| 4']);
  });
});

describe('parts of a playbook', () => {
  test('name the phase that they are about', () => {
    expect(
      inserted(
        playbook(['1', '2', '3'].slice(0, 2)).replace('<|>', `## Phase 3: Switch\n\n<|>\n`),
        'dependencies',
      ),
    ).toContain('Requires Phase 2 completion');
    expect(
      inserted(
        playbook(['1', '2', '3'], log.replace('## Notes\n', '<|>\n')).replace('<|>\n## Exec', '## Exec'),
        'execution-log-row',
      ),
    ).toContain('\n| 3 | ');
    const plan = '## Rollback Plan\n\n**From Phase 1:**\n\nTake it back.\n\n<|>\n';
    expect(inserted(playbook(['1', '2']).replace('<|>\n', plan), 'rollback-from-phase')).toContain(
      '**From Phase 2:**',
    );
  });
});

const entry = (rest: string): string => `---
id_prefix: RUN, MON
---
# Operations

## RUN-004: Disk is full

**ID**: RUN-004
**Status**: Active

${rest}
`;

describe('parts of an entry', () => {
  test('a step has the next number and the depth of the others', () => {
    const steps =
      '### Steps\n\n#### Step 1: Look\n\nLook.\n\n#### Step 2: Free space\n\nFree it.\n\n<|>\n\n### Escalation\n\nAsk.';
    expect(inserted(entry(steps), 'step')).toContain('\n#### Step 3: [What to do]\n');
    expect(inserted(entry('### Steps\n\n<|>'), 'step')).toContain('\n#### Step 1: [What to do]\n');
    expect(inserted(entry(steps.replace('<|>\n\n', '') + '\n\n### More Steps\n\n<|>'), 'step')).toContain(
      '### More Steps\n\n#### Step 1:',
    );
  });

  test('an entry has the next id', () => {
    expect(inserted(entry('<|>'), 'run-entry')).toContain('## RUN-005: ');
    expect(inserted(entry('<|>'), 'mon-entry')).toContain('## MON-001: ');
  });

  test('a row of the change log names the entry that has none, today', () => {
    const table =
      '## Change Log\n\n| Date | ID | Change | Author |\n| --- | --- | --- | --- |\n| 2026-01-01 | RUN-001 | Added | Ops |\n<|>\n';
    expect(inserted(entry(table), 'change-log-row')).toContain(
      '| 2026-11-20 | RUN-004 | Entry added | {Who} |',
    );
  });
});

describe('parts of a feature runbook', () => {
  const feature = (rest: string): string => `# Live Map Runbook\n\n**Feature Name:** Live map\n\n${rest}\n`;

  test('count on', () => {
    expect(inserted(feature('## Troubleshooting\n\n### Issue 1: Slow\n\nWait.\n\n<|>'), 'issue')).toContain(
      '\n### Issue 2: ',
    );
    expect(
      inserted(feature('## Escalation\n\n**Level 1: Support**\n- Handles: All\n\n<|>'), 'escalation-level'),
    ).toMatch(/\*\*Level 2: [^]*Escalates to: Level 3 /);
    expect(
      inserted(feature('| Code | Meaning |\n| --- | --- |\n| ERR-007 | Lost |\n<|>'), 'error-code-row'),
    ).toContain('| ERR-008 | ');
    expect(
      inserted(
        feature('## Change Log\n\n| Date | Version |\n| --- | --- |\n| 2026-01-01 | 1.9 |\n<|>'),
        'version-row',
      ),
    ).toContain('| 2026-11-20 | 1.10 | ');
  });
});

test('whole documents come first in an empty file, with the next ids of the workspace', () => {
  const { service, uri, position } = serveFixture(`//- /new.md\n<|>\n//- /SoT.OPERATIONS.md\n${entry('')}`);
  const { items } = service.editor.complete(uri, position, undefined, { snippets: true });
  expect(
    inOrder(items)
      .slice(0, 6)
      .map(({ label }) => label)
      .toSorted(),
  ).toEqual(['runbook-feature', 'runbook-playbook', 'runbook-release', 'runbook-run-file', 'runbook-sot']);
  expect(items.every(({ sortText = '' }) => sortText.startsWith('a'))).toBe(true);
  const texts = items.map(({ textEdit }) => textEdit?.newText ?? '');
  expect(texts.some((text) => text.startsWith('RUN-005: '))).toBe(true);
});
