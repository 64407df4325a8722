import { describe, expect, test } from 'vitest';
import { serveFixture } from '../../support/check-feature';
import { fixtureOf, offered, refactored, refactoringsAt, textsAfter } from '../../support/refactored';
import { changed, windows } from '../../support/sot-entries';

const only = (source: string, title: string): string =>
  Object.values(refactored(source, title)).join('\n=====\n');

describe('numbering steps', () => {
  test('headings count from one, and words that name a step follow', () => {
    const text = only(
      `
# Runbook: Pool

**Feature Name:** Pool

## Deployment Steps

### St<|>ep 1: Drain

### Step 3: Restart

If it fails, repeat [step 3](#step-3-restart).

### Step 4: Check
`,
      'Renumber the steps',
    );
    expect(text).toContain(
      '### Step 2: Restart\n\nIf it fails, repeat [step 2](#step-2-restart).\n\n### Step 3: Check',
    );
  });

  test('items of a list count up, and what is indented below a wider number moves with it', () => {
    const items = Array.from({ length: 10 }, () => '1. Go on\n   - Verify: it runs\n').join('');
    const text = only(
      changed([
        '1. **Mitigate**: undo the last rollout with `kubectl rollout undo deploy/storefront`\n   - Verify: the share of failed checkouts falls within five minutes.\n',
        `<|>${items}`,
      ]),
      'Renumber the steps',
    );
    expect(text).toContain('9. Go on\n   - Verify: it runs\n10. Go on\n    - Verify: it runs\n\n### Esc');
  });

  test('nothing to do, nothing offered', () => {
    expect(offered(changed(['1. **Mitigate**', '1. **Miti<|>gate**'])).join()).not.toContain('Number');
  });
});

test('phases count without gaps, with dependencies and the execution log', () => {
  const text = only(
    `
# Playbook: Move

## Phase 1: Copy

**Gate Criteria:**

- [ ] copied

## Pha<|>se 3: Switch

**Dependencies:**

- Requires Phase 1 completion

**Gate Criteria:**

- [ ] switched

## Phase 4: Clean up

**Dependencies:**

- Requires Phase 3 completion

## Rollback Plan

### From Phase 4

Nothing.

## Execution Log

| Phase | Status |
| ----- | ------ |
| 3     | done   |
| 4     |        |
`,
    'Renumber the phases',
  );
  expect(text).toContain('## Phase 2: Switch');
  expect(text).toContain('## Phase 3: Clean up\n\n**Dependencies:**\n\n- Requires Phase 2 completion');
  expect(text).toContain('### From Phase 3');
  expect(text).toContain('| 2     | done   |\n| 3     |        |');
});

