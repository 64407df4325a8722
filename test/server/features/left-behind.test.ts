/** What edits of several files used to leave behind: definitions, HTML, links without extension, words of links. */
import { english } from '../../../server/src/text/say';
import { describe, expect, test } from 'vitest';
import { editsIn } from '../../../server/src/features/shared/workspace-change';
import type { WorkspaceChange } from '../../../server/src/features/shared/workspace-change';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { serve, spelledUri, textsAfter } from '../../support/changed-workspace';
import { serveFixture, type ServedFixture } from '../../support/check-feature';
import { refactored } from '../../support/refactored';
import { folder, uriOf } from '../../support/workspace';

function after({ files }: ServedFixture, change: WorkspaceChange): Record<string, string> {
  return Object.fromEntries(
    [...files].map(([path, text]) => [
      path,
      applyEdits(text, editsIn(change, `${folder}/${path}`, new LineIndex(text))).trimEnd(),
    ]),
  );
}

const lines = (to: string): string => `[up]: ${to}.md#top "Harbour"

> [quoted]: <${to}.md>

<a href="${to}.md#top">all</a> and <img alt="x" src='img/a.png'>

See [it](${to}), [it](${to}#top), [it](<${to}.md> "title"), [it][used], ![x](img/a.png).

| What |
| --- |
| <a class="x" href="${to}.md">it</a> |

[used]: ${to}.md?plain=1#top
`;

test('a file takes along and leaves nothing behind, however it is named', () => {
  const served = serveFixture(
    `//- /docs/tide.md\n# Tide\n\n${lines('../SoT.HARBOUR')}//- /SoT.HARBOUR.md\n# Harbour\n\nWords.\n`,
  );
  const move = (oldPath: string, newPath: string): Record<string, string> =>
    after(served, served.service.editor.moveFiles([{ oldUri: uriOf(oldPath), newUri: uriOf(newPath) }]));
  expect(move('SoT.HARBOUR.md', 'deep/SoT.PORT.md')['docs/tide.md']).toBe(
    `# Tide\n\n${lines('../deep/SoT.PORT')}`.trimEnd(),
  );
  expect(move('docs/tide.md', 'tide.md')['docs/tide.md']).toBe(
    `# Tide\n\n${lines('SoT.HARBOUR')}`.replaceAll('img/a', 'docs/img/a').trimEnd(),
  );
});

test('addresses, fragments and code are no files', () => {
  const words =
    '[a]: https://x.test/SoT.md\n[b]: #top\n\n<a href="#x">x</a> <a href="mailto:a@b.c">y</a> `<a href="x.md">`\n';
  const served = serveFixture(`//- /docs/tide.md\n# Tide\n\n${words}`);
  const change = served.service.editor.moveFiles([
    { oldUri: uriOf('docs/tide.md'), newUri: uriOf('tide.md') },
  ]);
  expect(after(served, change)['docs/tide.md']).toBe(`# Tide\n\n${words}`.trimEnd());
});

test('links in other files say the new number of a phase', () => {
  const phase = (number: string, title: string): string =>
    `### Phase ${number}: ${title}\n\n**Objective:** Done.\n\n**Gate Criteria:**\n\n- [ ] Done\n\n**Rollback:** Undo it.\n`;
  const served = serveFixture(
    `//- /tide.md\n# Playbook: Tide\n\n## Phases\n\n${phase('1', 'Copy')}\n${phase('<|>2', 'Switch')}//- /notes.md\n# Notes\n\nSee [Phase 2](tide.md#phase-2-switch), [phase 2 of 2](tide.md#phase-2-switch), [Phase 1](tide.md#phase-1-copy), Phase 2.\n`,
  );
  const offset = served.position;
  const change = served.service.editor.rename(served.uri, { line: offset.line, character: 10 }, '4', {
    builtInMarkdown: false,
    renameFiles: true,
  });
  expect(after(served, change)['notes.md']).toBe(
    '# Notes\n\nSee [Phase 4](tide.md#phase-4-switch), [phase 4 of 2](tide.md#phase-4-switch), [Phase 1](tide.md#phase-1-copy), Phase 2.',
  );
});

