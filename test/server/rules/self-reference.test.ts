import { test } from 'vitest';
import { checkFix, checkRule } from '../../support/check-rule';
import { runEntry, sotTop } from '../../support/sot';

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
