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
   ^^^^^^^^^^ information: "Mitigation" comes before "Diagnosis"

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
   ^^^^^^^ information: "Meaning" comes after "Impact"

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

test('of several ways to set them right, the first in the order of the kind stays', () => {
  checkRule(
    rule,
    ofKind(
      fixed,
      `
# DiskFull

## Diagnosis
   ^^^^^^^^^ information: "Diagnosis" comes before "Impact"

C.

## Mitigation
   ^^^^^^^^^^ information: "Mitigation" comes before "Impact"

D.

## Meaning

A.

## Impact

B.
`,
    ),
  );
});

test('sections of each parent have an order of their own, and what is outside of its parent has none', () => {
  const parts = `sections:
  - { name: Contain }
  - { name: Check, under: Contain }
  - { name: Isolate, under: Contain }
  - { name: Recover }
  - { name: Restore, under: Recover }
order: fixed`;
  checkRule(
    rule,
    ofKind(
      parts,
      `
# Plan

## Recover
   ^^^^^^^ information: "Recover" comes before "Contain"

### Restore

A.

## Contain

### Isolate
    ^^^^^^^ information: "Isolate" comes before "Check"

B.

### Check

C.
`,
    ),
  );
  checkRule(
    rule,
    ofKind(parts, '# Plan\n\n## Isolate\n\nA.\n\n## Contain\n\n### Check\n\nB.\n\n## Recover\n\nC.\n'),
  );
});

test('nothing is in order in a template, and a section of another level is as well', () => {
  checkRule(rule, ofKind(fixed, '# A\n\n## Impact\n\nB.\n\n## Meaning\n\nA.\n', 'alerts/_template.md'));
  checkRule(
    rule,
    ofKind(
      `sections: [{ name: Meaning, level: 2 }, { name: Impact, level: 2 }]\norder: fixed\n`,
      '# A\n\n## Impact\n\nB.\n\n## Meaning\n\nA.\n',
    ).replace('## Impact', '## Impact\n   ^^^^^^ information: comes before "Meaning"'),
  );
});
