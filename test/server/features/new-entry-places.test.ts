import { describe, expect, it } from 'vitest';
import { serveFixture } from '../../support/check-feature';
import { insertedEntry as inserted } from '../../support/inserted-entry';
import { uriOf } from '../../support/workspace';

describe('a new entry among what stands there', () => {
  it('has the level of the entry that it stands behind, so that none is parted', () => {
    const nested =
      '//- /SoT.OPERATIONS.md\n# RUN-001: Disk\n\nOwner: us\n\n### RUN-002: Deep\n\nOwner: us\n\n### Steps\n\n1. Go\n';
    const after = inserted(nested, 'SoT.OPERATIONS.md', 'Gate', 'Maintenance');
    expect(after).toContain('\nOwner: us\n\n### RUN-003: Gate\n');
    expect(after).not.toMatch(/^#{1,2} (?!RUN-001)/m);
  });

  it('stands before an entry below whose words a comment begins that never ends', () => {
    const source = '//- /SoT.OPERATIONS.md\n# Operations\n\n## RUN-001: Disk\n\nOwner: us\n\n<!-- later\n';
    expect(inserted(source, 'SoT.OPERATIONS.md', 'Gate', 'Recovery')).toMatch(
      /^# Operations\n\n## RUN-002: Gate\n[^]*\n## RUN-001: Disk\n\nOwner: us\n\n<!-- later\n$/,
    );
  });

  it('stands behind a byte order mark', () => {
    for (const rest of ['<script', '[a]: b.md\n'])
      expect(
        inserted(`//- /SoT.OPERATIONS.md\n\ufeff${rest}`, 'SoT.OPERATIONS.md', 'Gate', 'Recovery'),
      ).toMatch(/^\ufeff## RUN-\d{3}: Gate\n[^\ufeff]*$/);
  });

  it('is not underlined by a rule right below the last words', () => {
    const text = '//- /SoT.OPERATIONS.md\n# Operations (SoT File)\n\n- Words\n---\n';
    expect(inserted(text, 'SoT.OPERATIONS.md', 'Gate', 'Maintenance')).toMatch(/[^\n]\n\n---\n$/);
  });

  it('has its title even if its neighbours have none', () => {
    const { service, files } = serveFixture('//- /SoT.RULES.md\n## BR-001\n\n**Owner**: us\n');
    const [entry] = service.editor.newEntry(uriOf('SoT.RULES.md'), 'BR', 'Paid once', null)?.edits ?? [];
    expect(files.size).toBe(1);
    expect(entry?.newText).toContain('## BR-002: Paid once\n');
  });

  it('has no bullet in a list of another entry that follows the navigation without a heading', () => {
    const source = `//- /SoT.OPERATIONS.md
## Navigation

- RUN-001: Disk

RUN-001: Disk
Category: Recovery
Owner: us

### Related IDs

- RUN-009

### RUN-002: Pool

**ID**: RUN-002
`;
    expect(inserted(source, 'SoT.OPERATIONS.md', 'Gate', 'Recovery')).toContain(
      '- RUN-001: Disk\n- RUN-003: Gate\n\nRUN-001: Disk',
    );
  });

  it('has its bullet in the quote that the navigation stands in', () => {
    const source = (rest: string): string =>
      `//- /SoT.OPERATIONS.md\n# Navigation by Category\n\n${rest}\n\nWords\n`;
    const after = (rest: string): string => inserted(source(rest), 'SoT.OPERATIONS.md', 'Gate', 'Recovery');
    expect(after('> - MON-001: Disk\n>')).toContain('> - MON-001: Disk\n> - RUN-001: Gate\n>\n\nWords');
    expect(after('> - RUN-001: Disk')).toContain('> - RUN-001: Disk\n> - RUN-002: Gate\n\nWords');
    expect(after('> **Runbooks** (RUN-001 to RUN-099):')).toContain(
      '(RUN-001 to RUN-099):\n>\n> - [RUN-001](#run-001-gate) - Gate\n\nWords',
    );
  });

  it('leaves a heading that is indented with its words', () => {
    const source =
      '//- /SoT.OPERATIONS.md\n---\nid_prefix: RUN\n---\n\n## RUN-001: Disk\n\nWords\n\n  ## Notes\n\nMore\n';
    expect(inserted(source, 'SoT.OPERATIONS.md', 'Gate', 'Recovery')).toMatch(
      /Words\n\n## RUN-002: Gate\n[^]*\n\n {2}## Notes\n\nMore\n$/,
    );
  });

  it('goes behind those in plain lines, which its heading would take in', () => {
    const plain = (id: string): string => `${id}: Words\nOwner: us\nTrigger: a call\n`;
    const source = `//- /SoT.OPERATIONS.md
---
id_prefix: RUN, MON, DEP
---

${plain('MON-001')}
${plain('DEP-001')}
### Steps

1. Go

## Change Log

Words
`;
    const after = inserted(source, 'SoT.OPERATIONS.md', 'Gate', 'Recovery');
    expect(after).toContain(
      `---\n\n${plain('MON-001')}\n${plain('DEP-001')}\n### Steps\n\n1. Go\n\n## RUN-001: Gate\n`,
    );
    expect(after).toMatch(/\n\n## Change Log\n\nWords\n$/);
  });

  it('follows the row in a change log that the entry before it ends with', () => {
    const source =
      '//- /SoT.OPERATIONS.md\n# RUN-001: Disk\n\nOwner: us\n\n## Change Log\n\n| Date | ID | Change |\n| -- | -- | -- |\n';
    expect(inserted(source, 'SoT.OPERATIONS.md', 'Gate', 'Recovery')).toContain(
      '| -- | -- | -- |\n| 2026-11-20 | RUN-002 | Added Gate |\n\n# RUN-002: Gate\n',
    );
  });
});
