import { describe, expect, it } from 'vitest';
import { checkReferences, serveFixture, showPlace } from '../../support/check-feature';
import { operations } from './operations';

describe('find references', () => {
  it('finds every way to refer, in every file, and nothing twice', () => {
    checkReferences(
      `${operations.trimEnd()}
**Related IDs**: RUN-0<|>01
//- /b.md
\`RUN-001\` and [RUN-001] and [RUN-001](SoT.OPERATIONS.md#run-001-api-answers-with-errors)
- [RUN-001]: the first
- [words](SoT.OPERATIONS.md#run-001)
- RUN-010/001 with a slash
Linked IDs: MON-001, RUN-001 (fix)
| Alert | Runbook |
| --- | --- |
| Errors | RUN-001 |
`,
      'SoT.OPERATIONS.md:47 «RUN-001»',
      'b.md:1 «RUN-001»',
      'b.md:1 «RUN-001»',
      'b.md:1 «RUN-001»',
      'b.md:2 «RUN-001»',
      'b.md:3 «run-001»',
      'b.md:4 «001»',
      'b.md:5 «RUN-001»',
      'b.md:8 «RUN-001»',
    );
  });

  it.each([
    ['in the heading', '## RUN-0<|>01: One', '[RUN-001](#run-001-one)', ['11 «RUN-001»', '12 «RUN-001»']],
    [
      'in the words of the heading',
      '## RUN-001: O<|>ne',
      '[RUN-001](#run-001-one)',
      ['11 «RUN-001»', '12 «RUN-001»'],
    ],
    [
      'in the target of a link',
      '## RUN-001: One',
      '[RUN-001](#run-00<|>1-one)',
      ['11 «RUN-001»', '12 «RUN-001»'],
    ],
    [
      'in the words of a link',
      '## RUN-001: One',
      '[RUN-0<|>01](#run-001-one)',
      ['5 «RUN-001»', '9 «RUN-001»', '11 «RUN-001»', '12 «RUN-001»'],
    ],
  ])(
    'leaves the heading and links that lead there to an editor that lists them itself, with the cursor %s',
    (_where, heading, link, lines) => {
      const { service, files, uri, position } = serveFixture(
        `//- /a.md\n---\nid_prefix: RUN\n---\n\n${heading}\n\n**Owner**: Ops\n\n${link} here,\n\n[RUN-001](#wrong) there\nand RUN-001.\n`,
      );
      const found = service.editor.references(uri, position, true, { links: false });
      expect(found.map((place) => showPlace(files, place.uri, place.range).slice('a.md:'.length))).toEqual(
        lines,
      );
    },
  );

  it('starts at the definition too', () => {
    checkReferences(
      `//- /notes.md\nSee RUN-004.\n//- /SoT.X.md\n---\nid_prefix: RUN\n---\n\n## RUN-0<|>04: Title\n\n**ID**: RUN-004\n`,
      'notes.md:1 «RUN-004»',
    );
  });

  it('leaves out code blocks, comments, web addresses, ranges and the own ID field', () => {
    checkReferences(
      `//- /notes.md
See RUN-0<|>04.

\`\`\`
RUN-004 in a sample
\`\`\`

<!-- RUN-004 in a comment -->
https://example.org/RUN-004
RUN-004 to RUN-009
//- /SoT.X.md
---
id_prefix: RUN
---

## RUN-004: Title

**ID**: RUN-004
`,
      'notes.md:1 «RUN-004»',
    );
  });
});
