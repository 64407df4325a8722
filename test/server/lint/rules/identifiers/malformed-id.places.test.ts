/** Where a misspelled identifier is one, and what its fix leaves to the author. */
import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const rule = 'malformed-id';
const source = (entry: string, more = '', bullets = '- RUN-001: Pool is full'): string =>
  `//- /SoT.OPERATIONS.md\n${sotTop([bullets])}${entry}${runEntry('RUN-002', 'Disk is full', more)}`;
const first = runEntry('RUN-001', 'Pool is full');
const fields = '**Status**: Open\n**Owner**: Ann\n';
const guide = (text: string): string => `${source(first)}//- /guide.md\n# Guide\n\n${text}`;

test('in a document of another kind a heading counts when two fields of an entry stand below it', () => {
  checkRule(rule, guide(`## run_003: Rates\n   ^^^^^^^ warning: Write it as RUN-003\n\n${fields}`));
  for (const text of [
    '## run_003: Rates\n\n**Status**: Open\n',
    '## run_003: Rates\n\n**Colour**: Red\n**Size**: Large\n',
    `${fields}\n## run_003: Rates\n\nWords.\n`,
    `## run_003: Rates\n\n${'**Colour**: Red\n'.repeat(6)}${fields}`,
    '**Linked IDs**: RUN-1\n',
  ])
    checkRule(rule, guide(text));
});

test('an epic has two digits or more, others three, and four only where it takes them', () => {
  const epic = (id: string): string =>
    `//- /SoT.EPICS.md\n---\nid_prefix: EPIC-XXX, RUN-XXX\n---\n\n# Epics (SoT File)\n\n## ${id}: Gift wrap\n\n**Status**: Active\n`;
  for (const id of ['EPIC-04', 'EPIC-04b', 'EPIC-104', 'RUN-104', 'RUN-1004']) checkRule(rule, epic(id));
  checkRule(
    rule,
    epic('EPIC-4').replace('Gift wrap\n', 'Gift wrap\n   ^^^^^^ warning: Write it as EPIC-04\n'),
  );
  checkRule(rule, epic('EPIC-4b').replace('Gift wrap\n', 'Gift wrap\n   ^^^^^^^ warning: EPIC-04b\n'));
  checkRule(rule, epic('RUN-04').replace('Gift wrap\n', 'Gift wrap\n   ^^^^^^ warning: RUN-004\n'));
});

test('an entry in a fence is an example, and the name of a file is for its owner', () => {
  checkRule(rule, source(first, '\n```\nRUN-3: Rates\nCategory: Incident\nOwner: Ann\n```\n'));
  checkRule(
    rule,
    `${source(first)}//- /RUN-3-rates.md\nCategory: Incident\nOwner: Ann\n\n## Steps\n\n1. Run \`a b\`\n`,
  );
});

test('the navigation and lists of ids are to write an id as its entry does, prose may be short', () => {
  checkRule(rule, source(first, '', '- RUN-1: Pool is full\n  ^^^^^ warning: Write it as RUN-001'));
  checkRule(
    rule,
    source(
      first,
      '**Linked IDs**: [RUN-1](#run-001-pool-is-full)\n                 ^^^^^ warning: RUN-001\n',
    ),
  );
  for (const text of [
    '\nSee [RUN-1](#run-001-pool-is-full).\n',
    '**Linked IDs**: RUN-001 <!-- RUN-1 -->\n',
    '**Linked IDs**: [the pool](#run-1)\n',
    '**Linked IDs**: [the pool][RUN-1]\n\n[RUN-1]: #run-001-pool-is-full\n',
    '**Linked IDs**: RUN-002/1\n',
    '**Name**: run_001\n',
    '\n### See also\n\n- run_001\n',
  ])
    checkRule(rule, source(first, text));
});

test('in a list of ids the text of a link is one, behind an anchor as well', () => {
  const list = (item: string): string => source(first, `\n### Related IDs\n\n${item}\n`);
  checkRule(rule, list('- [run_001](#run-001-pool-is-full)\n   ^^^^^^^ warning: RUN-001'));
  checkRule(rule, list('- [run_001][pool]\n   ^^^^^^^ warning: RUN-001\n\n[pool]: #run-001-pool-is-full'));
  checkRule(rule, list('- <a id="x"></a> run_001\n                 ^^^^^^^ warning: RUN-001'));
  checkRule(
    rule,
    list('- RUN-002, run_001\n           ^^^^^^^ warning\n- run_002\n  ^^^^^^^ warning: RUN-002'),
  );
});

test('an id that nothing defines is wrong in more than its form', () => {
  checkRule(rule, source(first, '**Linked IDs**: RUN-77\n'));
  checkRule('dangling-id', source(first, '**Linked IDs**: RUN-77\n                ^^^^^^ warning\n'));
});

test('the fix leaves a field that names another entry, and the short items of a slash list', () => {
  const other = (id: string): string =>
    runEntry(id, 'Pool is full').replace(`**ID**: ${id}`, '**ID**: RUN-007');
  const more = '\nSee RUN-002/1.\n';
  checkFix(rule, source(other('RUN-1'), more), source(other('RUN-001'), more));
});

test('a heading that would define an id of the document twice is for the author', () => {
  const twice = source(first, `\n## run_001: Pool is full again\n\n${fields}`);
  expect(() => {
    checkFix(rule, twice, twice);
  }).toThrow('no such fix of malformed-id; there are: Change to RUN-001');
  const elsewhere = (id: string): string =>
    `${source(first)}//- /SoT.MORE.md\n${sotTop(['- RUN-003: Rates'])}${runEntry('RUN-003', 'Rates')}\n## ${id}: Pool is full\n\n${fields}`;
  checkFix(rule, elsewhere('run_001'), elsewhere('RUN-001'));
  checkFix(rule, source(first, '**Linked IDs**: run_001\n'), source(first, '**Linked IDs**: RUN-001\n'));
});
