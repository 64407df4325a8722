/**
 * A long document is read in pieces that remember what was found in them, a short one in one piece that remembers
 * nothing. The same words have to say the same in both, also after edits.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsIn, long, modelIn, short } from '../../support/pieces';
import { composed } from '../../support/runbook-texts';
import { runs } from '../../support/runs';

const paragraph = 'lorem '.repeat(700).trimEnd();
const sections = fc.constantFrom(
  '## RUN-001: Pool is full\n\n**ID**: RUN-001\n**Owner**: [Team]\n',
  '## RUN_002: Odd\nCategory: x\n',
  'RUN-003: Plain\nCategory: Incident\nTrigger: MON-001 fires\n',
  '### Rollback\n\n1. Fix the issue\n2. Run `app --password=hunter2x9`, obviously\n',
  '### Verification\n\n- [ ] it is **up** within [minutes]\n- [x] YYYY-MM-DD\n',
  `**Escalation**:\n\n${paragraph}\n\nLevel 1: escalate to level 3\n\n- L3: people\n`,
  `Verification:\n\n${paragraph}\n\n- [ ] one\n\nTrigger: TBD\n`,
  '| Field | Value |\n|---|---|\n| Owner | {name} |\n| Status | [ ] |\n',
  '| ID | Linked IDs |\n|-|-|\n| MON-001 | RUN-001, RUN-XXX |\n',
  '```bash\nexport TOKEN=abcDEF123456789xyz\n# RUN-004 TODO: later\n```\n',
  '```\nStep 1: a\n  - Verify: b\n```\n',
  'see [RUN-002](#run-002-odd), [text][ref] and [ref], RUN-001 to RUN-099, https://a.b/RUN-007\n',
  '[ref]: other.md "title"\n',
  'a footnote[^note] <a id="x">\n\n[^note]: a *note*\n',
  '> **Purpose**: quoted\n> - item\n',
  '# One\n\n## One\n\n## 1. One {#own}\n',
  'Phase 2: later, see phase 9 and Section 7\n',
);
/** Documents of which nearly all can be cut; edits and odd texts see to the others. */
const cuttable = fc
  .array(sections, { minLength: 2, maxLength: 14, size: 'max' })
  .map((parts) => parts.join('\n'));
const anyHead = fc.oneof({ weight: 4, arbitrary: cuttable }, { weight: 1, arbitrary: composed });

const marks = fc.constantFrom(
  'x',
  '\n',
  '\n\n',
  '# ',
  '\n## RUN-001: One\n',
  '```\n',
  '<!-- ',
  '-->',
  '[r]: /u\n',
  '[r]',
  '\r',
  '\u2028',
  '\nRUN_002: Two\nCategory: x\n',
  '`password=hunter2x9`',
  'RUN-001 to RUN-0',
  'Phase\n# 2',
);
const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(20), insert: marks }), { maxLength: 3 });

describe('a document in pieces', () => {
  test('has the model of the same document in one piece, also after edits', () => {
    fc.assert(
      fc.property(anyHead, edits, (text, changes) => {
        let head = text;
        expect(modelIn(head, long)).toEqual(modelIn(head, short));
        for (const { at, remove, insert } of changes) {
          const start = at % (head.length + 1);
          head = head.slice(0, start) + insert + head.slice(start + remove);
          expect(modelIn(head, long)).toEqual(modelIn(head, short));
        }
      }),
      { numRuns: runs(40) },
    );
  });

  test('goes on with a comment that is indented and never closed', () => {
    const head = '  <!-- - nested\n    1. deeper `code`\n';
    expect(modelIn(head, long)).toEqual(modelIn(head, short));
  });

  test.each(['<script></', '<style></a>', '<pre></div>'])(
    'goes on with raw HTML that another tag does not end: %s',
    (head) => {
      expect(modelIn(head, long)).toEqual(modelIn(head, short));
    },
  );

  test('has the findings of the same document in one piece', () => {
    fc.assert(
      fc.property(anyHead, (head) => {
        expect(findingsIn(head, long)).toEqual(findingsIn(head, short));
      }),
      { numRuns: runs(40) },
    );
  });
});
