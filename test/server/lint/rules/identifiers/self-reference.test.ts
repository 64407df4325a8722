import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- RUN-001: Pool is full', '- RUN-002: Disk is full']);
const source = (more: string): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full', more)}${runEntry('RUN-002', 'Disk is full')}`;

test('its own id in the list is an information', () => {
  checkRule(
    'self-reference',
    source('**Linked IDs**: RUN-002, RUN-001\n                         ^^^^^^^ information: lists itself\n'),
  );
  checkRule(
    'self-reference',
    source('\n### Related IDs\n\n- [RUN-001](#run-001-pool-is-full) - Pool\n   ^^^^^^^ information\n'),
  );
});

test('a section named like an alert lists ids where nothing else stands in it, a rule between sections aside', () => {
  const own = '- RUN-001\n  ^^^^^^^ information\n';
  checkRule('self-reference', source(`\n### Alert\n\n${own}\n`));
  checkRule('self-reference', source(`\n### Alert\n\n${own}\n---\n`));
  checkRule('self-reference', source('\n### Alert\n\n- RUN-001\n\n---\n\nThe page names it.\n'));
});

test('its own id in the text is none', () => {
  checkRule('self-reference', source('\nPaste RUN-001 into the ticket.\n\n**Linked IDs**: RUN-002\n'));
});

test('the fix removes it with its comma, remark or bullet', () => {
  const after = source('**Linked IDs**: RUN-002\n');
  checkFix('self-reference', source('**Linked IDs**: RUN-002, RUN-001\n'), after);
  checkFix('self-reference', source('**Linked IDs**: RUN-001 (this), RUN-002\n'), after);
  checkFix('self-reference', source('**Linked IDs**: `RUN-001`, RUN-002\n'), after);
  checkFix('self-reference', source('**Linked IDs**: RUN-001\n'), source(''));
  checkFix(
    'self-reference',
    source('\n### Related IDs\n\n- [RUN-001](#run-001-pool-is-full) - Pool\n- RUN-002\n'),
    source('\n### Related IDs\n\n- RUN-002\n'),
  );
});

test('an id in a remark about something else is none', () => {
  const list = (...lines: string[]): string => source(`\n### Related IDs\n\n${lines.join('\n')}\n`);
  for (const line of [
    'RUN-001 replaces the drain script of 2024. Together with RUN-002 it covers berths 1–4.',
    '- RUN-002 (run RUN-001 first)',
    '- Printed copy: `RUN-001-drain.pdf`, shelf RUN-001',
    '- RUN-002 - close after RUN-001',
    '- RUN-002: what RUN-001 leaves open',
    '- [RUN-002](#run-002-disk-is-full) – before RUN-001',
    '- RUN-002\n  - after RUN-001 has ended',
    '- RUN-002\n\n  Start it when\n  RUN-001\n  is over.',
    '- RUN-000 to RUN-009, without RUN-001',
    '> RUN-001 is the old way.',
    'Start with RUN-002, then\nRUN-001',
    '| ID | What |\n| --- | --- |\n| RUN-002 | after RUN-001 |',
    '- Shelf: RUN-001',
    '- RUN-001.pdf',
  ])
    checkRule('self-reference', list(line));
  checkRule('self-reference', source('**Linked IDs**: RUN-002 (after RUN-001)\n'));
  checkRule('self-reference', source('**Related**: RUN-001 replaces the script\n'));
  checkRule('self-reference', source('**Runbook**: see the shelf, RUN-001 there\n'));
});

test('an element of a list is one in whatever form', () => {
  const after = source('\n### Related IDs\n\n- RUN-002\n');
  for (const line of [
    '1. RUN-001',
    '* `RUN-001`',
    '- [ ] RUN-001',
    '- see RUN-001',
    '- **RUN-001**',
    '- **[RUN-001](#run-001-pool-is-full)**',
    '- *[RUN-001](#run-001)* (this one)',
    '- [[RUN-001]]',
  ])
    checkFix('self-reference', source(`\n### Related IDs\n\n${line}\n- RUN-002\n`), after);
  const row = source('\n### Related IDs\n\nRUN-002 and MON-001\n');
  checkFix('self-reference', source('\n### Related IDs\n\nRUN-002, RUN-001 and MON-001\n'), row);
  checkFix('self-reference', source('\n### Related IDs\n\nRUN-001, RUN-002 and MON-001\n'), row);
  checkFix(
    'self-reference',
    source('\n### Related IDs\n\nRUN-002 and\nRUN-001, MON-001\n'),
    row.replace(' and ', ', '),
  );
  checkFix(
    'self-reference',
    source('\n### Related IDs\n\n> - RUN-002\n> - RUN-001 (this one)\n'),
    source('\n### Related IDs\n\n> - RUN-002\n'),
  );
});

