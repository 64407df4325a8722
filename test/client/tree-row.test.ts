import { describe, expect, test } from 'vitest';
import { toTreeRow } from '../../client/src/views/tree-row.js';
import { outlineNode } from './outline-nodes.js';

describe('a node that lacks nothing', () => {
  const row = toTreeRow(
    outlineNode('phase-1', [1, 9], { label: 'Phase 1: Copy', description: '2 tasks' }),
    3,
  );

  test('has the icon of its kind and no mark', () => {
    expect(row).toMatchObject({ icon: 'milestone', warns: false, label: 'Phase 1: Copy' });
  });

  test('says its label and description', () => {
    expect(row.description).toBe('2 tasks');
    expect(row.tooltip).toBe('Phase 1: Copy\n2 tasks');
    expect(row.spoken).toBe('Phase 1: Copy, 2 tasks');
  });
});

describe('a node that lacks something', () => {
  const missing = ['no rollback', 'no gate criteria'];
  const row = toTreeRow(outlineNode('phase-1', [1, 9], { description: '2 tasks', missing }), 3);

  test('is marked', () => {
    expect(row).toMatchObject({ icon: 'warning', warns: true });
  });

  test('lists what is missing in the row, the tooltip and the spoken text', () => {
    expect(row.description).toBe('2 tasks · no rollback, no gate criteria');
    expect(row.tooltip).toBe('phase-1\n2 tasks\n\nMissing:\n• no rollback\n• no gate criteria');
    expect(row.spoken).toBe('phase-1, 2 tasks, missing: no rollback, no gate criteria');
  });
});

describe('a checkbox', () => {
  test.each([
    [true, 'pass-filled', 'Backups exist, checked'],
    [false, 'circle-large-outline', 'Backups exist, not checked'],
  ])('ticked: %s', (checked, icon, spoken) => {
    const node = outlineNode('c', [1, 1], { kind: 'criterion', label: 'Backups exist', checked });
    expect(toTreeRow(node, 1)).toMatchObject({ icon, spoken });
  });
});

describe('expansion', () => {
  const children = [outlineNode('c', [2, 2])];

  test.each([
    ['a phase among few starts expanded', 'phase', 12, 'expanded'],
    ['an entry among many starts collapsed', 'entry', 13, 'collapsed'],
    ['details of a phase start collapsed', 'tasks', 2, 'collapsed'],
  ] as const)('%s', (_what, kind, siblings, expected) => {
    expect(toTreeRow(outlineNode('n', [1, 9], { kind, children }), siblings).children).toBe(expected);
  });

  test('a node without children has nothing to expand', () => {
    expect(toTreeRow(outlineNode('n', [1, 9]), 1).children).toBe('none');
  });
});
