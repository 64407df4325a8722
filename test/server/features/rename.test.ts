import { describe, expect, test } from 'vitest';
import { editsIn } from '../../../server/src/features/shared/workspace-change';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { ChangeRefused } from '../../../server/src/service';
import { serveFixture, type ServedFixture } from '../../support/check-feature';
import { folder } from '../../support/workspace';

const options = { builtInMarkdown: false, renameFiles: true };

/** The files after a rename at the cursor, files that moved under their new paths. Unsure edits are made too. */
function renamed({ service, files, uri, position }: ServedFixture, newName: string): Record<string, string> {
  const change = service.editor.rename(uri, position, newName, options);
  const paths = new Map(change.renames.map(({ from, to }) => [from, to]));
  return Object.fromEntries(
    [...files].map(([path, text]) => {
      const own = `${folder}/${path}`;
      const after = applyEdits(text, editsIn(change, own, new LineIndex(text)));
      return [(paths.get(own) ?? own).slice(folder.length + 1), after];
    }),
  );
}

const workspace = (cursor: string): string => `//- /SoT.DEPLOYMENT.md
---
id_prefix: RUN, MON
---

# Operations

## Navigation

**Runbooks** (RUN-001 to RUN-099):

- [RUN-001](#run-001-queue-is-stuck) - Queue is stuck
- [RUN-002](#run-002-disk-is-full) - Disk is full

## ${cursor}RUN-001: Queue is stuck

**ID**: RUN-001
**Status**: Active

See RUN-001/002, \`RUN-001\` and [the file](runbooks/RUN-001-queue.md#run-001-queue-is-stuck).

\`\`\`text
escalate RUN-001
\`\`\`

## RUN-002: Disk is full

**ID**: RUN-002

Linked IDs: RUN-001, MON-001
//- /runbooks/RUN-001-queue.md
# Notes

Speaks of https://example.test/RUN-001 and RUN-001.
`;

describe('an id', () => {
  test('is renamed in every form; bands and addresses stay', () => {
    const after = renamed(serveFixture(workspace('<|>')), 'RUN-007');
    const text = after['SoT.DEPLOYMENT.md'] ?? '';
    expect(text).toContain('(RUN-001 to RUN-099)');
    expect(text).toContain('- [RUN-007](#run-007-queue-is-stuck) - Queue is stuck');
    expect(text).toContain('## RUN-007: Queue is stuck\n\n**ID**: RUN-007');
    expect(text).toContain('See RUN-007/002, `RUN-007`');
    expect(text).toContain('escalate RUN-007');
    expect(text).toContain('Linked IDs: RUN-007, MON-001');
    expect(Object.values(after).join()).toContain('https://example.test/RUN-001 and RUN-007');
  });

  test('is renamed back to the same bytes', () => {
    const before = serveFixture(workspace('<|>'));
    const after = renamed(before, 'RUN-007');
    const source = Object.entries(after)
      .map(([path, text]) => `//- /${path}\n${text.replace('## RUN-007', '## <|>RUN-007')}`)
      .join('\n');
    expect(renamed(serveFixture(source), 'RUN-001')).toEqual(Object.fromEntries(before.files));
  });

  test('changes places with another when a swap is asked for, and back', () => {
    const before = serveFixture(workspace('<|>'));
    const after = renamed(before, 'swap RUN-002');
    expect(after['SoT.DEPLOYMENT.md']).toContain('## RUN-002: Queue is stuck');
    expect(after['SoT.DEPLOYMENT.md']).toContain('## RUN-001: Disk is full');
  });

  test('does not take a number that is taken, another prefix or no number at all', () => {
    const fixture = serveFixture(workspace('<|>'));
    for (const [name, words] of [
      ['RUN-002', 'is already defined (Disk is full)'],
      ['MON-007', 'The prefix of an ID cannot change'],
      ['seven', 'Invalid ID "seven"'],
    ] as const) {
      const rename = (): unknown => renamed(fixture, name);
      expect(rename).toThrow(ChangeRefused);
      expect(rename).toThrow(words);
    }
  });

  test('may be typed short', () => {
    expect(renamed(serveFixture(workspace('<|>')), '7')['SoT.DEPLOYMENT.md']).toContain('## RUN-007: Queue');
  });
});

const playbook = (cursor: string): string => `//- /move.md
---
title: "Playbook: Move"
risk_level: low
---

# Playbook: Move

## Phases

### Phase ${cursor}1: Copy

**Objective:** The data is there.

### Phase 2: Switch

**Dependencies:**
- Requires Phase 1 completion

## Rollback Plan

**From Phase 1:**

Delete the copy.

## Execution Log

| Phase | Started |
| ----- | ------- |
| 1     |         |
| 2     |         |
`;

