import { expect, test } from 'vitest';
import { checkFix, checkRule, relatedOf } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- RUN-001: Pool is full', '- RUN-002: Disk is full', '- RUN-003: Queue']);
const old = runEntry('RUN-001', 'Pool is full', '**Replaced by**: RUN-002\n').replace('Active', 'Deprecated');
const source = (words: string): string => `//- /SoT.OPERATIONS.md
${top}${old}${runEntry('RUN-002', 'Disk is full')}${runEntry('RUN-003', 'Queue', words)}`;

test('a reference to a deprecated entry is a hint', () => {
  checkRule(
    'deprecated-reference',
    source('\nSee RUN-001.\n    ^^^^^^^ hint: Use RUN-002 ("Disk is full") instead\n'),
  );
  checkRule(
    'deprecated-reference',
    source('**Linked IDs**: [RUN-001](#run-001-pool-is-full)\n                 ^^^^^^^ hint\n'),
  );
});

test('without a replacement, the entry itself tells what to use', () => {
  checkRule(
    'deprecated-reference',
    source('\nSee RUN-001.\n    ^^^^^^^ hint: See its entry\n').replace('**Replaced by**: RUN-002\n', ''),
  );
});

test('navigation, change log and a sentence that it replaces something are none', () => {
  checkRule('deprecated-reference', source('\nReplaces RUN-001.\n\n## Change Log\n\n- RUN-001 deprecated\n'));
});

test('the fix takes the replacement that the entry names', () => {
  checkFix(
    'deprecated-reference',
    source('**Linked IDs**: [RUN-001](#run-001-pool-is-full)\n'),
    source('**Linked IDs**: [RUN-002](#run-002-disk-is-full)\n'),
    'Replace RUN-001 with RUN-002',
  );
});

test('a replacement without a title is named by its id', () => {
  checkRule(
    'deprecated-reference',
    source('\nSee RUN-001.\n    ^^^^^^^ hint: Use RUN-002 instead\n').replace(
      '## RUN-002: Disk is full',
      '## RUN-002',
    ),
  );
});

test('one link is one finding, and the deprecated entry may speak of itself', () => {
  checkRule(
    'deprecated-reference',
    source('\nSee [RUN-001 Pool](#run-001-pool-is-full).\n     ^^^^^^^ hint\n'),
  );
  checkRule('deprecated-reference', source('').replace('### Steps', 'RUN-001 is gone.\n\n### Steps'));
});

test('an example and an ID field are no references', () => {
  checkRule(
    'deprecated-reference',
    source('\n```\nRUN-001\n```\n').replace('**ID**: RUN-003', '**ID**: RUN-001'),
  );
});

test.each(['Supersedes', 'Formerly', 'Successor of'])('"%s" says that it is replaced', (words) => {
  checkRule('deprecated-reference', source(`\n${words} RUN-001.\n`));
});

test('the entry that is deprecated is shown', () => {
  expect(relatedOf('deprecated-reference', source('\nSee RUN-001.\n'))).toEqual([
    'SoT.OPERATIONS.md: RUN-001 | RUN-001 is deprecated here',
  ]);
});
