/** What goes along with an entry that is sorted, moved or inserted: what stands before its heading, and nothing else. */
import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../../server/src/templates/expand-template';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { serveFixture } from '../../support/check-feature';
import { offered, refactored } from '../../support/refactored';
import { windows } from '../../support/sot-entries';

const head = `//- /SoT.OPS.md
---
id_prefix: RUN-XXX
---

# Operations (SoT File)

`;
const sorting = 'Sort the entries by ID within each prefix';

function sorted(body: string): string {
  const source = head + body.replace('## RUN-002', '## RU<|>N-002');
  const after = refactored(source, sorting)['SoT.OPS.md'] ?? '';
  return after.slice(after.indexOf('File)\n\n') + 7);
}

const drain = '## RUN-001: Drain the berth queue\n\nDrain it.';
const shut = '## RUN-002: Close the gate\n\nClose it.';

describe('sorting takes along', () => {
  test('anchors before headings, and leaves the comments around all entries where they are', () => {
    expect(
      sorted(
        `<!-- SECTION: entries -->\n\n<a id="run-002"></a>\n\n${shut}\n\n<a id="run-001"></a>\n\n${drain}\n\n<!-- /SECTION: entries -->\n`,
      ),
    ).toBe(
      `<!-- SECTION: entries -->\n\n<a id="run-001"></a>\n\n${drain}\n\n<a id="run-002"></a>\n\n${shut}\n\n<!-- /SECTION: entries -->\n`,
    );
  });

  test.each([
    ['a comment', '<!-- owner: harbour -->\n'],
    ['a comment of several lines', '<!--\nKeep this.\n\nReally.\n-->\n\n'],
    ['a suppression of the next line', '<!-- runbook-disable-next-line missing-owner -->\n'],
    [
      'several anchors and a comment',
      '<a name="gate"></a><a id="old-gate"></a>\n<!-- moved in spring -->\n\n',
    ],
    ['an anchor of another element', '<span id="gate"></span>\n\n'],
    ['an anchor that is a block of its own', '<div id="gate"></div>\n\n'],
    ['a comment in the form of a definition', '[//]: # (gate)\n\n'],
    ['a mark with the id', '<!-- BEGIN RUN-002 -->\n'],
  ])('%s', (_what, lead) => {
    expect(sorted(`${lead}${shut}\n\n---\n\n${drain}\n`)).toBe(`${drain}\n\n---\n\n${lead}${shut}\n`);
  });

  test('marks that enclose one entry each', () => {
    const wrap = (words: string): string => `<!-- ENTRY:START -->\n${words}\n<!-- ENTRY:END -->`;
    expect(sorted(`${wrap(shut)}\n\n${wrap(drain)}\n`)).toBe(`${wrap(drain)}\n\n${wrap(shut)}\n`);
    const details = (words: string): string => `<details>\n<summary>Open</summary>\n\n${words}\n\n</details>`;
    expect(sorted(`${details(shut)}\n\n${details(drain)}\n`)).toBe(`${details(drain)}\n\n${details(shut)}\n`);
    const silent = (words: string): string =>
      `<!-- runbook-disable missing-owner -->\n\n${words}\n\n<!-- runbook-enable missing-owner -->`;
    expect(sorted(`${silent(shut)}\n\n${drain}\n`)).toBe(`${drain}\n\n${silent(shut)}\n`);
  });

  test('a comment right below the words above, and an anchor right above the heading', () => {
    expect(sorted(`${shut}\n<!-- checked -->\n\n${drain}\n`)).toBe(`${drain}\n\n${shut}\n<!-- checked -->\n`);
    expect(sorted(`${shut}\n<a id="run-001"></a>\n${drain}\n`)).toBe(
      `<a id="run-001"></a>\n${drain}\n${shut}\n`,
    );
  });

  test.each([
    ['a change log with its anchor', '<a id="log"></a>\n\n## Change Log\n\nx\n'],
    ['a comment at the end', '<!-- end of file -->\n'],
    ['definitions', '[up]: ../x.md\n'],
    ['an appendix behind a rule', '---\n\n<!-- appendix -->\n## Appendix A\n\nTides.\n'],
  ])('not %s', (_what, tail) => {
    expect(sorted(`${shut}\n\n${drain}\n\n${tail}`)).toBe(`${drain}\n\n${shut}\n\n${tail}`);
  });

  test('not words behind the last of the rules that divide entries', () => {
    expect(sorted(`${shut}\n\n---\n\n${drain}\n\n---\n\n_Printed on Mondays._\n`)).toBe(
      `${drain}\n\n---\n\n${shut}\n\n---\n\n_Printed on Mondays._\n`,
    );
  });

  test('words behind such a rule that say when the last entry is used', () => {
    const used = '**Trigger**: MON-001 fires';
    expect(sorted(`${shut}\n\n---\n\n${drain}\n\n---\n\n${used}\n`)).toBe(
      `${drain}\n\n---\n\n${used}\n\n---\n\n${shut}\n`,
    );
  });

  test('nothing across headings, regions and open fences', () => {
    const parts = `## Gates\n\n#${shut}\n\n## Queues\n\n#${drain}\n`;
    const none = (body: string): string[] =>
      offered(head + body.replace('RUN-002', 'RU<|>N-002')).filter((title) => title === sorting);
    expect(none(parts)).toEqual([]);
    expect(
      none(
        `<!-- SECTION: a -->\n${shut}\n<!-- /SECTION: a -->\n\n<!-- SECTION: b -->\n${drain}\n<!-- /SECTION: b -->\n`,
      ),
    ).toEqual([]);
    expect(none(`${shut}\n\n${drain}\n\n\`\`\`bash\nls\n`)).toEqual([]);
    expect(none(`${shut}\n\n[a]: x.md\n\n${drain}\n\n[a]: y.md\n`)).toEqual([]);
  });

  test('Windows line endings and no last line ending', () => {
    const source = windows(`${head}<!-- a -->\n## RU<|>N-002: B\n\nb\n\n## RUN-001: A\n\na`);
    const after = refactored(source, sorting)['SoT.OPS.md'] ?? '';
    expect(after.slice(after.indexOf('File)') + 9).replace(/\r?$/, '')).toBe(
      '## RUN-001: A\r\n\r\na\r\n\r\n<!-- a -->\r\n## RUN-002: B\r\n\r\nb',
    );
  });
});

