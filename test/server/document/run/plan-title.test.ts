import { describe, expect, test } from 'vitest';
import { planOf } from '../../../../server/src/document/run/build-plan';
import { textOfWords } from '../../../../server/src/document/run/plan';
import { modelOf } from '../../../support/read-model';

/** The title and the text blocks of the only step. */
function stepOf(lines: readonly string[]): readonly string[] {
  const text = ['# RUN-001: Restart', '', '## Procedure', '', ...lines, ''].join('\n');
  const [step] = planOf(modelOf(text, 'RUN-001.md'), null)?.phases[0]?.steps ?? [];
  return [
    step?.title ?? '',
    ...(step?.blocks ?? []).flatMap((block) => (block.type === 'text' ? [textOfWords(block.words)] : [])),
  ];
}

describe('the title of a step that is an item of a list', () => {
  test('is its words, which are not said again', () => {
    expect(stepOf(['1. Stop the writers.', '   Nobody writes then.', '2. Start them.'])).toEqual([
      'Stop the writers.',
      'Nobody writes then.',
    ]);
    expect(stepOf(['1. Stop the writers', '', '   Nobody writes then.', '2. Start them.'])).toEqual([
      'Stop the writers',
      'Nobody writes then.',
    ]);
  });

  test('is a sentence, however its lines are broken', () => {
    expect(
      stepOf(['1. Stop the writers of both', '   regions. Nobody writes', '   then.', '2. Start.']),
    ).toEqual(['Stop the writers of both regions.', 'Nobody writes then.']);
  });

  test('is its bold lead', () => {
    expect(stepOf(['1. **Stop the writers**: in both regions.', '2. **Start them**'])).toEqual([
      'Stop the writers',
      'in both regions.',
    ]);
  });

  test('leaves a link where it can be followed', () => {
    expect(stepOf(['1. Stop the [writers](writers.md).', '2. Start them.'])).toEqual([
      'Stop the writers.',
      'Stop the writers.',
    ]);
  });

  test('says that it goes on where a paragraph has no end', () => {
    const [title = '', block = ''] = stepOf([
      `1. Stop the writers`,
      `   ${'and wait '.repeat(30)}`,
      '2. Start.',
    ]);
    expect(title).toBe('Stop the writers …');
    expect(block).toMatch(/^Stop the writers and wait/);
  });
});
