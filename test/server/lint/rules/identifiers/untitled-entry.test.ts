import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const source = (heading: string): string => `//- /SoT.OPERATIONS.md
${sotTop(['- RUN-001: Pool is full'])}${runEntry('RUN-001', 'Pool is full').replace('## RUN-001: Pool is full', heading)}`;

test('a heading of nothing but an id is an information', () => {
  checkRule('untitled-entry', source('## RUN-001\n   ^^^^^^^ information: RUN-001 has no title'));
  checkRule('untitled-entry', source('## RUN-001:\n   ^^^^^^^ information'));
});

test('a title behind any separator is one', () => {
  for (const heading of [
    '## RUN-001 | Pool',
    '## RUN-001 — Pool',
    '## RUN-001 - Pool',
    '## RUN-001 Pool',
    '## [DEPRECATED] RUN-001: Pool',
  ])
    checkRule('untitled-entry', source(heading));
});

test('headings of other standards need none', () => {
  checkRule('untitled-entry', `${source('## RUN-001: Pool')}\n## SHA-256\n\nWords.\n`);
});