test('a moved entry takes its own anchor, and not that of the next', () => {
  const other =
    '//- /SoT.PORT.md\n---\nid_prefix: RUN-XXX\n---\n\n# Port (SoT File)\n\n## RUN-050: Tow\n\nTow.\n';
  const source = `${head}<a id="run-002"></a>\n\n## RU<|>N-002: Close the gate\n\nClose it, see [drain](#run-001).\n\n<a id="run-001"></a>\n\n${drain} Then [close](#run-002).\n${other}`;
  const after = refactored(source, 'Move RUN-002 to SoT.PORT.md');
  expect(after['SoT.OPS.md']?.split('File)\n\n')[1]).toBe(
    '<a id="run-001"></a>\n\n## RUN-001: Drain the berth queue\n\nDrain it. Then [close](SoT.PORT.md#run-002).',
  );
  expect(after['SoT.PORT.md']?.split('File)\n\n')[1]).toBe(
    '<a id="run-002"></a>\n\n## RUN-002: Close the gate\n\nClose it, see [drain](SoT.OPS.md#run-001).\n\n## RUN-050: Tow\n\nTow.\n',
  );
});

describe('a new entry', () => {
  /** The text with the entry, whose own lines are shown as NEW. */
  function inserted(body: string): string {
    const { service, uri, files } = serveFixture(head + body);
    const text = files.get('SoT.OPS.md') ?? '';
    const lines = new LineIndex(text);
    const edits = service.editor.newEntry(uri, 'RUN', 'Tow', null)?.edits ?? [];
    const after = applyEdits(
      text,
      edits.map(({ range, newText, snippet }) => ({
        span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
        newText: snippet
          ? newText.replace(/(?:## )?RUN-\d+: [^]*\S/, (own) => (toPlainText(own) === '' ? '' : 'NEW'))
          : newText,
      })),
    );
    return after.slice(after.search(/File\)\r?\n\r?\n/) + 7);
  }

  test.each([
    [
      'inside of the comments around the entries',
      `<!-- SECTION: entries -->\n\n${drain}\n\n<!-- /SECTION: entries -->\n`,
      `<!-- SECTION: entries -->\n\n${drain}\n\nNEW\n\n<!-- /SECTION: entries -->\n`,
    ],
    [
      'inside of comments without blank lines',
      `<!-- BEGIN RUNBOOKS -->\n${drain}\n<!-- END RUNBOOKS -->\n`,
      `<!-- BEGIN RUNBOOKS -->\n${drain}\n\nNEW\n\n<!-- END RUNBOOKS -->\n`,
    ],
    [
      'inside of an empty region',
      '<!-- SECTION: runbooks -->\n\n<!-- /SECTION: runbooks -->\n\n## Appendix\n',
      '<!-- SECTION: runbooks -->\n\nNEW\n\n<!-- /SECTION: runbooks -->\n\n## Appendix\n',
    ],
    [
      'behind what encloses one entry',
      `<!-- BEGIN RUN-001 -->\n${drain}\n<!-- END RUN-001 -->\n`,
      `<!-- BEGIN RUN-001 -->\n${drain}\n<!-- END RUN-001 -->\n\nNEW\n`,
    ],
    [
      'before the anchor of the change log',
      `${drain}\n\n<a id="log"></a>\n\n## Change Log\n\nx\n`,
      `${drain}\n\nNEW\n\n<a id="log"></a>\n\n## Change Log\n\nx\n`,
    ],
    [
      'before an appendix, where there is no entry yet',
      'Words.\n\n<!-- tables -->\n## Appendix A\n\nx\n',
      'Words.\n\nNEW\n\n<!-- tables -->\n## Appendix A\n\nx\n',
    ],
    ['before definitions at the end', `${drain}\n\n[up]: ../x.md\n`, `${drain}\n\nNEW\n\n[up]: ../x.md\n`],
    ['behind a quote', '## RUN-001: A\n\n> Said.', '## RUN-001: A\n\n> Said.\n\nNEW'],
    [
      'before a fence that never ends',
      '## RUN-001: A\n\n```bash\nls\n',
      'NEW\n\n## RUN-001: A\n\n```bash\nls\n',
    ],
    [
      'behind a plain entry, whose fields stay together',
      'RUN-001: A\nCategory: Recovery\nOwner: us\n\nRUN-000: B\nCategory: Recovery\n',
      'RUN-001: A\nCategory: Recovery\nOwner: us\n\nNEW\n\nRUN-000: B\nCategory: Recovery\n',
    ],
    [
      'behind a plain entry that begins in another one and goes on behind it',
      '## RUN-001: A\n\nRUN-000: B\nCategory: Recovery\n\n### Steps\n\nb\n\n## Appendix\n\nc\n',
      '## RUN-001: A\n\nRUN-000: B\nCategory: Recovery\n\n### Steps\n\nb\n\nNEW\n\n## Appendix\n\nc\n',
    ],
    ['without a last line ending', '## RUN-001: A\n\na', '## RUN-001: A\n\na\n\nNEW'],
  ])('stands %s', (_what, body, after) => {
    expect(inserted(body)).toBe(after);
  });
});

test('marks around all entries stay, also as definitions, tables of contents and a summary', () => {
  for (const [open, close] of [
    ['[//]: # (entries: start)\n\n', '\n\n[//]: # (entries: end)\n'],
    ['<!-- toc -->\n<!-- tocstop -->\n\n', '\n'],
  ] as const)
    expect(sorted(`${open}${shut}\n\n${drain}${close}`)).toBe(`${open}${drain}\n\n${shut}${close}`);
  const details = '<details>\n<summary>Entries</summary>\n\n';
  const after = refactored(
    `${head}${details}${shut.replace('RUN-002', 'RUN<|>-002')}\n\n${drain}\n\n</details>\n//- /SoT.PORT.md\n---\nid_prefix: RUN-XXX\n---\n\n# Port (SoT File)\n\n## RUN-050: Tow\n\nTow.\n`,
    'Move RUN-002 to SoT.PORT.md',
  );
  expect(after['SoT.OPS.md']).toContain(`${details}${drain}\n\n</details>`);
  expect(after['SoT.PORT.md']).not.toContain('summary');
});

test('steps that a link leads to are not extracted', () => {
  const source = (words: string): string =>
    `${head}## RUN-001: A\n\n### Steps\n\n#### Ste<|>p 1: Drain\n\nRun \`a\`.\n\n#### Step 2: Close\n\nRun \`b\`.\n\n${words}\n`;
  const titles = (words: string): string[] =>
    offered(source(words), ['refactor.extract']).filter((title) => title.startsWith('Extract'));
  expect(titles('### Notes\n\nNo link.')).toHaveLength(1);
  expect(titles('### Notes\n\nSee [it](#step-2-close).')).toEqual([]);
});

test('steps that a field of their entry goes on are not extracted', () => {
  const source = (field: string): string =>
    `${head}## RUN-001: A\n\n### Steps\n\n1. Dra<|>in \`a\`\n2. Fill \`b\`\n${field}\n\n### Notes\n\nNone.\n`;
  const titles = (field: string): string[] =>
    offered(source(field), ['refactor.extract']).filter((title) => title.startsWith('Extract'));
  expect(titles('')).toHaveLength(1);
  expect(titles('**Linked IDs**: MON-001')).toEqual([]);
});
