import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../protocol/src/messages';
import { ShownNodes } from '../../client/src/views/shown-nodes';
import { outlineNode } from './outline-nodes';

const moving = 'file:///w/move.md';

/** A phase with tasks, of another answer of the server each time. */
const phase = (number: number, name: string, line: number): OutlineNode =>
  outlineNode(`phase-${String(number)}`, [line, line + 5], {
    label: `Phase ${String(number)}: ${name}`,
    children: [outlineNode(`phase-${String(number)}/tasks`, [line + 2, line + 3], { label: 'Tasks' })],
  });

describe('a menu that is older than the tree', () => {
  it('is about the node that stands there now', () => {
    const shown = new ShownNodes();
    const before = phase(1, 'Copy the data', 4);
    shown.show(moving, [before]);
    const after = phase(1, 'Copy the data', 9);
    shown.show(moving, [after, phase(2, 'Switch over', 20)]);
    expect(shown.current(before)).toBe(after);
    expect(shown.current(before.children[0])).toBe(after.children[0]);
    expect(shown.current(after)).toBe(after);
  });

  it('is about nothing where its node is gone, or another one has its number', () => {
    const shown = new ShownNodes();
    const before = phase(2, 'Switch over', 20);
    shown.show(moving, [phase(1, 'Copy the data', 4), before]);
    shown.show(moving, [
      phase(1, 'Copy the data', 4),
      phase(2, 'Read only', 20),
      phase(3, 'Switch over', 30),
    ]);
    expect(shown.current(before)).toBeUndefined();
    shown.show(moving, []);
    expect(shown.current(before)).toBeUndefined();
  });

  it('is about nothing where another document is shown', () => {
    const shown = new ShownNodes();
    const before = phase(1, 'Copy the data', 4);
    shown.show(moving, [before]);
    shown.show('file:///w/other.md', [phase(1, 'Copy the data', 4)]);
    expect(shown.current(before)).toBeUndefined();
    shown.show(undefined, []);
    expect(shown.current(before)).toBeUndefined();
  });

  it.each([undefined, null, 'phase-1', {}])('is about nothing where it passes %j', (passed) => {
    const shown = new ShownNodes();
    shown.show(moving, [phase(1, 'Copy the data', 4)]);
    expect(shown.current(passed)).toBeUndefined();
  });
});
