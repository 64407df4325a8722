import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { ofKind } from './house-kind';

const rule = 'section-order';
const sections = `sections: [{ name: Meaning }, { name: Impact }, { name: Diagnosis }, { name: Mitigation }]`;
const fixed = `${sections}\norder: fixed`;

test('as few sections as have to be moved, up or down', () => {
  checkRule(
    rule,
    ofKind(
      fixed,
      `
# DiskFull

## Meaning

A.

## Mitigation
   ^^^^^^^^^^ information: "Mitigation" stands before "Diagnosis"

D.

## Impact

B.

## Diagnosis

C.
`,
    ),
  );
  checkRule(
    rule,
    ofKind(
      fixed,
      `
# DiskFull

## Impact

B.

## Diagnosis

C.

## Meaning
   ^^^^^^^ information: "Meaning" stands behind "Impact"

A.
`,
    ),
  );
});

test('other sections may stand between them, some may be missing, and the order may be free', () => {
  checkRule(
    rule,
    ofKind(
      fixed,
      '# DiskFull\n\n## Owner\n\nX.\n\n## Impact\n\nB.\n\n## Links\n\nX.\n\n## Mitigation\n\nD.\n',
    ),
  );
  checkRule(rule, ofKind(sections, '# DiskFull\n\n## Mitigation\n\nD.\n\n## Meaning\n\nA.\n'));
});
