import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { ofKind } from './house-kind';

const rule = 'misplaced-section';
const kind = `sections:
  - { name: Contain, level: 4, under: Remediate }
  - { name: Recover, level: 3 }`;

test('a section of another level, and one outside of its section', () => {
  checkRule(
    rule,
    ofKind(
      kind,
      `
# Plan

### Remediate

Do it.

## Contain
   ^^^^^^^ information: is outside "Remediate"

Cut it off.

## Recover
   ^^^^^^^ information: level 2 heading, but level 3

Go on.
`,
    ),
  );
});

test('what is where it belongs is left alone, whatever else has its name', () => {
  checkRule(
    rule,
    ofKind(kind, '# Plan\n\n## Contain\n\nA.\n\n### Remediate\n\n#### Contain\n\nB.\n\n### Recover\n\nC.\n'),
  );
});

test('the level of a section without others in it is changed', () => {
  checkFix(
    rule,
    ofKind(kind, '# Plan\n\n## Recover\n\nGo on.\n'),
    '//- /alerts/DiskFull.md\n# Plan\n\n### Recover\n\nGo on.\n',
    'level 3',
  );
});

test('in a template everything may stand anywhere', () => {
  checkRule(rule, ofKind(kind, '# Plan\n\n## Recover\n\nGo on.\n', 'alerts/_template.md'));
});

test('what has others in it, or stands in another section, is for the author to move', () => {
  for (const text of ['## Recover\n\nGo on.\n\n### Check\n\nLook.\n', '#### Contain\n\nCut it off.\n'])
    expect(() => {
      checkFix(rule, ofKind(kind, `# Plan\n\n${text}`), '', 'level');
    }).toThrow('there are: none');
  // a heading of another form has no marks to change
  expect(() => {
    checkFix(rule, ofKind(kind, '# Plan\n\nRecover\n-------\n\nGo on.\n'), '', 'level');
  }).toThrow('there are: none');
});
