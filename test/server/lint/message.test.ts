/** Messages of rules: texts by id, with slots. */
import { expect, test } from 'vitest';
import { Messages } from '../../../server/src/lint/message';

const messages = new Messages({
  missing: '{name} has {count} steps. {name} is long.',
  plain: 'Nothing to fill in.',
});

test('slots are filled in, each as often as it stands there', () => {
  expect(messages.of('missing', { name: 'RUN-001', count: 51 })).toEqual({
    id: 'missing',
    args: { name: 'RUN-001', count: '51' },
    template: '{name} has {count} steps. {name} is long.',
    text: 'RUN-001 has 51 steps. RUN-001 is long.',
  });
});

test('a text without slots takes nothing', () => {
  expect(messages.of('plain')).toEqual({
    id: 'plain',
    args: {},
    template: 'Nothing to fill in.',
    text: 'Nothing to fill in.',
  });
});

test('what a document says is shortened, and never taken for a slot', () => {
  const { text } = messages.of('missing', { name: `{count}\n${'word '.repeat(20)}`, count: 1 });
  expect(text.startsWith('{count} word word')).toBe(true);
  expect(text.length).toBeLessThan(130);
});
