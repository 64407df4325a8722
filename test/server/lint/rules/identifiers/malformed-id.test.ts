import { describe, expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotTop } from '../../../../support/sot';

const bullets = ['- [RUN-001](#run-001-pool-is-full) - Pool is full'];
const source = (entry: string, more = ''): string => `//- /SoT.OPERATIONS.md
${sotTop(bullets)}${entry}${runEntry('RUN-002', 'Disk is full', more)}`;
const first = runEntry('RUN-001', 'Pool is full');

test('a heading with a malformed id is a warning on the id', () => {
  const headed = (id: string): string =>
    first.replace(
      '## RUN-001: Pool is full\n',
      `## ${id}: Pool is full\n   ${'^'.repeat(id.length)} warning: Write it as RUN-001\n`,
    );
  for (const id of ['RUN-1', 'RUN-01', 'RUN-0001', 'run_001', 'RUN_001', 'RUN001', 'run-001', 'RUN–001'])
    checkRule('malformed-id', source(headed(id)));
});

test('references to a misspelled heading are not reported as well', () => {
  for (const id of ['RUN-1', 'run_001', 'RUN001'])
    for (const rule of ['dangling-id', 'nav-unknown-entry', 'nav-missing-entry', 'id-field-mismatch'])
      checkRule(
        rule,
        source(first.replace('## RUN-001', `## ${id}`), '**Linked IDs**: RUN-001\n').replace(
          '**Operational',
          '- [RUN-002](#run-002-disk-is-full)\n\n**Operational',
        ),
      );
});

test('fields count as well', () => {
  checkRule(
    'malformed-id',
    source(
      first.replace('**ID**: RUN-001', '**ID**: run_001\n        ^^^^^^^ warning: Malformed ID "run_001"'),
    ),
  );
  checkRule('malformed-id', source(first, '**Linked IDs**: RUN-1\n                ^^^^^ warning: RUN-001\n'));
  checkRule('malformed-id', source(first, '\n### Related IDs\n\n- RUN_001\n  ^^^^^^^ warning: RUN-001\n'));
});

test('words of prose, other standards, slash lists, files and code are no identifiers', () => {
  checkRule(
    'malformed-id',
    source(
      first,
      '**Linked IDs**: RUN-001/002\n**Runbook**: `run_001.sh`, [the page](run-001.md)\n\n### Run 5: Load\n\nRUN-1 is short.\n\n### SHA256: Sums\n\nSee run_001.\n',
    ),
  );
});

test('the fix pads the definition, its field and the links of the document', () => {
  checkFix(
    'malformed-id',
    `//- /SoT.OPERATIONS.md
${sotTop(['- [RUN-001](#run-1-pool-is-full) - Pool is full'])}${runEntry('RUN-1', 'Pool is full')}`,
    `//- /SoT.OPERATIONS.md
${sotTop(bullets)}${first}`,
  );
  checkFix('malformed-id', source(first.replace('## RUN-001', '## run_001')), source(first));
});

test('names of anchors, fragments and labels of links are no ids', () => {
  for (const line of [
    '<a id="run-002"></a>',
    "<a name='run_002'></a>",
    '<span id=run-002></span>',
    '- [RUN-002](#run-002) - close after it {#run_002}',
    '- [The disk](#run-002)',
    '- [run_002]\n\n[run_002]: #run-002',
    '- <!-- run_002 --> RUN-002',
    '- RUN-002, see `tail run_002 log`',
    '- RUN-002\n\n```text\nrun_002\n```',
  ])
    checkRule('malformed-id', source(first, `\n### Related IDs\n\n- RUN-002\n\n${line}\n`));
  checkRule('malformed-id', source(`<a id="run-001"></a>\n\n${first}`));
  checkRule(
    'malformed-id',
    source(first.replace('## RUN-001: Pool is full', '## RUN-001: Pool is full {#run-1}')),
  );
});

test('the fix keeps links to anchors that have names of their own', () => {
  const nav = ['- [RUN-001](#run-1) - Pool is full'];
  const anchor = '<a id="run-1"></a>\n\n';
  checkFix(
    'malformed-id',
    `//- /SoT.OPERATIONS.md\n${sotTop(nav)}${anchor}${runEntry('RUN-1', 'Pool is full')}`,
    `//- /SoT.OPERATIONS.md\n${sotTop(nav)}${anchor}${first}`,
  );
});

test('the fix writes the id alike wherever the document names it, and leaves names of files', () => {
  const nav = (id: string): string => `- [${id}](#${id.toLowerCase()}-pool-is-full) - Pool is full`;
  const more = (id: string): string => `\nSee ${id} and [the script](RUN-1-pool.md) before ${id}/2.\n`;
  checkFix(
    'malformed-id',
    `//- /SoT.OPERATIONS.md\n${sotTop([nav('RUN-1')])}${runEntry('RUN-1', 'Pool is full', more('RUN-1'))}`,
    `//- /SoT.OPERATIONS.md\n${sotTop([nav('RUN-001')])}${runEntry('RUN-001', 'Pool is full', more('RUN-001'))}`,
  );
});

test.each([
  ['RUN-1', '//- /n.md\n[it](SoT.OPERATIONS.md#run-1-pool-is-full)\n'],
  ['RUN-1', '//- /n.md\n[it](SoT.OPERATIONS#run-1-pool-is-full)\n'],
  ['run_001', '//- /n.md\n[it](SoT.OPERATIONS.md#run_001-pool-is-full)\n'],
  ['run_001', '\nSee [it](#run_001-pool-is-full).\n'],
])('the fix of a heading %s that something else links to is for the author to choose: %s', (id, link) => {
  const linked = source(first.replace('## RUN-001', `## ${id}`), link);
  expect(() => {
    checkFix('malformed-id', linked, linked);
  }).toThrow('no such fix of malformed-id; there are: Change to RUN-001');
});

describe('hyphens of word processors', () => {
  const hyphens = ['\u2010', '\u2011', '\u2013', '\u2212'];

  test('make ids that define, refer and dangle as others do, and are one warning where they define', () => {
    for (const hyphen of hyphens) {
      const id = `RUN${hyphen}001`;
      const entry = first.replaceAll('RUN-001', id);
      const text = source(
        entry.replace(
          `## ${id}: Pool is full\n`,
          `## ${id}: Pool is full\n   ^^^^^^^ warning: Write it as RUN-001\n`,
        ),
        `**Linked IDs**: ${id}\n`,
      );
      checkRule('malformed-id', text);
      for (const rule of ['dangling-id', 'nav-unknown-entry', 'nav-missing-entry', 'id-field-mismatch'])
        checkRule(
          rule,
          source(entry, `**Linked IDs**: ${id}\n`).replace(
            '**Operational',
            '- [RUN-002](#run-002-disk-is-full)\n\n**Operational',
          ),
        );
      checkRule('dangling-id', source(first, `\nSee RUN${hyphen}404.\n    ^^^^^^^ information: RUN-404\n`));
    }
  });

  test('are corrected in fields, also where the entry has its usual one', () => {
    checkRule(
      'malformed-id',
      source(first, '**Linked IDs**: RUN\u2011001\n                ^^^^^^^ warning: Write it as RUN-001\n'),
    );
    checkFix(
      'malformed-id',
      source(first, '**Linked IDs**: RUN\u2011001\n'),
      source(first, '**Linked IDs**: RUN-001\n'),
    );
  });

  test('part no compound, and make no range', () => {
    checkRule('dangling-id', source(first, '\nSee REQ\u2011RUN\u2011404 and RUN-001\u2013RUN-404.\n'));
  });
});
