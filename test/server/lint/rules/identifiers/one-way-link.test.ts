import { expect, test } from 'vitest';
import { checkFix, checkRule, relatedOf } from '../../../../support/check-rule';
import { monEntry, runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- RUN-001: Pool is full'], ['- MON-001: Pool usage']);
const source = (run: string, monitor = '**Related**: RUN-001\n'): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full', run)}${monEntry('MON-001', 'Pool usage', monitor)}`;

test('a runbook that does not name its monitor is an information on the id in the monitor', () => {
  checkRule(
    'one-way-link',
    source('', '**Related**: RUN-001\n             ^^^^^^^ information: Add MON-001 to RUN-001\n'),
  );
});

test('a runbook that names it anywhere is none', () => {
  checkRule('one-way-link', source('**Trigger**: MON-001 fires\n'));
  checkRule('one-way-link', source('\nMON-001 shows it.\n'));
});

test('the fix adds the monitor to the linked ids', () => {
  checkFix('one-way-link', source('**Linked IDs**: MON-002\n'), source('**Linked IDs**: MON-002, MON-001\n'));
});

test('the ends of a band name no monitor', () => {
  const text = source('', '**Related**: RUN-001\n             ^^^^^^^ information: Add MON-001 to RUN-001\n');
  checkRule('one-way-link', text.replace('## RUN-001', '**Monitors** (MON-001 to MON-099):\n\n## RUN-001'));
});

test('the first list of a runbook takes in what it names already', () => {
  const others = runEntry('RUN-002', 'Disk is full');
  const body = '\nAs in RUN-002, not RUN-077 (see `RUN-002`).\n';
  const steps = '1. Run `shopctl pool restart`\n   - Verify: the gauge falls below 80\n';
  const before = source(body) + others;
  const after = before.replace(steps, `${steps}\n### Related IDs\n\n- RUN-002\n- MON-001\n`);
  checkFix('one-way-link', before, after);
});

test('a runbook that is named twice is one finding, one in prose or an example is none', () => {
  checkRule(
    'one-way-link',
    source('', '**Related**: RUN-001\n             ^^^^^^^ information\n**Runbook**: RUN-001\n'),
  );
  checkRule('one-way-link', source('', '\nSee RUN-001.\n'));
  checkRule('one-way-link', source('', '\n```\nRUN-001\n```\n'));
});

test('deprecated monitors and runbooks need no way back', () => {
  checkRule(
    'one-way-link',
    source('').replace('## MON-001: Pool usage', '## MON-001: Pool usage [DEPRECATED]'),
  );
  checkRule(
    'one-way-link',
    source('').replace('## RUN-001: Pool is full', '## RUN-001: Pool is full [DEPRECATED]'),
  );
  checkRule('one-way-link', source('', '**Related**: RUN-077\n'));
});

test('a runbook in a file of its own may name the monitor anywhere in it', () => {
  const two = (run: string): string =>
    `//- /SoT.OPERATIONS.md\n${top}${monEntry('MON-001', 'Pool usage', '**Related**: RUN-001\n')}//- /RUN-001-pool.md\n${run}`;
  checkRule('one-way-link', two(`MON-001 leads here.\n${runEntry('RUN-001', 'Pool is full')}`));
  checkRule(
    'one-way-link',
    two(runEntry('RUN-001', 'Pool is full')).replace(
      '**Related**: RUN-001\n',
      '**Related**: RUN-001\n             ^^^^^^^ information: Add MON-001 to RUN-001\n',
    ),
  );
});

test('the runbook is shown', () => {
  expect(relatedOf('one-way-link', source(''))).toEqual([
    'SoT.OPERATIONS.md: RUN-001 | RUN-001 does not name MON-001',
  ]);
});

test('an id in a comment or in the definition of a link leads nowhere', () => {
  checkRule('one-way-link', source('', '**Related**: none <!-- RUN-001 -->\n'));
  checkRule('one-way-link', source('', '\n[run]: #run-001-pool-is-full\n'));
});

test('a runbook that is only a row of a register has no list of ids', () => {
  checkRule(
    'one-way-link',
    `//- /SoT.OPERATIONS.md\n${top}\n| ID | Title |\n| --- | --- |\n| RUN-001 | Pool is full |\n${monEntry('MON-001', 'Pool usage', '**Related**: RUN-001\n')}`,
  );
});

test('in its own file neither another runbook nor a band names the monitor for it', () => {
  const monitor = '**Related**: RUN-001\n             ^^^^^^^ information: Add MON-001 to RUN-001\n';
  for (const around of [
    runEntry('RUN-002', 'Disk is full', '**Trigger**: MON-001 fires\n'),
    '# Runbooks\n\n**Monitors** (MON-001 to MON-099):\n',
  ])
    checkRule(
      'one-way-link',
      `//- /SoT.OPERATIONS.md\n${top}${monEntry('MON-001', 'Pool usage', monitor)}//- /runbooks.md\n${around}${runEntry('RUN-001', 'Pool is full')}`,
    );
});

test('the fix edits the runbook, wherever it stands', () => {
  const files = (listed: string): string =>
    `//- /SoT.OPERATIONS.md\n${top}${monEntry('MON-001', 'Pool usage', '**Related**: RUN-001\n')}//- /runbooks.md\n${runEntry('RUN-002', 'Disk is full', '**Linked IDs**: RUN-001\n')}${runEntry('RUN-001', 'Pool is full', `**Linked IDs**: RUN-002${listed}\n`)}`;
  checkFix('one-way-link', files(''), files(', MON-001'));
});

test('the list that the fix adds stands in front of a fence that never ends', () => {
  const files = (added: string): string =>
    `//- /SoT.OPERATIONS.md\n${top}${monEntry('MON-001', 'Pool usage', '**Related**: RUN-001\n')}//- /runbooks.md\n## RUN-001: Pool is full\n\nDrain it.${added}\n\n\`\`\`bash\npool drain\n`;
  checkFix('one-way-link', files(''), files('\n\n### Related IDs\n\n- MON-001'));
});