test.each([
  ['[x](tide.md#phase-2-switch "Phase 2: Switch")', '[x](tide.md#phase-4-switch "Phase 4: Switch")'],
  ["[Phase 2](<tide.md#phase-2-switch> 'to phase 2')", "[Phase 4](<tide.md#phase-4-switch> 'to phase 4')"],
  [
    '[Phase 2][p]\n\n[p]: tide.md#phase-2-switch (Phase 2)',
    '[Phase 4][p]\n\n[p]: tide.md#phase-4-switch (Phase 4)',
  ],
  ['[p]: tide.md#phase-2-switch\n  "Phase 2"', '[p]: tide.md#phase-4-switch\n  "Phase 4"'],
  [
    '<a href="tide.md#phase-2-switch">Phase 2</a>, Phase 2',
    '<a href="tide.md#phase-4-switch">Phase 4</a>, Phase 2',
  ],
  [
    'See <a title="Phase 2" href="tide.md#phase-2-switch"><b>Phase 2</b> now</a>.',
    'See <a title="Phase 4" href="tide.md#phase-4-switch"><b>Phase 4</b> now</a>.',
  ],
  ['[Phase 2](tide#phase-2-switch)', '[Phase 4](tide#phase-4-switch)'],
  ['[Phase 2](tide.md#phase-1-copy "Phase 2")', '[Phase 2](tide.md#phase-1-copy "Phase 2")'],
])('what links of other files say of a phase follows it: %s', (words, expected) => {
  const phase = (title: string): string =>
    `### ${title}\n\n**Objective:** Done.\n\n**Gate Criteria:**\n\n- [ ] Done\n\n**Rollback:** Undo it.\n`;
  const served = serveFixture(
    `//- /tide.md\n# Playbook: Tide\n\n## Phases\n\n${phase('Phase 1: Copy')}\n${phase('Phase <|>2: Switch')}//- /notes.md\n# Notes\n\n${words}\n`,
  );
  const change = served.service.editor.rename(served.uri, served.position, '4', {
    builtInMarkdown: false,
    renameFiles: true,
  });
  expect(after(served, change)['notes.md']).toBe(`# Notes\n\n${expected}`);
});

test('a rename says how many documents it did not read for their HTML', () => {
  const label = (count: number): string => {
    const linkers = Array.from(
      { length: count },
      (_, index) => `//- /n${String(index)}.md\n[up](SoT.OPS.md)\n`,
    ).join('');
    const { service, uri, position } = serveFixture(
      `//- /SoT.OPS.md\n---\nid_prefix: RUN-XXX\n---\n\n# Operations (SoT File)\n\n## RUN-0<|>01: Drain\n\n**ID**: RUN-001\n${linkers}`,
    );
    const options = { builtInMarkdown: false, renameFiles: true };
    return english(service.editor.rename(uri, position, 'RUN-007', options).label);
  };
  expect(label(20)).toBe('Rename RUN-001 to RUN-007');
  expect(label(210)).toBe(
    'Rename RUN-001 to RUN-007 (HTML and unused definitions in 11 more documents stay unchanged)',
  );
});

test('links whose definition stays take their target and title along', () => {
  const sot = (name: string, body: string): string =>
    `//- /${name}\n---\nid_prefix: RUN-XXX\n---\n\n# Operations (SoT File)\n\n${body}`;
  const moved = refactored(
    `${sot('SoT.A.md', '## RU<|>N-001: A\n\nSee [graph][g], [file][f] and ![x][i].\n\n## Appendix\n\n[g]: https://g.test/a#b "Graph"\n[f]: notes/x.txt\n[i]: /img/a.png\n')}${sot('docs/SoT.B.md', '## RUN-050: B\n\nb\n')}`,
    'Move RUN-001 to docs/SoT.B.md',
  );
  expect(moved['docs/SoT.B.md']).toContain(
    'See [graph](https://g.test/a#b "Graph"), [file](../notes/x.txt) and ![x](/img/a.png).',
  );
});

describe('what leads to a renamed entry without being a link that resolves', () => {
  const owner = `---
id_prefix: RUN-XXX
---

# Operations (SoT File)

## RUN-001: Drain

<a href="#run-001-drain">here</a>

[unused]: SoT.OPS.md#run-001
`;
  const notes = `# Notes

<a href="../SoT.OPS.md#run%2D001-drain">there</a>, [no ending](../SoT.OPS#run-001-drain)

[up]: ../SoT.OPS.md#RUN-001-drain "the entry"
`;
  const files = new Map([
    ['SoT.OPS.md', owner],
    ['docs/notes.md', notes],
  ]);
  const renamed = (words: string, name: string): ReadonlyMap<string, string> => {
    const service = serve(files);
    const position = new LineIndex(owner).positionAt(owner.indexOf(words) + 1);
    const options = { builtInMarkdown: false, renameFiles: true };
    return textsAfter(files, service.editor.rename(spelledUri('SoT.OPS.md'), position, name, options));
  };

  test('follows its id', () => {
    const after = renamed('RUN-001: Drain', 'RUN-007');
    expect(after.get('SoT.OPS.md')).toBe(owner.replaceAll('001', '007'));
    expect(after.get('docs/notes.md')).toBe(notes.replace('%2D001', '-007').replaceAll('001', '007'));
  });

  test('follows its title', () => {
    const after = renamed('Drain', 'Empty');
    expect(after.get('SoT.OPS.md')).toBe(owner.replace('Drain', 'Empty').replace('-drain', '-empty'));
    expect(after.get('docs/notes.md')).toBe(
      notes.replaceAll('-drain', '-empty').replace('run%2D001', 'run-001').replace('RUN-001-', 'run-001-'),
    );
  });
});
