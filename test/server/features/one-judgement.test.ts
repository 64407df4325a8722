/** Findings, hover, lens and tree say the same of what is written and of who refers to what. */
import { describe, expect, it, test } from 'vitest';
import { checkHover, serveFixture } from '../../support/check-feature';
import { textsAfter } from '../../support/refactored';

const phase = (rest: string): string => `//- /move.md
# Playbook: Move

### Pha<|>se 1: Copy

**Objective:** The data is
copied and compared.

**Tasks:**

1. Copy with \`cp -a\`

**Gate Criteria:**

- [ ] Sizes match

${rest}`;

describe('a rollback', () => {
  it('that a quick fix inserted is to be filled in, for the hover as for the rules', () => {
    const served = serveFixture(phase(''));
    const { service, uri, position, path } = served;
    checkHover(phase(''), 'Rollback: **no**');
    const fix = service.editor
      .codeActions(uri, { start: position, end: position }, [], ['quickfix'])
      .find(({ title }) => title.startsWith('Add a rollback'));
    expect(fix).toBeDefined();
    const text = fix === undefined ? '' : (textsAfter(served, fix).get(path) ?? '');
    const after = `//- /move.md\n${text.replace('### Phase', '### Pha<|>se')}`;
    checkHover(after, 'Rollback: **to be filled in**');
    const again = serveFixture(after);
    expect(again.service.findings(again.uri).map(({ rule }) => rule.name)).toContain('empty-rollback');
  });

  test.each([
    ['**Rollback:** `rm -r copy`', 'Rollback: yes'],
    ['**Rollback:**', 'Rollback: **to be filled in**'],
    ['**Rollback:** N/A', 'Rollback: **to be filled in**'],
    ['**Rollback:** None needed, the copy harms nobody', 'Rollback: yes'],
  ])('%s', (rest, words) => {
    checkHover(phase(rest), words);
  });
});

it('joins lines that are wrapped with a space', () => {
  checkHover(phase(''), 'The data is copied and compared.');
});

/** A workspace in which an entry is named in all places that are counted, and in some that are not. */
const sotFixture = `//- /SoT.OPERATIONS.md
---
id_prefix: RUN, MON
---

# SoT: Operations

## Navigation

- [RUN-001](#run-001-errors) - Errors
- [MON-001](#mon-001-errors) - Errors

## RUN-<|>001: Errors

**ID**: RUN-001
**Owner**: Shop

Go on as RUN-001 says, and look at MON-001.

## MON-001: Errors

**Runbook**: [RUN-001](#run-001-errors), see RUN-001 again

## Change Log

| Date | IDs | Change |
|------|-----|--------|
| 2026-11-01 | RUN-001 | Added |
//- /notes.md
# Notes

RUN-001 was followed.

\`\`\`
echo RUN-001
\`\`\`
`;

it('counts the references of an entry alike in lens, hover, list and call hierarchy', () => {
  const { service, uri, position } = serveFixture(sotFixture);
  const { editor } = service;
  const list = editor.references(uri, position, false);
  const lens = editor
    .codeLenses(uri)
    .find(({ range, references }) => range.start.line === position.line && references !== null);
  expect(lens?.references).toEqual(list);
  const words = lens?.title ?? '';
  expect(words).toMatch(new RegExp(`^${String(list.length)} references · from MON-001, notes\\.md$`));
  checkHover(sotFixture, `${String(list.length)} references · from [MON-001]`);
  const [item] = editor.prepareCallHierarchy(uri, position);
  const sources = item === undefined ? [] : editor.incomingCalls(item).map(({ from }) => from.name);
  expect(sources.sort()).toEqual(['MON-001: Errors', 'notes.md']);
});
