import { expect, test } from 'vitest';
import { checkRule, relatedOf } from '../../../../support/check-rule';
import { monEntry, runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- RUN-001: A', '- RUN-002: B', '- RUN-003: C'], ['- MON-001: D']);

test('an entry behind one of a higher number is a hint', () => {
  checkRule(
    'entry-order',
    `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'A')}${runEntry('RUN-003', 'C')}${runEntry('RUN-002', 'B').replace('B\n', 'B\n   ^^^^^^^ hint: RUN-002 comes after RUN-003\n')}`,
  );
});

test('leads to the entry of the higher number', () => {
  const source = `//- /SoT.OPERATIONS.md\n${top}${runEntry('RUN-003', 'C')}${runEntry('RUN-002', 'B')}`;
  expect(relatedOf('entry-order', source)).toEqual(['SoT.OPERATIONS.md: RUN-003 | RUN-003 is defined here']);
});

test('gaps and other prefixes between make no disorder', () => {
  checkRule(
    'entry-order',
    `//- /SoT.OPERATIONS.md\n${top}${runEntry('RUN-001', 'A')}${monEntry('MON-001', 'D')}${runEntry('RUN-003', 'C')}`,
  );
});

test('an entry is compared with the highest before it', () => {
  checkRule(
    'entry-order',
    `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-003', 'C')}${runEntry('RUN-001', 'A').replace('A\n', 'A\n   ^^^^^^^ hint: RUN-001 comes after RUN-003\n')}${runEntry('RUN-002', 'B').replace('B\n', 'B\n   ^^^^^^^ hint: RUN-002 comes after RUN-003\n')}`,
  );
});

test('two of one number are in order, and ids of other workspaces have none', () => {
  checkRule(
    'entry-order',
    `//- /SoT.OPERATIONS.md\n${top}${runEntry('RUN-001', 'A')}${runEntry('RUN-001', 'B')}`,
  );
  checkRule(
    'entry-order',
    `//- /SoT.OPERATIONS.md\n${top}${runEntry('RUN-001', 'A')}\n## SHA-512: Sums\n\nWords.\n\n## SHA-256: Sums\n\nWords.\n`,
  );
});
