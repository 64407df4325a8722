import { describe, expect, test } from 'vitest';
import { offered, refactored } from '../../support/refactored';
import { changed, windows } from '../../support/sot-entries';
import { operations } from './operations';

const notes = (text: string): string =>
  `${operations}\n//- /teams/notes.md\n# RUN-020: Hand over\n\n${text}\n`;
const noteAfter = (source: string, title: string): string =>
  (refactored(source, title)['teams/notes.md'] ?? '').split('\n')[2] ?? '';

describe('ids and links', () => {
  test('a bare id becomes a link with path and anchor, and the link its words again', () => {
    const linked = noteAfter(notes('First see RUN-0<|>10, then call.'), 'Convert RUN-010 to a link');
    expect(linked).toBe('First see [RUN-010](../SoT.OPERATIONS.md#run-010-disk-is-full), then call.');
    const source = notes(linked.replace('[RUN', '[<|>RUN'));
    expect(noteAfter(source, 'Convert link to plain RUN-010')).toBe('First see RUN-010, then call.');
  });

  test('words of a link stay', () => {
    const source = notes('See [RUN-010: Disk<|>](../SoT.OPERATIONS.md#run-010-disk-is-full).');
    expect(noteAfter(source, 'Convert link to plain RUN-010')).toBe('See RUN-010: Disk.');
  });

  test('an id that a file is named by leads to its heading, unless that defines another one', () => {
    const file = (title: string): string =>
      `${notes('See RUN-0<|>30.')}//- /teams/RUN-030-move.md\n# ${title}\n\nMove it.\n`;
    const title = 'Convert RUN-030 to a link';
    expect(noteAfter(file('Move'), title)).toBe('See [RUN-030](RUN-030-move.md#move).');
    expect(noteAfter(file('RUN-031: Move'), title)).toBe('See [RUN-030](RUN-030-move.md).');
  });

  test.each([
    ['an id that is defined nowhere', 'See RUN-0<|>99.'],
    ['an id in code', 'See `RUN-0<|>10`.'],
    ['a link that names no id', 'See [this<|>](../SoT.OPERATIONS.md#run-010-disk-is-full).'],
    ['digits of a slash list', 'See DEP-001/00<|>2.'],
    ['the id in front of them', 'See RUN-0<|>10/011.'],
    ['brackets without a target', 'See [RUN-0<|>10].'],
  ])('nothing for %s', (_what, text) => {
    expect(offered(notes(text)).filter((title) => title.includes('link'))).toEqual([]);
  });
});

test('checkboxes in lists and tables are ticked, and cleared again', () => {
  const source = notes('- [ ] bac<|>kup\n\n| Done |\n| --- |\n| [ ] |');
  expect(noteAfter(source, 'Tick the checkbox')).toBe('- [x] backup');
  expect(noteAfter(notes('- [x] bac<|>kup'), 'Clear the checkbox')).toBe('- [ ] backup');
  const table = refactored(notes('| Done |\n| --- |\n| [ ]<|> |'), 'Tick the checkbox');
  expect(table['teams/notes.md']).toContain('| [x] |');
  expect(offered(notes('```\n- [ ] co<|>de\n```'))).not.toContain('Tick the checkbox');
});

describe('Last Tested', () => {
  test('today takes the place of the date, and the remark behind it stays', () => {
    const source = changed(['**Last Tested**: 2026-10-22', '**Last Tested**: 2026-10-22 (drill)<|>']);
    const text = refactored(source, 'Set Last Tested of RUN-001 to today')['SoT.DEPLOYMENT.md'];
    expect(text).toContain('**Last Tested**: 2026-11-20 (drill)\n');
  });

  test('a missing field is added in the style of the others, with Windows line endings too', () => {
    const source = windows(changed(['**Last Tested**: 2026-10-22\n', ''], ['## RUN-001', '## RU<|>N-001']));
    const text = refactored(source, 'Set Last Tested of RUN-001 to today')['SoT.DEPLOYMENT.md'];
    expect(text).toContain('**Created**: 2026-02-03\r\n**Last Tested**: 2026-11-20\r\n');
  });

  test.each([
    ['*Owner:* us\\', '*Last Tested:* 2026-11-20\\'],
    ['__Owner__: us', '__Last Tested__: 2026-11-20'],
    ['***Owner:*** us', '***Last Tested:*** 2026-11-20'],
    ['- **Status**: Active · **Owner**: us | **Created**: 2026-02-03', '- **Last Tested**: 2026-11-20'],
    ['Category: **Owner*:**Trigger*', '**Last Tested**: 2026-11-20'],
    ['<b>Owner</b>: us<br>', '<b>Last Tested</b>: 2026-11-20<br>'],
    ['> *Status*: Active | *Owner*: us  ', '> *Last Tested*: 2026-11-20  '],
  ])('a missing field is written like %s', (field, written) => {
    const text = refactored(
      `//- /SoT.OPS.md\n## RUN-0<|>20: Hand over\n\n${field}\n\n### Steps\n\n1. Call \`x\`\n`,
      'Set Last Tested of RUN-020 to today',
    );
    expect(text['SoT.OPS.md']).toContain(`${field}\n${written}\n\n### Steps`);
  });

  test('is offered for runbooks that are not tested today already', () => {
    const title = 'Set Last Tested of RUN-001 to today';
    expect(offered(changed(['2026-10-22', '2026-11-20<|>']))).not.toContain(title);
    expect(offered(changed(['## GTM-001', '## GTM<|>-001'])).join()).not.toContain('Last Tested');
  });
});

test('a row of the change log takes the form of the others', () => {
  const source = windows(changed(['## RUN-001', '## RU<|>N-001']));
  const text = refactored(source, 'Add a change log row for RUN-001')['SoT.DEPLOYMENT.md'];
  expect(text?.split('\r\n').find((line) => line.startsWith('| 2026-11-20'))).toMatch(
    /^\| 2026-11-20 \| RUN-001 {2}\| Updated Checkout errors \|/,
  );
});

test('what a client does not ask for is not offered', () => {
  const source = changed(['## RUN-001', '## RU<|>N-001']);
  expect(offered(source, ['quickfix'])).not.toContain('Add a change log row for RUN-001');
  expect(offered(source, ['refactor.rewrite'])).toContain('Add a change log row for RUN-001');
  expect(offered(source, ['refactor.extract'])).toEqual([]);
});

test('other Markdown files get no refactorings', () => {
  expect(offered('//- /README.md\n# Shop\n\n- [ ] bu<|>y')).toEqual([]);
});
