import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { ofKind } from './house-kind';

const rule = 'missing-section';
const four = `sections:
  - { name: Meaning, required: true }
  - { name: Impact, required: true, also: [Blast radius] }
  - { name: Diagnosis, required: ifApplicable }
  - { name: Mitigation, required: true, holds: [steps, code] }
  - { name: Notes }`;

test('a section that is required, or that has to say that it does not apply', () => {
  checkRule(
    rule,
    ofKind(
      four,
      `
# DiskFull
  ^^^^^^^^ warning: No section "Impact", which documents of the kind "page" have
  ^^^^^^^^ information: "Not applicable"

## Meaning

A disk is full.

## Mitigation
   ^^^^^^^^^^ warning: is empty

<!-- soon -->
`,
    ),
  );
});

test.each([
  ['another name', '## Blast radius'],
  ['a number', '## 2. Impact'],
  ['a letter', '## B. Impact'],
  ['a lettered section', '## §B. Impact'],
  ['a part', '## Part 2 — Impact'],
  ['a symbol', '## 💥 Impact'],
  ['brackets', '### Impact (customers)'],
  ['another half', '## 영향 (Impact)'],
  ['a colon', '## **Impact**:'],
])('a name counts with %s', (_what, heading) => {
  checkRule(
    rule,
    ofKind(
      four,
      `# DiskFull\n\n## Meaning\n\nFull.\n\n${heading}\n\nAll.\n\n## Diagnosis\n\nNot applicable\n\n## Mitigation\n\nClean up.\n`,
    ),
  );
});

test('the same name in several parts is told apart by its parent', () => {
  const parts = `sections:
  - { name: Contacts, under: Prepare, required: true }
  - { name: Contacts, under: Recover, required: true }`;
  checkRule(
    rule,
    ofKind(
      parts,
      `
# Plan
  ^^^^ warning: No section "Contacts" in "Recover"

## Part 1 — Prepare

### Contacts

Storage

## Part 2 — Recover

Go on.
`,
    ),
  );
});

test('nothing is missing in a document of another kind, in one without sections, and in a template', () => {
  checkRule(rule, ofKind(four, '# DiskFull\n\nText.\n', 'docs/DiskFull.md'));
  checkRule(rule, ofKind('roles: { steps: off }', '# DiskFull\n\nText.\n'));
  checkRule(rule, ofKind(four, '# DiskFull\n\nText.\n', 'alerts/_template.md'));
});

test('a section is added behind the one before it, at its level', () => {
  checkFix(
    rule,
    ofKind(
      four,
      '# DiskFull\n\n### Meaning\n\nFull.\n\n### Diagnosis\n\nLook.\n\n### Mitigation\n\n1. Go\n\n```\nx\n```\n',
    ),
    '//- /alerts/DiskFull.md\n# DiskFull\n\n### Meaning\n\nFull.\n\n### Impact\n\n[Describe here]\n\n### Diagnosis\n\nLook.\n\n### Mitigation\n\n1. Go\n\n```\nx\n```\n',
    'Add the section "Impact"',
  );
});

test('a section is added in front of the next one, and with what it must hold', () => {
  checkFix(
    rule,
    ofKind(four, '# DiskFull\n\n## Impact\n\nAll.\n\n## Diagnosis\n\nLook.\n'),
    '//- /alerts/DiskFull.md\n# DiskFull\n\n## Meaning\n\n[Describe here]\n\n## Impact\n\nAll.\n\n## Diagnosis\n\nLook.\n',
    'Add the section "Meaning"',
  );
  checkFix(
    rule,
    ofKind(four, '# DiskFull\n\n## Meaning\n\nFull.\n\n## Impact\n\nAll.\n\n## Diagnosis\n\nLook.\n'),
    '//- /alerts/DiskFull.md\n# DiskFull\n\n## Meaning\n\nFull.\n\n## Impact\n\nAll.\n\n## Diagnosis\n\nLook.\n\n## Mitigation\n\n1. [First step]\n\n```sh\n[Command to run]\n```\n',
    'Add the section "Mitigation"',
  );
});

test('a section is added in the part that it belongs to', () => {
  checkFix(
    rule,
    ofKind(
      'sections: [{ name: Contacts, under: Prepare, required: true }]',
      '# Plan\n\n## Prepare\n\nGet access.\n\n## Recover\n\nGo on.\n',
    ),
    '//- /alerts/DiskFull.md\n# Plan\n\n## Prepare\n\nGet access.\n\n### Contacts\n\n[Describe here]\n\n## Recover\n\nGo on.\n',
    'Add the section "Contacts"',
  );
});

test('a section begins with what the template of the kind has in it', () => {
  const kind = `template: docs/page.md\nsections: [{ name: Meaning, required: true, also: [Sense] }]`;
  checkFix(
    rule,
    `${ofKind(kind, '# DiskFull\n\nText.\n')}\n//- /docs/page.md\n# Page\n\n## 1. Meaning\n\n[What the alert means]\n\n- [Link]\n\n### More\n\nX.\n`,
    '//- /alerts/DiskFull.md\n# DiskFull\n\nText.\n\n## Meaning\n\n[What the alert means]\n\n- [Link]\n',
    'Add the section "Meaning"',
  );
});

test('a section with others in it is not empty, one of marks alone is', () => {
  const one = 'sections: [{ name: Meaning, required: true }]';
  checkRule(rule, ofKind(one, '# A\n\n## Meaning\n\n### Disk\n\n### Inodes\n'));
  checkRule(rule, ofKind(one, '# A\n\n## Meaning\n   ^^^^^^^ warning: is empty\n\n- [ ]\n- [ ]\n'));
});

test('an empty section begins with what it must hold', () => {
  checkFix(
    rule,
    ofKind(
      'sections: [{ name: Mitigation, required: true, holds: [list] }]',
      '# A\n\n## Mitigation\n\n## Next\n\nGo on.\n',
    ),
    '//- /alerts/DiskFull.md\n# A\n\n## Mitigation\n\n- [First item]\n\n## Next\n\nGo on.\n',
    'Fill in "Mitigation"',
  );
});
