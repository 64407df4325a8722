import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- [RUN-001](#run-001-pool-is-full) - Pool is full', '- RUN-002: Disk']);
const source = (links: string): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full', `\n### Related IDs\n\n${links}\n`)}${runEntry('RUN-002', 'Disk is full')}`;

test('a fragment that the target does not have is an information, the bare id a hint', () => {
  checkRule(
    'anchor-mismatch',
    source('- [RUN-002](#run-002-disk)\n             ^^^^^^^^^^^^ information: Use "#run-002-disk-is-full"'),
  );
  checkRule('anchor-mismatch', source('- [RUN-002](#run-002)\n             ^^^^^^^ hint: opens at the top'));
  checkRule(
    'anchor-mismatch',
    source(
      '- [how](#no-such-heading)\n         ^^^^^^^^^^^^^^^ information: Use the anchor of an existing heading',
    ),
  );
});

test('an entry of another file is named', () => {
  checkRule(
    'anchor-mismatch',
    `${source('- [RUN-020](#run-020-restore)\n             ^^^^^^^^^^^^^^^ information: RUN-020 is defined in RUN-020-restore.md')}
//- /RUN-020-restore.md
${runEntry('RUN-020', 'Restore')}`,
  );
});

test('the title of another entry is a warning', () => {
  checkRule(
    'anchor-mismatch',
    source('- [RUN-002](#run-002-pool-is-full)\n             ^^^^^^^^^^^^^^^^^^^^ warning: title of RUN-001'),
  );
});

test('other documents are looked into', () => {
  checkRule(
    'anchor-mismatch',
    `${source('- RUN-001')}
//- /runbooks/RUN-020-restore.md
${runEntry('RUN-020', 'Restore', '**Linked IDs**: [RUN-001](../SoT.OPERATIONS.md#run-001-pool)\n                                               ^^^^^^^^^^^^ information: Use "#run-001-pool-is-full"\n')}`,
  );
});

test('slugs of GitHub and GitLab, explicit ids, anchors, lines and tops are there', () => {
  checkRule(
    'anchor-mismatch',
    `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full')}${runEntry('RUN-002', 'Disk is full')}
### A & B {#both}

<a id="run-002-disk"></a>

[1](#both), [2](#a--b), [3](#a-b), [4](#run-002-disk), [5](#top), [6](SoT.OPERATIONS.md#L12), [7](#RUN-001-Pool-is-full)
`,
  );
});

test('unknown entries and two entries in one link are for other rules', () => {
  checkRule('anchor-mismatch', source('- [RUN-077](#run-077-gone)\n- [RUN-001](#run-002-disk)'));
});

test('the fix writes the anchor of the heading', () => {
  checkFix('anchor-mismatch', source('- [RUN-002](#run-002)'), source('- [RUN-002](#run-002-disk-is-full)'));
  checkFix(
    'anchor-mismatch',
    source('- [how](#stepz)'),
    source('- [how](#steps)'),
    'Change link target to #steps',
  );
});

test('placeholders in text and target are those of a template; in one of them they are a mistake', () => {
  checkRule('anchor-mismatch', source('- [RUN-XXX](#run-xxx-name)\n- [[Title]](#mon-yyy-title)'));
  checkRule(
    'anchor-mismatch',
    source(
      '- [the pool](#run-xxx-name)\n              ^^^^^^^^^^^^ information: Use the anchor of an existing',
    ),
  );
  checkRule('anchor-mismatch', source('- [RUN-XXX](#the-pool)\n             ^^^^^^^^ information'));
});

test('links without an anchor beside it make no difference', () => {
  checkRule(
    'anchor-mismatch',
    source(
      '- [all](SoT.OPERATIONS.md), [site](https://example.org)\n- [how](#gone)\n         ^^^^ information',
    ),
  );
});

test('in a document that is none of ours, only links that carry an id of the workspace are judged', () => {
  checkRule(
    'anchor-mismatch',
    `${source('- RUN-002')}
//- /notes.md
# Notes

[how](#gone), [pool](SoT.OPERATIONS.md#run-001-tool)
                                       ^^^^^^^^^^^^ information: Use "#run-001-pool-is-full"
`,
  );
});

test('an id that is only part of the link text names nothing', () => {
  checkRule(
    'anchor-mismatch',
    source(
      '- [RUN-002 and more](#gone)\n                      ^^^^ information: Use the anchor of an existing heading',
    ),
  );
  checkRule(
    'anchor-mismatch',
    source('- [RUN-002: Disk](#gone)\n                   ^^^^ information: Use "#run-002-disk'),
  );
});

test('an entry without a heading has no anchor that could be suggested', () => {
  checkRule(
    'anchor-mismatch',
    `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full', '\nSee [RUN-003](RUN-003.md#run-003-queue).\n                         ^^^^^^^^^^^^^ information\n')}
//- /RUN-003.md
RUN-003: Queue grows
Category: Incident
Trigger: The queue has more than 1000 messages
Owner: Data Team

## Procedure

1. Run \`queuectl drain\`
`,
  );
});

test('an entry without a heading has no anchor to use', () => {
  checkRule(
    'anchor-mismatch',
    `${source('- [RUN-020](RUN-020-restore.md#gone)\n                               ^^^^ information: Use the anchor of an existing heading')}
//- /RUN-020-restore.md
RUN-020: Restore
Category: Incident
Owner: Data Team
`,
  );
});

test('the title of another entry counts only behind the id, and none is not the title of one without', () => {
  checkRule(
    'anchor-mismatch',
    source('- [RUN-002](#abc_002-pool-is-full)\n             ^^^^^^^^^^^^^^^^^^^^ information: Use'),
  );
  checkRule(
    'anchor-mismatch',
    source('- [RUN-002](#run-002--disk-is-full)\n             ^^^^^^^^^^^^^^^^^^^^^ information: Use'),
  );
  checkRule(
    'anchor-mismatch',
    `${source('- [RUN-002](#run-002-)\n             ^^^^^^^^ information: Use')}\n## RUN-003\n\n**Status**: Active\n`,
  );
});
