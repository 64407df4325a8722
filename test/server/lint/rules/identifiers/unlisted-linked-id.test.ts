import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { monEntry, runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- RUN-001: Pool is full', '- RUN-002: Disk is full'], ['- MON-001: Pool usage']);
const source = (more: string): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full', more)}${runEntry('RUN-002', 'Disk is full')}${monEntry('MON-001', 'Pool usage')}`;

test('an id of the trigger or the text that the list leaves out is a hint, once', () => {
  checkRule(
    'unlisted-linked-id',
    source(
      '**Trigger**: MON-001 fires\n             ^^^^^^^ hint: RUN-001 mentions MON-001\n\nLook at MON-001 and RUN-002.\n\n**Linked IDs**: RUN-002\n',
    ),
  );
});

test('what stands in a code block or a comment of the list is not listed', () => {
  const list = '**Trigger**: MON-001 fires\n             ^^^^^^^ hint\n\n### Related IDs\n\n- RUN-002\n\n';
  for (const words of ['```\nMON-001\n```', '<!-- MON-001 -->'])
    checkRule('unlisted-linked-id', source(`${list}${words}\n`));
});

test('without a list, or for undefined IDs, nothing is reported', () => {
  checkRule('unlisted-linked-id', source('**Trigger**: MON-001 fires\n'));
  checkRule('unlisted-linked-id', source('**Trigger**: MON-077 fires\n**Linked IDs**: RUN-002\n'));
});

test('the fix appends it to the list in its style', () => {
  const trigger = '**Trigger**: MON-001 fires\n';
  checkFix(
    'unlisted-linked-id',
    source(`${trigger}**Linked IDs**: RUN-002\n`),
    source(`${trigger}**Linked IDs**: RUN-002, MON-001\n`),
  );
  const list = `${trigger}\n### Related IDs\n\n* [RUN-002](#run-002-disk-is-full) - Disk is full\n`;
  checkFix(
    'unlisted-linked-id',
    source(list),
    source(`${list}* [MON-001](#mon-001-pool-usage) - Pool usage\n`),
  );
});

test('the fix takes the separator of the list, and none where the list goes on below', () => {
  const trigger = '**Trigger**: MON-001 fires\n';
  const check = (list: string, fixed: string): void => {
    checkFix(
      'unlisted-linked-id',
      source(`${trigger}**Linked IDs**: ${list}\n`),
      source(`${trigger}**Linked IDs**: ${fixed}\n`),
    );
  };
  check('RUN-002; RUN-003', 'RUN-002; RUN-003; MON-001');
  check('RUN-002,\nRUN-003', 'RUN-002, MON-001,\nRUN-003');
});

test('the fix writes into no code block', () => {
  const trigger = '**Trigger**: MON-001 fires\n';
  const entry = (list: string, rest = ''): string =>
    `//- /SoT.OPERATIONS.md\n${top}${runEntry('RUN-002', 'Disk is full')}${monEntry('MON-001', 'Pool usage')}## RUN-001: Pool is full\n\n${trigger}\n${list}${rest}`;
  const code = '```\n- MON-001\n```\n';
  const check = (list: string, fixed: string, rest?: string): void => {
    checkFix('unlisted-linked-id', entry(list, rest), entry(fixed, rest));
  };
  check(`**Linked IDs**:\n${code}`, `**Linked IDs**: MON-001\n${code}`);
  check(`### Related IDs\n\n${code}`, `### Related IDs\n\n${code}\n- MON-001\n`);
  // behind a fence that never ends may be the list
  checkRule('unlisted-linked-id', entry('### Related IDs\n', '\n```\nMON-001\n'));
});

test('a link with another text counts as listed', () => {
  const trigger = '**Trigger**: MON-001 fires\n';
  for (const link of [
    '[Look at the usage first](#mon-001-pool-usage)',
    '[the usage][usage]\n\n[usage]: #mon-001-pool-usage',
    '[the usage](./SoT.OPERATIONS.md#mon-001-pool-usage)',
    '[the usage](#mon%2D001-pool-usage)',
    '[the usage](#pool-usage)',
  ]) {
    checkRule(
      'unlisted-linked-id',
      source(`${trigger}\n### Related IDs\n\n- RUN-002\n- ${link}\n`).replace(
        '## MON-001',
        '<a id="pool-usage"></a>\n\n## MON-001',
      ),
    );
  }
  checkRule(
    'unlisted-linked-id',
    source(`${trigger}**Linked IDs**: RUN-002, [the usage](#mon-001-pool-usage)\n`),
  );
});

test('entries of other workspaces need no list', () => {
  checkRule(
    'unlisted-linked-id',
    `${source('')}\n## REQ-001: Print\n\n**Trigger**: MON-001 fires\n\n**Linked IDs**: RUN-002\n`,
  );
});

test('an id that is listed in another spelling is listed', () => {
  const listed = (words: string): string =>
    source(`**Trigger**: MON-001 fires\n\n**Linked IDs**: RUN-002, ${words}\n`);
  checkRule('unlisted-linked-id', listed('mon_001'));
  checkRule('malformed-id', listed('mon_001\n                         ^^^^^^^ warning: as MON-001'));
});

test('what takes the place of an entry is not listed', () => {
  const active = source('**Replaced By**: RUN-002\n\n**Linked IDs**: MON-001\n');
  checkRule(
    'unlisted-linked-id',
    active.replace('Replaced By**: RUN-002\n', 'Replaced By**: RUN-002\n                 ^^^^^^^ hint\n'),
  );
  checkRule(
    'unlisted-linked-id',
    active.replace('RUN-001: Pool is full\n\n', 'RUN-001: Pool is full [DEPRECATED]\n\n'),
  );
});