test('a remark with content of its own is only removed on request', () => {
  const own = (line: string): string => source(`\n### Related IDs\n\n${line}- RUN-002\n`);
  for (const line of [
    '- RUN-001 - never while the tide turns\n',
    '- RUN-001, see the note of the harbour office\n',
  ]) {
    expect(() => {
      checkFix('self-reference', own(line), own(''));
    }).toThrow('no such fix');
  }
  checkFix(
    'self-reference',
    own('- RUN-001 - never while the tide turns\n'),
    own(''),
    'Remove RUN-001 from its own linked IDs',
  );
  expect(() => {
    checkFix('self-reference', own('- RUN-001\n  - a note\n'), own('  - a note\n'));
  }).toThrow('there are: none');
});

test('a list that holds nothing else is removed with its heading, unless a link targets it', () => {
  const list = '\n### Related IDs\n\n- RUN-001\n';
  checkFix('self-reference', source(list), source(''));
  checkFix('self-reference', source(`${list}\n### Notes\n\nWords.\n`), source('\n### Notes\n\nWords.\n'));
  const linked = source(`\nSee [them](#related-ids).\n${list}`);
  expect(() => {
    checkFix('self-reference', linked, linked);
  }).toThrow('no such fix');
});

test('entries of other workspaces may list themselves', () => {
  checkRule('self-reference', `${source('')}\n## REQ-001: Print\n\n**Linked IDs**: REQ-001\n`);
});

test('a remark with one word that the title has not is content of its own', () => {
  const own = source('\n### Related IDs\n\n- RUN-001 - pool is nearly full\n- RUN-002\n');
  expect(() => {
    checkFix('self-reference', own, own);
  }).toThrow('no such fix');
});

test('its own id in a comment of the list is none', () => {
  checkRule('self-reference', source('**Linked IDs**: RUN-002 <!-- RUN-001 -->\n'));
});

test('a list below a label, and one whose heading is linked by the id of a second one, stay', () => {
  const labelled = (item: string): string => source(`\n**Linked IDs**:\n\n${item}`);
  expect(() => {
    checkFix('self-reference', labelled('- RUN-001\n'), labelled(''));
  }).toThrow('no such fix of self-reference; there are: Remove RUN-001 from its own linked IDs');
  const other = '\n### Related IDs\n\n- MON-001\n';
  const second = `//- /SoT.OPERATIONS.md\n${top}${runEntry('RUN-002', 'Disk is full', other)}${runEntry('RUN-001', 'Pool is full', '\nSee [them](#related-ids-1).\n\n### Related IDs\n\n- RUN-001\n')}`;
  expect(() => {
    checkFix('self-reference', second, second);
  }).toThrow('no such fix');
});

test('a list that the template of the entry asks for stays', () => {
  const deployment = `//- /SoT.DEPLOYMENT.md
---
id_prefix: DEP-XXX
---

# Deployments (SoT File)

## DEP-001: Roll out

**ID**: DEP-001
**Status**: Active
**Owner**: Shop
**Created**: 2026-03-04

### Related IDs

- DEP-001
`;
  expect(() => {
    checkFix('self-reference', deployment, deployment);
  }).toThrow('no such fix of self-reference; there are: Remove DEP-001 from its own linked IDs');
});

test('one or two words in parentheses are no remark, three are, and so are two behind a dash', () => {
  const own = (line: string): string => source(`\n### Related IDs\n\n${line}- RUN-002\n`);
  checkFix('self-reference', own('- RUN-001 (this entry)\n'), own(''));
  for (const line of ['- RUN-001 (at night only)\n', '- RUN-001 - see above\n'])
    expect(() => {
      checkFix('self-reference', own(line), own(''));
    }).toThrow('no such fix');
});

test('where the list stood between text, one blank line is left', () => {
  checkFix(
    'self-reference',
    source('\nWords.\n### Related IDs\n\n- RUN-001\n\n### Notes\n\nMore.\n'),
    source('\nWords.\n\n### Notes\n\nMore.\n'),
  );
});
