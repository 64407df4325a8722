/** What run files tell of a runbook is said in its hover, in both trees and in the report, in the same words. */
import { describe, expect, test } from 'vitest';
import { reportCsv } from '../../../server/src/report/formats/csv';
import { sectionsOf } from '../../../server/src/report/formats/sections';
import { atOnce } from '../../../server/src/text/slices';
import { hoverText, serveFixture } from '../../support/check-feature';

interface Run {
  readonly day: string;
  readonly outcome: string;
  readonly more?: string;
  readonly of?: string;
  readonly entry?: string;
}

const runFile = ({ day, outcome, more = '', of = '../RUN-001-pool.md', entry = 'RUN-001' }: Run): string =>
  `//- /runs/${day}-0912-run.md
---
runbook: run
of: ${of}
${entry === '' ? '' : `entry: ${entry}\n`}title: "A run"
started: ${day}T09:12:00Z
ended: ${day}T09:53:00Z
outcome: ${outcome}
${more === '' ? '' : `${more}\n`}drill: ${String(outcome === 'succeeded')}
who: "Ada"
steps:
  - "0ed66f7220d7 Restart the pooler"
  - "0123456789ab Check the gauge"
---

# A run
`;

const pool = `//- /RUN-001-pool.md
RUN<|>-001: Connection pool is exhausted
Category: Incident
Trigger: The pool gauge is above 90 %
Owner: Data Team
Last Tested: 2026-08-14

## Procedure

### Step 1: Restart the pooler

\`\`\`bash
systemctl restart pgbouncer
\`\`\`

### Step 2: Check the gauge

\`\`\`bash
pgbouncer-gauge --pool orders
\`\`\`
`;

const rolledBack: Run = { day: '2026-11-02', outcome: 'rolled-back', more: 'stopped: "Step 3"' };
const drill: Run = { day: '2026-08-14', outcome: 'succeeded' };
const served = serveFixture(pool + runFile(rolledBack) + runFile(drill));

const last = 'last run 2026-11-02, 41 min, rolled back at step 3';
const changed = '1 step changed since the test of 2026-08-14';

function hovered({ service, uri, position }: typeof served): string {
  return hoverText(service.editor.hover(uri, position));
}

describe('of an entry', () => {
  test('the hover lists its runs with links to the records, and which steps changed', () => {
    const text = hovered(served);
    expect(text).toContain(
      '- [Last run 2026-11-02, 41 min, rolled back at step 3](runs/2026-11-02-0912-run.md)\n' +
        '- [Drill 2026-08-14, 41 min, succeeded](runs/2026-08-14-0912-run.md)',
    );
    expect(text).toContain(`${changed}:\n\n- \\~ "Check the gauge"`);
  });

  test('a long history is cut off with its number', () => {
    const many = ['01', '02', '03', '04', '05'].map((day) =>
      runFile({ day: `2026-09-${day}`, outcome: 'failed' }),
    );
    const text = hovered(serveFixture(pool + many.join('')));
    expect(text).toContain('- [Run 2026-09-03, 41 min, failed]');
    expect(text).not.toContain('2026-09-02');
    expect(text).toContain('- 2 earlier runs');
    expect(text).not.toContain('changed since');
  });

  test('the row of the Phases view tells it, and its tooltip the steps', () => {
    const [node] = served.service.editor.outline(served.uri).nodes;
    expect(node?.description).toContain(`Data Team · ${changed} · ${last}`);
    expect(node?.detail).toContain('~ "Check the gauge"');
  });

  test('so does the row of the Entries view', () => {
    const { entries } = atOnce(served.service.editor.entries());
    expect(entries.find(({ id }) => id === 'RUN-001')?.runs).toEqual([last, changed, '~ "Check the gauge"']);
  });

  test('the report has a line for it, with the difference below the table', () => {
    const report = { folder: 'workspace', ...atOnce(served.service.report()) };
    const section = sectionsOf(report).find(({ title }) => title === 'Runs');
    expect(section?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['RUN-001 Connection pool is exhausted', '2', 'run 2026-11-02, 41 min, rolled back at step 3', changed],
    ]);
    expect(section?.details.map(({ entry, lines }) => [entry.id, lines])).toEqual([
      ['RUN-001', ['~ "Check the gauge"']],
    ]);
    expect(reportCsv([report])).toContain(',run,RUN-001,Connection pool is exhausted,RUN-001-pool.md,1,');
  });

  test('nothing is said of one that was never run', () => {
    const { service, uri, position } = serveFixture(pool);
    expect(hoverText(service.editor.hover(uri, position))).not.toMatch(/\brun \d|changed since/i);
    expect(service.editor.outline(uri)).not.toHaveProperty('runs');
    expect(atOnce(service.report()).runs).toEqual([]);
  });
});

describe('of a document as a whole', () => {
  const playbook = serveFixture(
    `//- /move.md
# Playbook: Mo<|>ve the shop

## Phase 1: Copy

**Tasks:**

1. Copy it with \`cp\`

**Gate Criteria:**

- [ ] It is there

**Rollback:** Delete the copy
${runFile({ ...rolledBack, of: '../move.md', entry: '' })}${runFile({ ...drill, of: '../move.md', entry: '' })}`,
  );

  test('hover on its title, Phases view and report tell it', () => {
    expect(hovered(playbook)).toContain('[Last run 2026-11-02, 41 min, rolled back at step 3]');
    const { runs = [] } = playbook.service.editor.outline(playbook.uri);
    expect(runs.slice(0, 2)).toEqual([last, expect.stringMatching(/^\d steps changed since the test of/)]);
    expect(runs).toContain('− "Restart the pooler"');
    const [run] = atOnce(playbook.service.report()).runs;
    expect(run).toMatchObject({ id: '', title: 'Playbook: Move the shop', file: 'move.md', count: 2 });
  });
});
