import { describe, expect, it, test } from 'vitest';
import { commandRanges, withoutIndentation } from '../../client/src/phases/commands-text.js';
import { beforeOf, neighbourOf } from '../../client/src/phases/moved-before.js';
import { outlineNode } from './outline-nodes.js';

const phases = ['1', '2', '3', '4'].map((id) => outlineNode(id, [1, 2], { actions: ['move'] }));
const [one, two, three, four] = phases;
const list = outlineNode('prerequisites', [0, 0], { kind: 'checklist' });
const siblings = [list, ...phases];

describe('a dropped row takes the place of the one that it is dropped on', () => {
  test.each([
    ['down', one, three, '4'],
    ['down to the end', one, four, null],
    ['up', three, one, '1'],
    ['behind all, on the empty space', one, undefined, null],
    ['itself', two, two, undefined],
    ['on a row of another kind', two, list, undefined],
  ])('%s', (_way, dragged, target, before) => {
    expect(beforeOf(siblings, dragged === undefined ? [] : [dragged], target)).toBe(before);
  });

  it('several at once', () => {
    const dragged = phases.slice(0, 2);
    expect(beforeOf(siblings, dragged, three)).toBe('4');
    expect(beforeOf(siblings, phases.slice(2), one)).toBe('1');
  });

  it('never what cannot be moved', () => {
    expect(beforeOf(siblings, [list], one)).toBeUndefined();
  });
});

it('moves by one up and down, and not beyond the ends', () => {
  expect(two && neighbourOf(siblings, two, -1)).toBe(one);
  expect(two && neighbourOf(siblings, two, 1)).toBe(three);
  expect(one && neighbourOf(siblings, one, -1)).toBeUndefined();
  expect(four && neighbourOf(siblings, four, 1)).toBeUndefined();
});

it('finds the commands below a row', () => {
  const command = outlineNode('c', [5, 6], { kind: 'command' });
  const step = outlineNode('s', [4, 7], { kind: 'step', children: [command] });
  expect(commandRanges(outlineNode('p', [1, 9], { children: [step, command] }))).toEqual([
    command.selectionRange,
    command.selectionRange,
  ]);
});

it('takes the indentation of a list item away, and none of a script', () => {
  expect(withoutIndentation('if x; then\n     stop\n   fi\n')).toBe('if x; then\n  stop\nfi\n');
  expect(withoutIndentation('if x; then\n  stop\nfi')).toBe('if x; then\n  stop\nfi');
});
