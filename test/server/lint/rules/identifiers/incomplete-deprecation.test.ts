import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- RUN-001: Pool is full']);
const source = (status: string, more = ''): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full', more).replace('**Status**: Active', status)}`;

test('deprecated and nothing more is a warning where it says so', () => {
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Deprecated\n            ^^^^^^^^^^ warning: RUN-001 is deprecated without a reason'),
  );
  checkRule('incomplete-deprecation', source('Status: Deprecated\n        ^^^^^^^^^^ warning'));
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Active').replace(
      '## RUN-001: Pool is full\n',
      '## RUN-001: Pool is full [DEPRECATED]\n                         ^^^^^^^^^^^^ warning\n',
    ),
  );
});

test('an epic, a date or another procedure in its steps is no reason', () => {
  checkRule(
    'incomplete-deprecation',
    source(
      '**Status**: Deprecated (EPIC-04, 2026-05-09)\n            ^^^^^^^^^^ warning',
      '\nIf it fails, follow RUN-002.\n',
    ),
  );
});

test('an empty or unfilled reason is none', () => {
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Deprecated\n            ^^^^^^^^^^ warning', '**Replaced by**: TBD\n'),
  );
});

test('a reason or a replacement is enough, in any form', () => {
  checkRule('incomplete-deprecation', source('**Status**: Deprecated (the pool is gone)'));
  checkRule('incomplete-deprecation', source('**Status**: Deprecated — replaced by RUN-002'));
  for (const more of [
    '**Replaced by**: RUN-002\n',
    'Reason: the pool is gone\n',
    '\n### Deprecated\n\nThe pool is gone.\n',
    '\nThis runbook is no longer needed since the pool is gone.\n',
  ])
    checkRule('incomplete-deprecation', source('**Status**: Deprecated', more));
});

test('words about something else, and steps, are no reason', () => {
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Deprecated\n            ^^^^^^^^^^ warning', '\nThe pool was replaced 2026-05-09.\n'),
  );
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Deprecated\n            ^^^^^^^^^^ warning', '').replace(
      '1. Run',
      '1. Remove the release that was replaced by the pool\n2. Run',
    ),
  );
});

test.each([
  'Reason',
  'Replaced by',
  'Replacement',
  'Superseded by',
  'Deprecated',
  'Deprecation reason',
  'Deprecation',
  'Use instead',
  'Successor',
])('"%s" is a field for the reason', (name) => {
  checkRule('incomplete-deprecation', source('**Status**: Deprecated', `**${name}**: pool of the cloud\n`));
});

test('the name of such a field alone says none', () => {
  for (const name of ['Reason', 'Superseded by', 'Use instead'])
    checkRule(
      'incomplete-deprecation',
      source('**Status**: Deprecated\n            ^^^^^^^^^^ warning', `**${name}**: TBD\n`),
    );
});

test('an id that replaces nothing is no reason, nor is a field or section without words', () => {
  for (const more of ['**Reason**: EPIC-004\n', '**Reason**:\n'])
    checkRule(
      'incomplete-deprecation',
      source('**Status**: Deprecated\n            ^^^^^^^^^^ warning', more),
    );
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Deprecated', '\n### Deprecated\n    ^^^^^^^^^^ warning\n\n2026-05-09\n'),
  );
});

test('only what the status says behind "Deprecated" is a reason', () => {
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Deprecated\n            ^^^^^^^^^^ warning', '**Phase**: Deprecated (all hosts)\n'),
  );
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Active (all hosts)').replace(
      '## RUN-001: Pool is full\n',
      '## RUN-001: Pool is full [DEPRECATED]\n                         ^^^^^^^^^^^^ warning\n',
    ),
  );
});

test('a sentence before or behind an open field gives the reason', () => {
  const sentence = '\nThis runbook is no longer needed since the pool is gone.\n';
  for (const more of [`${sentence}\n**Replaced by**: TBD\n`, `**Replaced by**: TBD\n${sentence}`])
    checkRule('incomplete-deprecation', source('**Status**: Deprecated', more));
});

test('an open field behind the steps does not make their words a reason', () => {
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Deprecated\n            ^^^^^^^^^^ warning')
      .replace('1. Run', '1. Remove the release that was replaced by the pool\n2. Run')
      .concat('\n**Replaced by**: TBD\n'),
  );
});

test('the steps of the entry before it do not hide the reason', () => {
  const second = runEntry('RUN-002', 'Disk is full', '\nIt is no longer needed since the disk is gone.\n');
  checkRule(
    'incomplete-deprecation',
    source('**Status**: Active') + second.replace('**Status**: Active', '**Status**: Deprecated'),
  );
});

test('entries of other workspaces may be deprecated without a reason', () => {
  checkRule(
    'incomplete-deprecation',
    `${source('**Status**: Active')}\n## REQ-001: Print\n\n**Status**: Deprecated\n`,
  );
});