test('a phase is renumbered with everything that names it', () => {
  const text = renamed(serveFixture(playbook('<|>')), '3')['move.md'] ?? '';
  expect(text).toContain('### Phase 3: Copy');
  expect(text).toContain('- Requires Phase 3 completion');
  expect(text).toContain('**From Phase 3:**');
  expect(text).toContain('| 3     |         |\n| 2     |');
});

test('a phase does not take a number that is there already', () => {
  expect(() => renamed(serveFixture(playbook('<|>')), '2')).toThrow('Phase 2 already exists');
});

test.each([
  ['<a id="own"></a>', ''],
  ['<a id="one"></a><span id="two"></span> ', ''],
  ['', ' <a name="own"></a>'],
])('anchors around the words of a heading stay: %j, %j', (before, after) => {
  const text = `# RUN-001: Pool\n\n## ${before}Dra<|>in${after}\n\nSee [it](#own).\n`;
  expect(renamed(serveFixture(text), 'Fill')['document.md']).toBe(
    `# RUN-001: Pool\n\n## ${before}Fill${after}\n\nSee [it](#own).\n`,
  );
});

test('a heading takes the anchors along that point at it, for editors that do not do so themselves', () => {
  const fixture = serveFixture(
    workspace('').replace('RUN-001: Queue is stuck\n', 'RUN-001: Que<|>ue is stuck\n'),
  );
  const text = renamed(fixture, 'Queue stands still')['SoT.DEPLOYMENT.md'] ?? '';
  expect(text).toContain('## RUN-001: Queue stands still');
  expect(text).toContain('- [RUN-001](#run-001-queue-stands-still) - Queue stands still');
  const { service, uri, position } = fixture;
  expect(service.editor.prepareRename(uri, position, { ...options, builtInMarkdown: true })).toBeNull();
});

test.each([
  [
    'keeps its lines where their words stay',
    'Queue is\nstuck again',
    'Queue is gone again',
    'Queue is\ngone again',
  ],
  ['keeps them where a word is added', 'Queue is\nstuck', 'Queue is stuck now', 'Queue is\nstuck now'],
  ['keeps them behind a new first word', 'Queue is\nstuck', 'The Queue is stuck', 'The Queue is\nstuck'],
  ['keeps them where a word goes', 'Queue is\nstuck again', 'Queue is again', 'Queue is\nagain'],
  ['is one line where nothing stays', 'Queue is\nstuck', 'Disk full', 'Disk full'],
  ['begins no line with a mark', 'Queue is\nstuck', 'Queue is - stuck', 'Queue is -\nstuck'],
  ['puts a mark behind the words', 'Queue is\nstuck', 'Queue is - full', 'Queue is - full'],
])('an underlined heading of several lines %s', (_what, before, typed, after) => {
  const lined = (words: string): string => `RUN-001: ${words}\n---------`;
  const fixture = serveFixture(
    workspace('').replace('## RUN-001: Queue is stuck\n', `${lined(before).replace('Queue', 'Que<|>ue')}\n`),
  );
  const { service, uri, position } = fixture;
  expect(service.editor.prepareRename(uri, position, options)?.placeholder).toBe(before.replace('\n', ' '));
  const text = renamed(fixture, typed)['SoT.DEPLOYMENT.md'] ?? '';
  expect(text).toContain(`\n\n${lined(after)}\n\n`);
});

test('ordinary words cannot be renamed', () => {
  const { service, uri, position } = serveFixture(playbook('').replace('The data', 'The da<|>ta'));
  expect(service.editor.prepareRename(uri, position, options)).toBeNull();
});

test('moving a file rewrites links into and out of it', () => {
  const { service, files } = serveFixture(`//- /SoT.OPS.md
---
id_prefix: RUN
---

# Ops

See [notes](docs/notes.md#top) and [web](https://example.test/docs/notes.md).
//- /docs/notes.md
# Top

Back to [ops](../SoT.OPS.md) and [other](other.md).
//- /docs/other.md
# Other
`);
  const change = service.editor.moveFiles([
    { oldUri: `${folder}/docs/notes.md`, newUri: `${folder}/archive/old/notes.md` },
  ]);
  const after = (path: string): string =>
    applyEdits(files.get(path) ?? '', change.edits.get(`${folder}/${path}`) ?? []);
  expect(after('SoT.OPS.md')).toContain(
    '[notes](archive/old/notes.md#top) and [web](https://example.test/docs/notes.md)',
  );
  expect(after('docs/notes.md')).toContain('[ops](../../SoT.OPS.md) and [other](../../docs/other.md)');
  expect(after('docs/other.md')).toBe('# Other\n');
});

