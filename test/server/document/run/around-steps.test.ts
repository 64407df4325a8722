import { describe, expect, test } from 'vitest';
import { planOf, runnableIn } from '../../../../server/src/document/run/build-plan';
import { textOfWords, type PlanStep } from '../../../../server/src/document/run/plan';
import type { Runbook } from '../../../../server/src/model/runbook';
import { serveFixture } from '../../../support/check-feature';
import { modelOf } from '../../../support/read-model';

const head = ['# RUN-001: Restart', '', 'Category: Recovery', 'Trigger: It is stuck', 'Owner: Data team', ''];

function runbook(lines: readonly string[]): Runbook {
  return modelOf([...head, ...lines, ''].join('\n'), 'RUN-001.md');
}

/** What a step shows: its words, and its commands behind a `$`. */
function shown({ title, blocks, commands }: PlanStep): readonly string[] {
  return [
    title,
    ...blocks.map((block) => {
      if (block.type === 'text') return textOfWords(block.words);
      return block.type === 'code'
        ? block.text
        : `$ ${commands.find(({ id }) => id === block.command)?.text ?? ''}`;
    }),
  ];
}

function phasesOf(lines: readonly string[]): readonly (readonly [string, ...(readonly string[])[]])[] {
  const phases = planOf(runbook(lines), 'RUN-001')?.phases ?? [];
  return phases.map(({ title, steps }) => [title, ...steps.map(shown)] as const);
}

describe('what stands around the steps', () => {
  test('is shown with the first and the last of them', () => {
    expect(
      phasesOf([
        '> **Warning**: Never on the primary.',
        '',
        '## Procedure',
        '',
        'Take the lock first.',
        '',
        '1. Stop it',
        '2. Start it',
        '',
        'If it does not start, call the database team.',
        '',
        '## Rollback',
        '',
        'Undo it.',
      ]),
    ).toEqual([
      [
        '',
        ['Stop it', 'Warning: Never on the primary.', 'Take the lock first.'],
        ['Start it', 'If it does not start, call the database team.'],
      ],
    ]);
  });

  test('is left out where it has a place of its own', () => {
    const [phase] = phasesOf([
      '## Procedure',
      '',
      '**Prerequisites:**',
      '',
      '- [ ] The lock is taken',
      '',
      '**Steps:**',
      '',
      '1. Stop it',
      '2. Start it',
      '',
      '**Verification:**',
      '',
      '- [ ] It runs',
      '',
      '**Rollback:** Stop it again.',
    ]);
    expect(phase).toEqual(['', ['Stop it'], ['Start it']]);
  });
});

describe('a diagnosis', () => {
  test('comes before the procedure, a part of it a step', () => {
    expect(
      phasesOf([
        '## Diagnosis',
        '',
        'Find out which node it is.',
        '',
        '### Look at the log',
        '',
        '```bash',
        'journalctl -u pool',
        '```',
        '',
        'Errors look like `level=error code=503`, or `401 Unauthorized`. Else run `poolctl list --all`.',
        '',
        '## Procedure',
        '',
        '1. Stop it',
        '2. Start it',
      ]),
    ).toEqual([
      [
        'Diagnosis',
        ['Diagnosis', 'Find out which node it is.'],
        [
          'Look at the log',
          '$ journalctl -u pool',
          'Errors look like level=error code=503, or 401 Unauthorized. Else run poolctl list --all.',
          '$ poolctl list --all',
        ],
      ],
      ['Procedure', ['Stop it'], ['Start it']],
    ]);
  });

  test('that is a list of steps is carried out step by step', () => {
    expect(
      phasesOf([
        '## Diagnosis',
        '',
        '1. Find the node',
        '2. Read its log',
        '',
        '## Procedure',
        '',
        '1. Stop it',
        '2. Start it',
      ]),
    ).toEqual([
      ['Diagnosis', ['Find the node'], ['Read its log']],
      ['Procedure', ['Stop it'], ['Start it']],
    ]);
  });
});

test('steps that are paragraphs have whole sentences for titles', () => {
  const [phase] = phasesOf([
    '## Procedure',
    '',
    'Stop the pool on the node that has',
    'the error. Nobody notices.',
    '',
    '```bash',
    'poolctl stop',
    '```',
    '',
    'Start it.',
    '',
    '```bash',
    'poolctl start',
    '```',
  ]);
  expect(phase).toEqual([
    '',
    ['Stop the pool on the node that has the error.', 'Nobody notices.', '$ poolctl stop'],
    ['Start it.', '$ poolctl start'],
  ]);
});

test('a page of a house that mends in words is carried out as it stands', () => {
  const { service, uri } = serveFixture(`//- /.runbook.yaml
kinds:
  - name: page
    files: alerts
//- /alerts/PoolStuck.md
# PoolStuck<|>

## Meaning

The pool does not answer.

## Diagnosis

Look at \`poolctl list --all\`.

## Mitigation

Restart the node with \`poolctl restart --all\`.
`);
  const page = service.runbook(uri);
  if (page === undefined) throw new Error('no model');
  expect(runnableIn(page)).toEqual([null]);
  expect(planOf(page, null)?.phases.map(({ title, steps }) => [title, ...steps.map(shown)])).toEqual([
    ['Diagnosis', ['Diagnosis', 'Look at poolctl list --all.', '$ poolctl list --all']],
    ['Mitigation', ['Mitigation', 'Restart the node with poolctl restart --all.', '$ poolctl restart --all']],
  ]);
});
