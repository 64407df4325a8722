/** What is done at a node of the tree, word for word. */
import { describe, expect, it, test } from 'vitest';
import type { OutlineAction, OutlineNode } from '../../../protocol/src/messages';
import { ChangeRefused } from '../../../server/src/service';
import { applyEdits } from '../../../server/src/text/edit';
import { serve, spelledUri } from '../../support/changed-workspace';

/** The texts that change when something is done at the node whose label begins with `label`. */
function done(
  files: Record<string, string>,
  label: string,
  action: OutlineAction,
  before?: string | null,
): Record<string, string> {
  const [path = ''] = Object.keys(files);
  const { editor } = serve(new Map(Object.entries(files)));
  const { nodes, version } = editor.outline(spelledUri(path));
  const idOf = (words: string): string => {
    const found = flat(nodes).find((node) => node.label.startsWith(words));
    if (found === undefined) throw new Error(`no node ${words}`);
    return found.id;
  };
  const goal = before == null ? null : idOf(before);
  const edits = editor.editOutline(spelledUri(path), { version, nodes: [idOf(label)], action, before: goal });
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) => {
      const own = edits.get(spelledUri(name));
      return own === undefined ? [] : [[name, applyEdits(text, own)]];
    }),
  );
}

function flat(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

const phase = (label: string, title: string, rest = ''): string =>
  `### Phase ${label}: ${title}\n\n**Objective:** ${title}.\n${rest}\n`;
const plan =
  '## Rollback Plan\n\n**From Phase 2:**\n```\n1. Undo.\n2. Go on with the rollback from phase 1.\n```\n\n**From Phase 1:**\n```\n1. Drop.\n```\n';
const log =
  '\n## Execution Log\n\n| Phase | Status |\n|-------|--------|\n| 1     | Done   |\n| 2     |        |\n';

describe('moving a phase', () => {
  it('takes its row and its way back along, and all that names it follows', () => {
    const copy = phase('1', 'Copy', '\n**Gate Criteria:**\n- [x] Copied\n');
    const turn = phase('2', 'Switch', '\n**Dependencies:** Phase 1\n');
    const files = {
      'move.md': `# Playbook: Move\n\n## Phases\n\n${copy}${turn}${plan}${log}`,
      'notes.md': '# Notes\n\nSee [Phase 1](move.md#phase-1-copy).\n',
    };
    const after = done(files, 'Phase 2', 'move', 'Phase 1');
    const text = after['move.md'] ?? '';
    expect(text).toContain(
      '## Phases\n\n### Phase 1: Switch\n\n**Objective:** Switch.\n\n**Dependencies:** Phase 2\n\n' +
        '### Phase 2: Copy\n\n**Objective:** Copy.\n\n**Gate Criteria:**\n- [x] Copied\n\n## Rollback Plan',
    );
    expect(text).toContain('**From Phase 2:**\n```\n1. Drop.\n```\n\n**From Phase 1:**\n```\n1. Undo.');
    expect(text).toContain('Go on with the rollback from phase 2.');
    expect(text).toContain('| 1     |        |\n| 2     | Done   |\n');
    expect(after['notes.md']).toBe('# Notes\n\nSee [Phase 2](move.md#phase-2-copy).\n');
  });

  test.each([
    ['has no order', `${phase('1', 'A')}${phase('1', 'B')}`, 'Renumber'],
    [
      'logs phases by numbers that they should have',
      `${phase('7', 'A')}${phase('2', 'B')}${log.replace('\n', '')}`,
      'Renumber',
    ],
    ['ends in an open code block', `${phase('1', 'A')}${phase('2', 'B', '\n```\nmake b\n')}`, 'never ends'],
    [
      'holds half of a comment',
      `${phase('1', 'A', '\n<details>\n\nWords.\n')}${phase('2', 'B', '\n</details>\n')}`,
      'reaches out',
    ],
    [
      'has another section in between',
      `${phase('1', 'A')}### Break\n\nCoffee.\n\n${phase('2', 'B')}`,
      'stand elsewhere',
    ],
    [
      'defines a link twice',
      `${phase('1', 'A', '\n[x]: a\n')}${phase('2', 'B', '\n[x]: b\n')}`,
      'same label',
    ],
  ])('is refused where the document %s', (_why, phases, words) => {
    const files = { 'move.md': `# Playbook: Move\n\n## Phases\n\n${phases}` };
    expect(() =>
      done(
        files,
        'Phase 2: B'.replace(/2(?=: B)/, phases.includes('Phase 2') ? '2' : '1'),
        'move',
        phases.includes('Phase 7') ? 'Phase 7: A' : 'Phase 1: A',
      ),
    ).toThrow(words);
  });
});

test.each(['\n', '\r\n'])(
  'a phase of a bold line is put behind the words of the one above, lines ending in %j',
  (eol) => {
    const text =
      '# Playbook: Move\n\n**Phase 1: Copy**\n\n1. Copy it\n\n**Phase 2: Switch**\n\n1. Switch it\n'.replaceAll(
        '\n',
        eol,
      );
    const after = done({ 'move.md': text }, 'Phase 1', 'add-phase')['move.md']?.replaceAll(eol, '\n');
    expect(after).toContain('**Phase 1: Copy**\n\n1. Copy it\n\n**Phase 2: [Name of the phase]**\n');
    expect(after).toContain('```\n\n**Phase 3: Switch**\n\n1. Switch it\n');
  },
);

describe('adding to a document that ends in a block without an end', () => {
  const steps = '**Tasks:**\n\n1. Run `a`\n';
  const files = (rest: string): Record<string, string> => ({
    'move.md': `# Playbook: Move\n\n## Phases\n\n${phase('1', 'Copy', `\n${steps}`)}\n${phase('2', 'Switch', `\n${steps}${rest}`)}`,
  });

  test.each(['\n```sh\nmake b\n', '\n<pre>\nmake b\n'])('is refused behind %j', (rest) => {
    expect(() => done(files(rest), 'Phase 2', 'add-phase')).toThrow('begins in line 22 has no end');
    expect(() => done(files(rest), 'Phase 2', 'add-rollback')).toThrow('has no end');
    expect(done(files(rest), 'Phase 1', 'add-rollback')['move.md']).toContain('**Rollback:**');
  });

  test('is done above a comment that belongs to no phase', () => {
    const text = done(files('\n<!-- later\n'), 'Phase 2', 'add-phase')['move.md'] ?? '';
    expect(text.indexOf('### Phase 3')).toBeLessThan(text.indexOf('<!-- later'));
    expect(text).toContain('\n### Phase 3');
    expect(() => done(files('\n<!-- later\n'), 'Phase 2', 'add-rollback')).toThrow('has no end');
  });

  test('is done where the block ends with the item that it stands in', () => {
    const after = done(files('\n2. Run `b`\n\n   ```sh\n   make b\n'), 'Phase 2', 'add-rollback');
    expect(after['move.md']).toContain('   make b\n\n**Rollback:**');
  });

  test('adds no verification to an item that ends in such a block', () => {
    const text = files('\n2. Run `b`\n\n   ```sh\n   make b\n');
    expect(() => done(text, 'Run b', 'add-verification')).toThrow('has no end');
  });
});

describe('moving a step', () => {
  it('is refused where the document ends in an open code block', () => {
    const steps = '### Step 1: Stop\n\nRun `stop`.\n\n### Step 2: Start\n\n```\nstart\n';
    const files = {
      'run.md': `# RUN-001: Pool\n\n**Owner**: Team\n**Trigger**: MON-001\n\n## Steps\n\n${steps}`,
    };
    expect(() => done(files, 'Step 2', 'move', 'Step 1')).toThrow('never ends');
  });

  it('numbers the others, and follows words that name them but not commands', () => {
    const steps =
      '1. Stop with `stop`\n   - Verify: stopped\n2. Copy with `cp --steps 2`\n3. Start with `start`, else repeat step 1\n';
    const files = {
      'run.md': `# RUN-001: Pool\n\n**Owner**: Team\n**Trigger**: MON-001\n\n## Steps\n\n${steps}`,
    };
    expect(done(files, 'Start', 'move', 'Stop')['run.md']?.split('## Steps\n\n')[1]).toBe(
      '1. Start with `start`, else repeat step 2\n2. Stop with `stop`\n   - Verify: stopped\n3. Copy with `cp --steps 2`\n',
    );
  });
});

test('a box of a list and one of a table are ticked and cleared, and nothing else changes', () => {
  const text =
    '# Release Runbook: Shop v1.2.3\n\n**Rollback Deadline:** noon\n\n## 1. Readiness\n\n* [ ]  Merged \n* [X] Told\n\n| Q | Yes |\n|--|--|\n| Backup | [ ] |\n';
  const files = { 'release.md': text };
  expect(done(files, 'Merged', 'tick')['release.md']).toBe(text.replace('[ ]  Merged', '[x]  Merged'));
  expect(done(files, 'Told', 'clear')['release.md']).toBe(text.replace('[X]', '[ ]'));
  expect(done(files, 'Backup', 'tick')['release.md']).toBe(text.replace('| [ ] |', '| [x] |'));
  expect(() => done(files, 'Told', 'tick')).toThrow(ChangeRefused);
});

test('what a phase and a step lack is added', () => {
  const files = {
    'move.md': `---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n## Phases\n\n${phase('1', 'Copy', '\n**Tasks:**\n1. Copy with `cp`\n2. Look\n')}`,
  };
  expect(done(files, 'Phase 1', 'add-rollback')['move.md']).toContain(
    '2. Look\n\n**Rollback:**\n```\n[First step back]',
  );
  expect(done(files, 'Copy with', 'add-verification')['move.md']).toContain(
    '1. Copy with `cp`\n   - Verify: [What shows that it worked]\n2. Look',
  );
  expect(done(files, 'Copy with', 'add-step')['move.md']).toContain(
    '1. Copy with `cp`\n2. [What to do]\n3. Look\n',
  );
  expect(done(files, 'Tasks', 'add-step')['move.md']).toContain('2. Look\n3. [What to do]\n');
});

test('a tree of another version is refused', () => {
  const { editor } = serve(
    new Map([['move.md', `---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n${phase('1', 'Copy')}`]]),
  );
  const edit = { version: 3, nodes: ['phase-1'], action: 'add-phase', before: null } as const;
  expect(() => editor.editOutline(spelledUri('move.md'), edit)).toThrow('has changed');
  expect(() =>
    editor.editOutline(spelledUri('move.md'), { ...edit, version: null, nodes: ['phase-9'] }),
  ).toThrow('no such part');
});
