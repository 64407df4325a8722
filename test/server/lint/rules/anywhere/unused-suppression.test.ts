import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const top = sotTop(['- [RUN-001](#run-001-pool-is-full) - Pool is full']);
const source = (more: string): string => `//- /SoT.OPERATIONS.md
${top}${runEntry('RUN-001', 'Pool is full', more)}`;
const next = '<!-- runbook-disable-next-line dangling-id -->';

test('a comment silences the next line, a block, the file', () => {
  for (const more of [
    `\n${next}\nSee RUN-077.\n`,
    `\n${next}\n\nSee RUN-077.\n`,
    '\n<!-- runbook-disable-next-line -->\nSee RUN-077.\n',
    '\n<!-- runbook-disable-next-line stub-entry, dangling-id -- known -->\nSee RUN-077.\n',
    '\n<!-- runbook-disable dangling-id -->\n\nSee RUN-077.\n\nSee RUN-078.\n\n<!-- runbook-enable dangling-id -->\n',
    '\n<!-- runbook-disable -->\n\nSee RUN-077.\n',
    '\nSee RUN-077.\n\n<!-- runbook-disable-file dangling-id -->\n',
    `\n- All is well.\n  ${next}\n- See RUN-077.\n`,
    '\n<!-- runbook-disable dangling-id -->\n\n| A | B |\n| - | - |\n| 1 | RUN-077 |\n\n<!-- runbook-enable -->\n',
    '\n<!-- runbook-disable-next-line stub-entry --> <!-- runbook-disable-next-line dangling-id -->\nSee RUN-077.\n',
  ])
    checkRule('dangling-id', source(more));
});

test('and nothing else', () => {
  checkRule(
    'dangling-id',
    source(`
See RUN-077.
    ^^^^^^^ information

${next}
See RUN-078.
See RUN-079.
    ^^^^^^^ information

<!-- runbook-disable dangling-id, missing-verification -->

See RUN-080.

<!-- runbook-enable dangling-id -->

See RUN-081.
    ^^^^^^^ information

<!-- runbook-disable-next-line duplicate-id -->
See RUN-082.
    ^^^^^^^ information
`),
  );
});

test('a comment that silences nothing, or no rule, is an information on the name', () => {
  checkRule(
    'unused-suppression',
    source(`
<!-- runbook-disable-next-line dangling-id, duplicate-id -->
                                            ^^^^^^^^^^^^ information: No finding of duplicate-id to silence
See RUN-077.

<!-- runbook-disable-next-line dangling-ids -->
                               ^^^^^^^^^^^^ information: Did you mean "dangling-id"?
See RUN-001.

<!-- runbook-enable orphan-id, duplicate-id -->
                               ^^^^^^^^^^^^ information: duplicate-id is not disabled above

<!-- runbook-enable no-such-rule-at-all -->
                    ^^^^^^^^^^^^^^^^^^^ information: Correct the name

<!-- runbook-disable-next-line -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: No finding to silence here
All is well.
`),
  );
});

test('other comments, code blocks and rules that are switched off are left alone', () => {
  checkRule(
    'unused-suppression',
    source('\n<!-- runbook notes -->\n\n```html\n<!-- runbook-disable -->\n```\n'),
  );
  checkRule('unused-suppression', source('\n<!-- runbook-disable-file orphan-id, unused-suppression -->\n'));
});

test('comments about an entry that is still a template are left alone', () => {
  const stub = '## RUN-009: Drain\n\n**ID**: RUN-009\n**Owner**: {Team}\n**Status**: {Status}\n';
  const entry = (comment: string): string =>
    `//- /SoT.OPS.md\n---\nid_prefix: RUN-XXX\n---\n\n# Operations (SoT File)\n\n${comment}\n${stub}`;
  checkRule('unused-suppression', entry('<!-- runbook-disable-next-line missing-owner -->\n'));
  checkRule('unused-suppression', `${entry('')}\n<!-- runbook-disable missing-owner -->\n`);
  checkRule(
    'unused-suppression',
    entry(
      '<!-- runbook-disable-next-line missing-ownr -->\n                               ^^^^^^^^^^^^ information: Did you mean',
    ),
  );
});

test('the fix removes the name or the comment', () => {
  checkFix('unused-suppression', source(`\n${next}\nAll is well.\n`), source('\nAll is well.\n'));
  checkFix(
    'unused-suppression',
    source('\n<!-- runbook-disable-next-line dangling-id, duplicate-id -->\nSee RUN-077.\n'),
    source('\n<!-- runbook-disable-next-line dangling-id -->\nSee RUN-077.\n'),
  );
  checkFix(
    'unused-suppression',
    source('\n<!-- runbook-disable-next-line duplicate-id, dangling-id -->\nSee RUN-077.\n'),
    source('\n<!-- runbook-disable-next-line dangling-id -->\nSee RUN-077.\n'),
  );
  checkFix('unused-suppression', source(`\nAll ${next} is well.\n`), source('\nAll  is well.\n'));
});

test('the fix says whether it removes a name or the comment', () => {
  const titled = (comment: string): string => source(`\n${comment}\nSee RUN-077.\n`);
  for (const [comment, title] of [
    ['<!-- runbook-disable-next-line dangling-id, duplicate-id -->', 'Remove duplicate-id'],
    ['<!-- runbook-disable-next-line duplicate-id -->', 'Remove the comment'],
  ] as const)
    expect(() => {
      checkFix('unused-suppression', titled(comment), '', 'Change');
    }).toThrow(`there are: ${title}`);
});

test('a comment between two lines of text leaves a line end, one at either end of the file none', () => {
  checkFix('unused-suppression', source(`\nOne.\n${next}\nTwo.\n`), source('\nOne.\n\nTwo.\n'));
  const file = source('');
  checkFix('unused-suppression', file.replace('---\nid', `${next}\n---\nid`), file);
  checkFix('unused-suppression', `${file}${next}`, file);
});

test('a comment in a line of its own goes with the line, whatever blanks stand around it', () => {
  checkFix('unused-suppression', source(`\n  ${next}  \nAll is well.\n`), source('\nAll is well.\n'));
  checkFix('unused-suppression', source(`\nOne.\n${next}\n\nTwo.\n`), source('\nOne.\n\nTwo.\n'));
  checkFix('unused-suppression', source(`\nOne.\n${next}\n  \nTwo.\n`), source('\nOne.\n  \nTwo.\n'));
});

test('the rule that a misspelled name probably means is offered, for the author to choose', () => {
  const named = (rule: string): string =>
    source(`\n<!-- runbook-disable-next-line ${rule} -->\nSee RUN-077.\n`);
  checkFix('unused-suppression', named('dangling-ids'), named('dangling-id'), 'Change rule to dangling-id');
});

test('a comment in a comment is words of that one, which would go on without its end', () => {
  checkRule('unused-suppression', source(`\n<!-- to do: a\n\n${next}\n\nText.\n`));
  checkRule('unused-suppression', source(`\n<!-- to do: ${next}\n\nText.\n`));
  checkRule(
    'unused-suppression',
    source(`\n<!-- done -->\n${next}\n${' '.repeat(31)}^^^^^^^^^^^ information\n\nText.\n`),
  );
});
