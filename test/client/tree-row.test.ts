import { describe, expect, it, test } from 'vitest';
import { toTreeRow, type RowWords, type TreeRow } from '../../client/src/views/tree-row.js';
import type { OutlineNode } from '../../protocol/src/messages.js';
import { outlineNode } from './outline-nodes.js';

const words: RowWords = {
  state: (state) => state,
  checked: (checked) => (checked ? 'checked' : 'not checked'),
  count: (done, total) => `${String(done)} of ${String(total)}`,
  missing: (lacks) => `missing: ${lacks}`,
  missingTitle: () => 'Missing:',
};

function rowOf(rest: Partial<Omit<OutlineNode, 'id' | 'range'>>, siblings = 3): TreeRow {
  return toTreeRow(outlineNode('n', [1, 9], rest), siblings, words);
}

describe('a phase', () => {
  test.each([
    ['open', 'circle-large-outline', 'plain'],
    ['started', 'color-mode', 'plain'],
    ['done', 'pass-filled', 'done'],
    ['blocked', 'lock', 'plain'],
  ] as const)('that is %s has an icon of its own and says so', (state, icon, tone) => {
    const row = rowOf({ label: 'Phase 2: Copy', state, progress: { done: 1, total: 5 } });
    expect(row).toMatchObject({ icon, tone, label: '2: Copy', description: '1/5' });
    expect(row.spoken).toBe(`Phase 2: Copy, ${state}, 1 of 5`);
  });

  it('has its count first, then what is missing and to be filled in, then the rest', () => {
    const row = rowOf({
      label: 'Phase 2: Copy',
      state: 'blocked',
      progress: { done: 0, total: 2 },
      missing: ['no rollback'],
      unwritten: ['objective to be filled in'],
      description: 'waits for Phase 1',
    });
    expect(row.description).toBe('0/2 · no rollback · objective to be filled in · waits for Phase 1');
    expect(row).toMatchObject({ icon: 'warning', tone: 'warning' });
    expect(row.tooltip).toBe(
      'Phase 2: Copy\nblocked, 0 of 2\nwaits for Phase 1\n\nMissing:\n• no rollback\n\nobjective to be filled in',
    );
    expect(row.spoken).toBe(
      'Phase 2: Copy, blocked, 0 of 2, waits for Phase 1, missing: no rollback, objective to be filled in',
    );
  });
});

describe('a long name', () => {
  const label = 'Phase 2: Switch the traffic over to the new cluster';

  it('leaves room for what is missing, and is whole in tooltip and speech', () => {
    const row = rowOf({ label, progress: { done: 0, total: 4 }, missing: ['no rollback'] });
    expect(row).toMatchObject({ label: '2: Switch the…', description: '0/4 · no rollback' });
    expect(row.label.length + row.description.length).toBeLessThan(36);
    expect(row.tooltip).toContain(label);
    expect(row.spoken).toContain(label);
  });

  it('is known by its beginning, however long the words are for what is missing', () => {
    expect(rowOf({ label, missing: ['no verification of its own, and more'] }).label).toBe('2: Switch…');
  });

  it('is not touched where nothing is missing', () => {
    const rest = { description: 'waits for Phase 1', unwritten: ['rollback to be filled in'] };
    expect(rowOf({ label, ...rest }).label).toBe(label.slice('Phase '.length));
  });
});

describe('other rows', () => {
  test.each([
    ['a box shows itself', { kind: 'criterion', checked: true }, undefined],
    ['a criterion without a box', { kind: 'criterion' }, 'circle-small-filled'],
    ['what is to be filled in', { kind: 'rollback', unwritten: ['to be filled in'] }, 'edit'],
    ['a checklist that is done', { kind: 'checklist', state: 'done' }, 'pass-filled'],
    ['an entry of a prefix', { kind: 'entry', prefix: 'MON' }, 'pulse'],
    ['a group of a prefix', { kind: 'group', prefix: 'DEP' }, 'rocket'],
    ['an entry of another prefix', { kind: 'entry', prefix: 'XYZ' }, 'symbol-key'],
  ] as const)('%s', (_what, rest, icon) => {
    expect(rowOf(rest).icon).toBe(icon);
  });

  it('say whether their box is ticked', () => {
    expect(rowOf({ kind: 'check', label: 'Backups', checked: false }).spoken).toBe('Backups, not checked');
  });

  it('show more in the tooltip than in the row', () => {
    const row = rowOf({ kind: 'entry', label: 'RUN-001', description: '46 d', detail: 'Owner: Data' });
    expect(row.tooltip).toBe('RUN-001\n46 d\nOwner: Data');
  });
});

describe('expansion', () => {
  const children = [outlineNode('c', [2, 2])];

  test.each([
    ['a phase under way', { kind: 'phase', state: 'started' }, 12, 'expanded'],
    ['a phase that is done', { kind: 'phase', state: 'done' }, 2, 'collapsed'],
    ['a phase that waits', { kind: 'phase', state: 'blocked' }, 2, 'collapsed'],
    ['a phase among many', { kind: 'phase', state: 'open' }, 13, 'collapsed'],
    ['an entry of its own', { kind: 'entry' }, 1, 'expanded'],
    ['an entry in a list', { kind: 'entry' }, 5, 'collapsed'],
    ['details of a phase', { kind: 'tasks' }, 2, 'collapsed'],
  ] as const)('%s', (_what, rest, siblings, expected) => {
    expect(rowOf({ ...rest, children }, siblings).children).toBe(expected);
  });

  it('is none where there is nothing below', () => {
    expect(rowOf({}).children).toBe('none');
  });
});

describe('menus', () => {
  it('learn what can be done', () => {
    const command = outlineNode('c', [2, 2], { kind: 'command' });
    const gate = outlineNode('g', [3, 3], { kind: 'gate-criteria' });
    expect(rowOf({ actions: ['add-phase', 'move'], children: [command, gate] }).context).toBe(
      'phase add-phase move commands gate',
    );
  });
});
