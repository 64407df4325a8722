import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotFile } from '../../run-entry';

const rule = 'invalid-date';

test('the norm with any tail, gaps and words for "never" are fine', () => {
  for (const value of [
    '2026-11-01',
    '2026-11-01 (S799.w)',
    '`2026-11-01`',
    'never',
    'YYYY-MM-DD',
    '[Day]',
    '',
    'n/a',
  ])
    checkRule(rule, runEntry({ tested: `Last Tested: ${value}` }));
});

test('another form is information and rewritten', () => {
  const forms = [
    '1 Nov 2026',
    'November 1, 2026',
    'Nov. 1st 2026',
    '2026/11/01',
    '2026-11-1',
    '01.11.2026',
    '20261101',
  ];
  for (const form of forms) {
    const caret = `${' '.repeat(13)}${'^'.repeat(form.length)} information: Write 2026-11-01`;
    checkRule(rule, runEntry({ tested: `Last Tested: ${form} (drill)\n${caret}` }));
    checkFix(
      rule,
      runEntry({ tested: `Last Tested: ${form} (drill)` }),
      runEntry({ tested: 'Last Tested: 2026-11-01 (drill)' }),
    );
  }
});

test('a date that may be two days is rewritten to either', () => {
  const written = runEntry({ tested: 'Last Tested: 03/04/2026' });
  checkRule(
    rule,
    runEntry({ tested: 'Last Tested: 03/04/2026\n             ^^^^^^^^^^ information: two different days' }),
  );
  checkFix(rule, written, runEntry({ tested: 'Last Tested: 2026-03-04' }), '2026-03-04');
  checkFix(rule, written, runEntry({ tested: 'Last Tested: 2026-04-03' }), '2026-04-03');
  checkFix(
    rule,
    runEntry({ tested: 'Last Tested: 03/24/2026' }),
    runEntry({ tested: 'Last Tested: 2026-03-24' }),
  );
});

test('days that does not exist has, and words instead of a day', () => {
  checkRule(
    rule,
    runEntry({ tested: 'Last Tested: 2026-02-30\n             ^^^^^^^^^^ information: does not exist' }),
  );
  checkRule(
    rule,
    runEntry({ tested: 'Last Tested: last spring\n             ^^^^^^^^^^^ information: is not a date' }),
  );
});

test('plans may be in words', () => {
  checkRule(
    rule,
    sotFile('## GTM-001: Launch\n\n**ID**: GTM-001\n**Status**: Planned\n**Target Date**: Q1 2027'),
  );
});

test('front matter counts', () => {
  checkRule(
    rule,
    `//- /SoT.X.md
---
id_prefix: RUN-XXX
last_updated: "12 Nov 2026"
               ^^^^^^^^^^^ information
---
# X`,
  );
});

test('a date of a draft is no louder than it', () => {
  checkRule(
    rule,
    runEntry({
      tested: 'Status: Draft\nLast Tested: 2026-02-30\n             ^^^^^^^^^^ hint: does not exist',
    }),
  );
});

test('a day and a month of one digit are filled up', () => {
  checkFix(
    rule,
    runEntry({ tested: 'Last Tested: 3/4/2026' }),
    runEntry({ tested: 'Last Tested: 2026-03-04' }),
    '2026-03-04',
  );
});

test('text with a placeholder is for another rule, text before one is not', () => {
  checkRule(rule, runEntry({ tested: 'Last Tested: YYYY-MM-DD by the team' }));
  checkRule(rule, runEntry({ tested: 'Last Tested: after [the release]' }));
  checkRule(
    rule,
    runEntry({
      tested: 'Last Tested: last spring\n             ^^^^^^^^^^^ information: is not a date',
      post: '\n## Post-Incident\n- [ ] Tell [the owner]',
    }),
  );
});

test('"never" with words behind it is an answer', () => {
  checkRule(rule, runEntry({ tested: 'Last Tested: never, since the pool is new' }));
  checkRule(rule, runEntry({ tested: 'Last Tested: pending' }));
});

test.each(['Created', 'Last Updated'])('%s must be a date', (name) => {
  checkRule(
    rule,
    runEntry({
      tested: `${name}: last spring\n${' '.repeat(name.length + 2)}^^^^^^^^^^^ information: is not a date`,
    }),
  );
});

test('what a fix of two days cannot know, none offers', () => {
  const impossible = runEntry({ tested: 'Last Tested: 2026-02-30' });
  expect(() => {
    checkFix(rule, impossible, impossible);
  }).toThrow('there are: none');
});
