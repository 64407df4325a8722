import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const first = '- [RUN-001](#run-001-pool-is-full) - Pool is full';
const source = (bullet: string): string => `//- /SoT.OPERATIONS.md
${sotTop(bullet === '' ? [first] : [first, bullet])}${runEntry('RUN-001', 'Pool is full')}`;

test('an id in the title that the bullet repeats from its entry is none of the navigation', () => {
  const of = (words: string): string =>
    `//- /SoT.OPERATIONS.md\n${sotTop([`- [RUN-001](#run-001) - ${words}`])}${runEntry('RUN-001', 'Follow-up of RUN-7')}`;
  checkRule('nav-unknown-entry', of('Follow-up of RUN-7'));
  checkRule('malformed-id', of('Follow-up of RUN-7'));
  checkRule('nav-unknown-entry', of('Follow-up, RUN-8\n                                   ^^^^^ warning'));
});

test('a bullet to nothing is a warning on its id, and no dangling-id', () => {
  const text = source('- [RUN-002](#run-002-disk) - Disk\n   ^^^^^^^ warning: lists RUN-002');
  checkRule('nav-unknown-entry', text);
  checkRule('dangling-id', source('- [RUN-002](#run-002-disk) - Disk'));
});

test('a bare bullet counts, ranges and placeholders do not', () => {
  checkRule('nav-unknown-entry', source('- RUN-002: Disk\n  ^^^^^^^ warning'));
  checkRule('nav-unknown-entry', source('- [RUN-XXX](#run-xxx) - {Title}'));
});

test('rows of a table count', () => {
  const table =
    '| ID | Title |\n| --- | --- |\n| [RUN-001](#run-001-pool-is-full) | Pool |\n| [RUN-002](#run-002) | Gone |';
  checkRule('nav-unknown-entry', source(`\n${table}\n   ^^^^^^^ warning: RUN-002`));
});

test('bullets may point to entries of other files', () => {
  checkRule(
    'nav-unknown-entry',
    `${source('- [RUN-020](RUN-020-restore.md) - Restore')}
//- /RUN-020-restore.md
${runEntry('RUN-020', 'Restore')}`,
  );
});

test('one fix removes the bullet, the other writes the entry with its title', () => {
  checkFix(
    'nav-unknown-entry',
    source('- [RUN-002](#run-002-disk) - Disk'),
    source(''),
    'Remove RUN-002 from the navigation',
  );
});

test('a bullet with the title of an entry and a wrong number is one finding, and the fix corrects the number', () => {
  const wrong = `//- /SoT.OPERATIONS.md
${sotTop(['- [RUN-011](#run-011-pool-is-full) - Pool is full'])}${runEntry('RUN-001', 'Pool is full')}`;
  checkRule('nav-missing-entry', wrong);
  checkRule(
    'nav-unknown-entry',
    wrong.replace('- Pool is full\n', '- Pool is full\n   ^^^^^^^ warning: Did you mean RUN-001?\n'),
  );
  checkFix('nav-unknown-entry', wrong, source(''));
});

test('the message suggests the nearest id, and the entry can be written with the title of the bullet', () => {
  checkRule(
    'nav-unknown-entry',
    source('- [RUN-011](#run-011-disk) - Disk\n   ^^^^^^^ warning: Did you mean RUN-001?'),
  );
  checkRule(
    'nav-unknown-entry',
    source('- RUN-077: Disk\n  ^^^^^^^ warning: Add the entry, or remove the bullet'),
  );
});

test('the title of an entry of another prefix, or of a listed one, is no sign', () => {
  expect(() => {
    checkFix('nav-unknown-entry', source('- RUN-077: Pool is full'), source(''));
  }).toThrow('no such fix');
  const other = `${source('- RUN-077: Pool usage')}\n## MON-001: Pool usage\n\n**ID**: MON-001\n**Status**: Active\n`;
  expect(() => {
    checkFix('nav-unknown-entry', other, other);
  }).toThrow('no such fix');
  // which is missing from the navigation all the same
  const missing =
    '## MON-001: Pool usage\n   ^^^^^^^^^^^^^^^^^^^ warning: MON-001 is missing from the navigation';
  checkRule('nav-missing-entry', other.replace('## MON-001: Pool usage', missing));
});