describe('sorting entries', () => {
  const source = `
//- /SoT.OPS.md
---
id_prefix: RUN-XXX, MON-XXX
---

# Ope<|>rations (SoT File)

See [steps](#steps) and [more](#steps-1).

## RUN-003: Third

**ID**: RUN-003

### Steps

1. third

---

## MON-001: Rate

**ID**: MON-001

## RUN-001: First

**ID**: RUN-001

### Steps

1. first
//- /runbooks.md
See [it](SoT.OPS.md#steps-1).
`;
  const title = 'Sort the entries by ID within each prefix';

  test('each prefix keeps its places, and anchors that depend on the order follow', () => {
    const files = refactored(source, title);
    const text = files['SoT.OPS.md'] ?? '';
    expect(text.match(/## (?:RUN|MON)-\d+/g)).toEqual(['## RUN-001', '## MON-001', '## RUN-003']);
    expect(text).toContain('1. first\n\n---\n\n## MON-001');
    expect(text).toContain('See [steps](#steps-1) and [more](#steps).');
    expect(files['runbooks.md']).toBe('See [it](SoT.OPS.md#steps).\n');
  });

  test('no line gets lost, and sorted entries need no sorting', () => {
    const served = serveFixture(source);
    const action = refactoringsAt(served).find((one) => one.title === title);
    const after = action === undefined ? served.files : textsAfter(served, action);
    const lines = (text = ''): string[] =>
      text
        .replaceAll(/#steps(?:-1)?\)/g, '#)')
        .split('\n')
        .sort();
    expect(lines(after.get('SoT.OPS.md'))).toEqual(lines(served.files.get('SoT.OPS.md')));
    expect(offered(fixtureOf(after, 'SoT.OPS.md', '# Operations'))).not.toContain(title);
  });
});

describe('deprecating an entry', () => {
  test('heading, status and a place for the replacement; links follow the heading', () => {
    const text = only(
      windows(changed(['## RUN-001', '## RUN<|>-001'])),
      'Deprecate RUN-001 and name a replacement',
    );
    expect(text).toContain('## RUN-001: [DEPRECATED] Checkout errors\r\n');
    expect(text).toContain(
      '**Status**: Deprecated\r\n**Replaced by**: {RUN-XXX, or why it has no replacement}\r\n**Owner**',
    );
    expect(text).toContain('[RUN-001](#run-001-deprecated-checkout-errors) - rollback');
    expect(text).not.toContain('(#run-001-checkout-errors)');
  });

  test('links to the heading as GitLab has it follow, too', () => {
    const text = only(
      '//- /SoT.OPS.md\n# Operations (SoT File)\n\nSee [it](#run-001-drain).\n\n## RUN-0<|>01 — Drain\n\n**Status**: Active\n',
      'Deprecate RUN-001 and name a replacement',
    );
    expect(text).toContain('See [it](#run-001--deprecated-drain).');
  });

  test('the remark behind the status stays', () => {
    const text = only(changed(['## DEP-001', '## DEP<|>-001']), 'Deprecate DEP-001 and name a replacement');
    expect(text).toContain('**Status**: Deprecated (EPIC-04b, 2026-05-09)\n**Replaced by**: {DEP-XXX');
  });

  test('an entry without a status gets one', () => {
    const source = changed(
      ['**Category**: Incident Response\n**Status**: Active\n', '**Category**: Incident Response\n'],
      ['## RUN-001', '## RUN<|>-001'],
    );
    expect(only(source, 'Deprecate RUN-001 and name a replacement')).toContain(
      '**Category**: Incident Response\n**Status**: Deprecated\n**Replaced by**: {RUN-XXX',
    );
  });

  test.each([
    ['**Status**:', '**Status**: Deprecated\n**Replaced by**: {RUN-XXX, or why it has no replacement}'],
    ['Status: -', 'Status: Deprecated\nReplaced by: {RUN-XXX, or why it has no replacement}'],
    [
      '<b>Status</b>:',
      '<b>Status</b>: Deprecated\n<b>Replaced by</b>: {RUN-XXX, or why it has no replacement}',
    ],
    [
      '| Field | Value |\n| --- | --- |\n| Status | |',
      '| Field | Value |\n| --- | --- |\n| Status | Deprecated |\n| Replaced by | {RUN-XXX, or why it has no replacement} |',
    ],
  ])('%j, which says nothing, is filled in', (status, written) => {
    const text = only(
      `//- /SoT.OPS.md\n# Operations (SoT File)\n\n## RUN-0<|>01: Drain\n\n${status}\n`,
      'Deprecate RUN-001 and name a replacement',
    );
    expect(text).toContain(`\n\n${written}\n`);
  });

  test('is not offered twice', () => {
    expect(offered(changed(['## RUN-001: C', '## RUN<|>-001: [DEPRECATED] C'])).join()).not.toContain(
      'Deprecate',
    );
  });
});

const plain = `
//- /runbooks/RUN-007.md
RUN-0<|>07: Queue is stuck
Category: Incident
Trigger: MON-004 fires
Owner: Platform team
Last Tested: 2026-10-01

## Scope
- **Handles**: the mail queue

## Procedure

### Step 1: Look
\`\`\`bash
# not a heading
queuectl list
\`\`\`

Linked IDs: MON-004
`;

describe('plain form and heading form', () => {
  test.each(['1. ', '🚒 ', 'Entry ', '['])('a heading with %j in front of its id keeps its form', (words) => {
    const entry = (lead: string): string =>
      `//- /SoT.OPS.md\n# Operations (SoT File)\n\n## ${lead}RUN-0<|>01: Drain\n\n**Owner**: us\n`;
    expect(offered(entry(words)).join()).not.toContain('to the plain form');
    expect(offered(entry('')).join()).toContain('to the plain form');
  });

  test('marks around an id go in pairs, and a lone one keeps its heading', () => {
    const entry = (id: string): string => `//- /RUN-007.md\n# ${id} Stuck\n\n**Owner**: Team\n\nRun it.\n`;
    for (const id of ['`RU<|>N-007`:', '**RU<|>N-007** -', '_RU<|>N-007_'])
      expect(only(entry(id), 'Convert RUN-007 to the plain form')).toBe(
        'RUN-007: Stuck\nOwner: Team\n\nRun it.\n',
      );
    for (const id of ['RU<|>N-007`', '**RU<|>N-007:', 'RU<|>N-007**'])
      expect(offered(entry(id)).join()).not.toContain('plain form');
  });

  test('plain fields become bold ones under a heading, sections go one level down', () => {
    expect(only(plain, 'Convert RUN-007 to a heading with bold fields')).toBe(`## RUN-007: Queue is stuck

**ID**: RUN-007
**Category**: Incident
**Trigger**: MON-004 fires
**Owner**: Platform team
**Last Tested**: 2026-10-01

### Scope
- **Handles**: the mail queue

### Procedure

#### Step 1: Look
\`\`\`bash
# not a heading
queuectl list
\`\`\`

Linked IDs: MON-004
`);
  });

  test.each([
    ['', plain],
    [' with Windows line endings', windows(plain)],
  ])('back again is what was there before%s', (_what, source) => {
    const served = serveFixture(source);
    const to = refactoringsAt(served).find(({ title }) => title.endsWith('bold fields'));
    const there = to === undefined ? served.files : textsAfter(served, to);
    const back = serveFixture(fixtureOf(there, 'runbooks/RUN-007.md', '## RUN-007'));
    const from = refactoringsAt(back).find(({ title }) => title === 'Convert RUN-007 to the plain form');
    expect(from === undefined ? there : textsAfter(back, from)).toEqual(served.files);
  });

  test('fields that a Source-of-Truth file asks of headings come along as slots', () => {
    const sot = `//- /SoT.OPS.md\n---\nid_prefix: RUN-XXX\n---\n\n# Operations (SoT File)\n\nRU<|>N-007: Queue is stuck\nCategory: Recovery\nOwner: Platform team\n\nRun it.\n`;
    expect(only(sot, 'Convert RUN-007 to a heading with bold fields')).toContain(
      '## RUN-007: Queue is stuck\n\n**ID**: RUN-007\n**Status**: {Status}\n**Created**: YYYY-MM-DD\n**Category**: Recovery\n',
    );
  });

  test('one in plain lines takes nothing from the entry of the same id around it', () => {
    const source = '//- /SoT.OPS.md\n## RUN-007: Stuck\n\n### Notes\n\nRU<|>N-007: Queue\nTrigger: now\n';
    expect(offered(source).join()).not.toContain('bold fields');
    expect(offered(source.replace('## RUN-007', '## RUN-008')).join()).toContain('bold fields');
  });

  test('an id that is stated further down is stated once', () => {
    const text = only(
      '//- /SoT.OPS.md\nRU<|>N-007: Queue\nCategory: Recovery\nTrigger: now\n\n**ID**: RUN-007\n',
      'Convert RUN-007 to a heading with bold fields',
    );
    expect(text.match(/\*\*ID\*\*/g)).toHaveLength(1);
  });

  test('an entry with a link to its own heading keeps it', () => {
    const entry = (words: string): string =>
      `//- /RUN-007.md\n# RU<|>N-007: Stuck\n\n**Category**: Recovery\n**Owner**: Team\n\n${words}\n`;
    expect(offered(entry('Run it.')).join()).toContain('plain form');
    expect(offered(entry('See [above](#run-007-stuck).')).join()).not.toContain('plain form');
    for (const [heading, fragment] of [
      ['RUN-007 — Stuck', 'run-007-stuck'],
      ['RUN-007: Stuck {#stuck}', 'stuck'],
    ])
      expect(
        offered(
          entry(`See [above](#${fragment ?? ''}).`).replace(
            'RU<|>N-007: Stuck',
            heading?.replace('-', '<|>-') ?? '',
          ),
        ).join(),
      ).not.toContain('plain form');
  });

  test('an entry that other sections follow keeps its heading', () => {
    expect(offered(changed(['## RUN-001', '## RUN<|>-001'])).join()).not.toContain('plain form');
  });
});
