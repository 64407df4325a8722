/** Generated Markdown: fragments of runbooks in any order, damaged documents, any characters at all. */
import fc from 'fast-check';
import { anyString } from './any-string';
import { fixtureText } from './read-model';

const pieces = [
  '# Playbook: Move\n',
  '## RUN-001: Pool is full\n',
  '### Step 1: Restart\n',
  '#### 1. Drain ##\n',
  '## Phase 2a: Switch {#switch}\n',
  'Setext title\n====\n',
  'Other\n---\n',
  '**Owner:** Platform (2026)\n',
  '**Status**: Active | Draft\n',
  'Trigger: MON-005 fires\n',
  'Linked IDs: MON-005, DEP-001/002/003\n',
  '> **Purpose**: quoted\n> > deeper\n',
  '**Verification:**\n\n- [ ] one\n- [x] two\n',
  '1. first\n   Verify: ok\n2. second\nVerification: lazy\n',
  '  - nested\n    1. deeper `code`\n',
  '- a\n\n  b\n\n      indented code\n',
  '```bash\n$ run RUN-004\n```\n',
  '```\nStep 1: a\n  - Verify: b\nStep 2: c\n```\n',
  '```\nRUN-009: Sample\nCategory: x\n```bash\ncode\n```\n```\n',
  '~~~\ntilde\n~~~\n',
  '```\nnever closed\n',
  '| Field | Value |\n|---|---|\n| Owner | me \\| you |\n| Short |\n| a | b | c |\n',
  '| ID | Box |\n|-|-|\n| MON-001 | [ ] |\n',
  '<!-- RUN-003\n\n# hidden -->\n',
  '<!-- open\n',
  '<div id="x">\n',
  '<pre>\n\n# not a heading\n\n',
  '</pre>\n',
  'see [RUN-002](SoT.md#run-002-x) and [text][ref] or [ref]\n',
  '[ref]: other.md "title"\n',
  '[^note]: a footnote\n',
  'a footnote[^note] <https://a.b/RUN-007> https://c.d\n',
  'RUN-XXX, MON-, RUN-<id>, RUN-001 to RUN-099, {name} [Name] <who> YYYY-MM-DD TBD\n',
  '---\n',
  '\n',
  '\n\n',
  '  \n',
  'word **bold `code` *em*** ~~gone~~ \\* &amp; é 🚒\n',
  '\t- tab\n',
  '- ```\n  fenced in a list\n',
  '<script>\nlet a = 1\n\nword\n',
];

const templates = ['playbook', 'feature-runbook', 'run-entries', 'sot-file', 'release-runbook'].map((name) =>
  fixtureText(`templates/${name}.md`),
);

/** Fragments of runbooks in any order, with any line ending. */
export const composed: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), fc.boolean())
  .map(
    ([parts, frontMatter]) =>
      (frontMatter ? '---\ntitle: "Playbook: a"\nlist: [a, b]\n---\n' : '') + parts.join(''),
  );

/** A template with stretches cut out, doubled or replaced by characters that mean something. */
export const damaged: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...templates),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(40),
        fc.constantFrom('', '```', '>', '- ', '[', '|', '\n', '#', '**', '<!--', ':'),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )
  .map(([text, damages]) =>
    damages.reduce((result, [at, length, put]) => {
      const start = at % (result.length + 1);
      return result.slice(0, start) + put + result.slice(start + length);
    }, text),
  );

/** Any characters, those of Markdown above all. */
export const noise: fc.Arbitrary<string> = fc.oneof(
  anyString({ maxLength: 200 }),
  fc
    .array(fc.constantFrom(...'#*_`~[]()<>|!-+.:{}\\&"\n\r\t 1aRUN-0'.split('')), { maxLength: 200 })
    .map((characters) => characters.join('')),
);