test('a phase keeps the spelling of each place, and crews that are called after it keep their name', () => {
  const source = playbook('<|>')
    .replace('**From Phase 1:**', '**From Phase I:**')
    .replace('Requires Phase 1 completion', 'Requires [Phase One](#phase-1-copy) and Phases 1 and 2')
    .replace('**Objective:**', '**Owner:** Phase 1 crew\n\n**Objective:**');
  const text = renamed(serveFixture(source), '3')['move.md'] ?? '';
  expect(text).toContain('**From Phase III:**');
  expect(text).toContain('Requires [Phase Three](#phase-3-copy) and Phases 3 and 2');
  expect(text).toContain('**Owner:** Phase 1 crew');
});

test('the title of a playbook is renamed in its front matter too', () => {
  const text = renamed(
    serveFixture(playbook('').replace('# Playbook: Move', '# Playbook: Mo<|>ve')),
    'Playbook: Relocate',
  );
  expect(text['move.md']).toContain(
    'title: "Playbook: Relocate"\nrisk_level: low\n---\n\n# Playbook: Relocate\n',
  );
});

test('an id in the front matter is renamed, and what only looks like an id is not', () => {
  const source = workspace('<|>').replace('id_prefix: RUN, MON', 'id_prefix: RUN, MON\nlead: RUN-001');
  expect(renamed(serveFixture(source), '7')['SoT.DEPLOYMENT.md']).toContain('lead: RUN-007');
  const { service, uri, position } = serveFixture('//- /a.md\nThe sum is SHA-<|>256.\n');
  expect(service.editor.prepareRename(uri, position, options)).toBeNull();
  expect(() => service.editor.rename(uri, position, 'SHA-512', options)).toThrow(ChangeRefused);
});

test('in documents that are no runbooks there are no phases to rename', () => {
  const { service, uri, position } = serveFixture('//- /a.md\n## Phase <|>2: Later\n');
  expect(service.editor.prepareRename(uri, position, options)).toBeNull();
});

test.each([
  ['a path in angle brackets', '<docs/my notes.md>', '<old ones/my notes.md>'],
  ['an encoded path', 'docs/my%20notes.md#x', 'old%20ones/my%20notes.md#x'],
  ['a path that begins here', './docs/my%20notes.md', './old%20ones/my%20notes.md'],
  ['a path from the top', '/docs/my%20notes.md', '/old%20ones/my%20notes.md'],
  ['a definition', 'docs/my%20notes.md "Notes"', 'old%20ones/my%20notes.md "Notes"'],
])('%s keeps its spelling when a folder moves', (form, before, after) => {
  const target = form === 'a definition' ? `[it][notes]\n\n[notes]: ${before}` : `[it](${before})`;
  const { service, files } = serveFixture(`//- /SoT.OPS.md\n${target}\n`);
  service.putFile(`${folder}/docs/my%20notes.md`, '# Notes\n');
  const change = service.editor.moveFiles([{ oldUri: `${folder}/docs`, newUri: `${folder}/old%20ones` }]);
  const text = applyEdits(files.get('SoT.OPS.md') ?? '', change.edits.get(`${folder}/SoT.OPS.md`) ?? []);
  expect(text).toBe(`${target.replace(before, after)}\n`);
});

test('an id in a fragment keeps the percent encoding of its author', () => {
  const source = workspace('<|>').replace(
    'See RUN-001/002',
    'See [x](#run%2D001-queue-is-stuck), [y](#run%2d001%2dqueue-is-stuck), RUN-001/002',
  );
  const after = renamed(serveFixture(source), 'RUN-007')['SoT.DEPLOYMENT.md'] ?? '';
  expect(after).toContain(
    'See [x](#run%2D007-queue-is-stuck), [y](#run%2d007%2dqueue-is-stuck), RUN-007/002',
  );
  const back = renamed(
    serveFixture(`//- /SoT.DEPLOYMENT.md\n${after.replace('## RUN', '## <|>RUN')}`),
    'RUN-001',
  );
  expect(back['SoT.DEPLOYMENT.md']).toContain('See [x](#run%2D001-queue-is-stuck), [y](#run%2d001%2dqueue');
});

test('an id in a definition that several links use is renamed once', () => {
  const served = serveFixture(
    '//- /SoT.OPS.md\n---\nid_prefix: RUN\n---\n\n[RUN-002]: #run-002-disk\n\nSee [it][RUN-0<|>02], [RUN-002] and [RUN-002].\n',
  );
  expect(renamed(served, 'RUN-009')['SoT.OPS.md']).toContain(
    '[RUN-009]: #run-009-disk\n\nSee [it][RUN-009], [RUN-009] and [RUN-009].\n',
  );
});
