/** Steps in documents whose kind is stated, in the styles of others: no heading there promises any. */
import { describe, expect, test } from 'vitest';
import { checkClean } from '../../support/check-rule';
import { modelOf } from '../../support/read-model';

const stated = (text: string): string => `---\nrunbook: entry\n---\n\n${text}\n`;

function stepsOf(text: string): string[] {
  return modelOf(stated(text), 'a.md').procedures.flatMap(({ steps }) => steps.map(({ title }) => title));
}

const two = ['Cordon the node', 'Drain it'];

describe('steps', () => {
  test.each<[string, string]>([
    [
      'a plan by time',
      '| Time | What | Who |\n|--|--|--|\n| 18:00 | Cordon the node | Ana |\n| 18:30 | Drain it | Ben |',
    ],
    ['arrows', '→ Cordon the node\n→ Drain it'],
    ['paragraphs', 'Cordon the node\n\nDrain it'],
    ['a numbered list in a quote', '> 1. Cordon the node\n> 2. Drain it'],
    ['letters', 'a. Cordon the node\n\nb. Drain it'],
    ['numbers with a dash', '1 - Cordon the node\n\n2 - Drain it'],
    ['a list of HTML', '<ol>\n<li>Cordon the node</li>\n<li>Drain it</li>\n</ol>'],
    ['headings', '## Cordon the node\n\n```sh\na\n```\n\n## Drain it\n\n```sh\nb\n```'],
  ])('%s', (_, steps) => {
    expect(stepsOf(`# Upgrade\n\n${steps}`)).toEqual(two);
    checkClean(`//- /a.md\n${stated(`# Upgrade\n\n${steps}`)}`);
  });

  test('the code below a heading of work, be it the name of a part as well', () => {
    const text = '# Key\n\n## Draining a node\n\n```sh\na\n```\n\n## Deploy it\n\n```sh\nb\n```';
    expect(stepsOf(text)).toEqual(['Draining a node', 'Deploy it']);
  });

  test('items that are called steps, and questions with an answer', () => {
    expect(stepsOf('# Upgrade\n\n* Step 1 - Drain it\n* Step 2 - Upgrade it')).toHaveLength(2);
    expect(
      stepsOf('# Triage\n\n1. Is the host up? If not, reboot it.\n2. Is the disk full? Extend it.'),
    ).toHaveLength(2);
  });
});

test.each<[string, string]>([
  [
    'what happened',
    '## Timeline\n\n| Time | Action |\n|--|--|\n| 18:00 | Restart the pool |\n| 18:30 | Drain it |',
  ],
  ['what happened then', '| Time | Description |\n|--|--|\n| 18:00 | Restart |\n| 18:30 | Drain |'],
  ['paragraphs above others', 'Use this when errors rise.\n\nRead it first.\n\n## Hosts\n\nTwo.'],
  ['bullets in a quote', '> - Do not panic\n> - Call Jo'],
  ['marks of facts', '→ The host is small\n→ Its disk is slow'],
  ['facts', '## Hosts\n\n- db-1 is the primary\n- db-2 is the replica'],
])('no steps: %s', (_, text) => {
  expect(stepsOf(`# Upgrade\n\n${text}`)).toEqual([]);
});
