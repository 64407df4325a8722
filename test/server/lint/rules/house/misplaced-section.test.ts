import { test } from 'vitest';
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
   ^^^^^^^ information: does not stand in "Remediate"

Cut it off.

## Recover
   ^^^^^^^ information: level 2, but has level 3

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
