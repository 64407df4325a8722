import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { ofKind } from './house-kind';

const rule = 'missing-field';
const kind = `fields:
  - { name: Owner, required: true, also: [Team], values: { channel: true } }
  - { name: Blast radius, required: true }
  - { name: Severity }`;

test('a field that is missing, and one without a value', () => {
  checkRule(
    rule,
    ofKind(
      kind,
      `
# DiskFull
  ^^^^^^^^ warning: No field "Owner"

**Blast radius**:
  ^^^^^^^^^^^^ warning: is empty

## Meaning
`,
    ),
  );
});

test.each([
  ['front matter', '---\nowner: "#storage"\nblast-radius: one\n---\n\n# DiskFull\n'],
  ['bold labels', '# DiskFull\n\n**Owner:** #storage\n**Blast Radius**: one\n'],
  ['a table', '# DiskFull\n\n| 項目 | 内容 |\n|---|---|\n| Owner | #storage |\n| Blast radius | one |\n'],
  ['plain lines', '# DiskFull\n\nTeam: #storage\nBlast radius: one\n'],
  ['a quote', '# DiskFull\n\n> **Owner**: #storage\n> Blast radius: one\n'],
  ['list items', '# DiskFull\n\n- Owner: #storage\n- **Blast radius** : one\n'],
  ['sections', '# DiskFull\n\n## Owner\n\n#storage\n\n## Blast radius\n\none\n'],
])('a field counts in %s', (_where, text) => {
  checkRule(rule, ofKind(kind, text));
});

test.each([
  [
    '---\nowner: "#x"\n---\n\n# DiskFull\n',
    '---\nowner: "#x"\nblast_radius: "[Blast radius]"\n---\n\n# DiskFull\n',
  ],
  ['# DiskFull\n\n**Owner:** #x\n', '# DiskFull\n\n**Owner:** #x\n**Blast radius:** [Blast radius]\n'],
  ['# DiskFull\n\n- **Owner**: #x\n', '# DiskFull\n\n- **Owner**: #x\n- **Blast radius**: [Blast radius]\n'],
  ['# DiskFull\n\n> Owner: #x\n', '# DiskFull\n\n> Owner: #x\n> Blast radius: [Blast radius]\n'],
  [
    '# DiskFull\n\n| 項目 | 内容 |\n|---|---|\n| Owner | #x |\n',
    '# DiskFull\n\n| 項目 | 内容 |\n|---|---|\n| Owner | #x |\n| Blast radius | [Blast radius] |\n',
  ],
])('a field is added where the others stand: %j', (before, after) => {
  checkFix(rule, ofKind(kind, before), `//- /alerts/DiskFull.md\n${after}`, 'Blast radius');
});

test('the first field of a document is a label below its title, and an empty one is filled in', () => {
  checkFix(
    rule,
    ofKind(kind, '# DiskFull\n\nText.\n'),
    '//- /alerts/DiskFull.md\n# DiskFull\n\n**Owner**: [#channel]\n\nText.\n',
    'Owner',
  );
  checkFix(
    rule,
    ofKind(kind, '---\nowner:\nblast_radius: x\n---\n\n# A\n'),
    '//- /alerts/DiskFull.md\n---\nowner: "[#channel]"\nblast_radius: x\n---\n\n# A\n',
    'Owner',
  );
});

test('front matter that cannot be read may hold it', () => {
  checkRule(rule, ofKind(kind, '---\nowner: "#x\n---\n\n# DiskFull\n'));
});
