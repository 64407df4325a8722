import { describe, expect, it } from 'vitest';
import { checkAccepted, checkCompletion, inOrder, serveFixture } from '../../support/check-feature';
import { operations } from './operations';

function inNotes(line: string): string {
  return `//- /notes.md\n${line}\n${operations.trimStart()}`;
}

const runs = ['RUN-001', 'RUN-010', 'RUN-002'];

describe('completion of ids', () => {
  it('offers the ids of a prefix behind its dash, deprecated ones last', () => {
    checkCompletion(inNotes('The answer is RUN-<|>'), runs, '-');
  });

  it('goes on from the digits that are there', () => {
    checkCompletion(inNotes('The answer is RUN-00<|>'), ['RUN-001', 'RUN-002']);
  });

  it.each([
    ['a sentence', 'The answer is RUN-<|>', 'The answer is RUN-001'],
    ['an id that is there already', 'The answer is RUN-0<|>10.', 'The answer is RUN-001.'],
    ['a list behind emoji', '- 🚨🚨 RUN-<|> now', '- 🚨🚨 RUN-001 now'],
    ['a code span', 'Follow `RUN-<|>`', 'Follow `RUN-001`'],
    ['the words of a link', '[RUN-<|>](SoT.OPERATIONS.md)', '[RUN-001](SoT.OPERATIONS.md)'],
    ['linked ids', 'Linked IDs: MON-001, RUN-<|>', 'Linked IDs: MON-001, RUN-001'],
  ])('writes the id in %s', (_place, before, after) => {
    checkAccepted(inNotes(before), 'RUN-001', after);
  });

  it.each([
    'Linked IDs: <|>',
    '**Linked IDs**: MON-001, <|>',
    '**Related IDs:** <|>',
    '- **Linked IDs**: <|>',
    'Trigger: <|>',
  ])('offers every id behind "%s"', (line) => {
    const { service, uri, position } = serveFixture(inNotes(line));
    const labels = service.editor.complete(uri, position, ' ').items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining([...runs, 'DEP-001', 'MON-001']));
  });

  it('offers alerts first behind Trigger and runbooks first behind Runbook', () => {
    const first = (line: string): string | undefined => {
      const { service, uri, position } = serveFixture(inNotes(line));
      return inOrder(service.editor.complete(uri, position, undefined).items)[0]?.label;
    };
    expect(first('Trigger: <|>')).toBe('MON-001');
    expect(first('**Runbook**: <|>')).toBe('RUN-001');
  });

  it('writes file and anchor as the target of a link, relative to the document', () => {
    checkAccepted(
      inNotes('[RUN-001](<|>)'),
      'RUN-001',
      '[RUN-001](SoT.OPERATIONS.md#run-001-api-answers-with-errors)',
      '(',
    );
    checkAccepted(
      `${operations.trimEnd()}\n//- /docs/deep/notes.md\n[RUN-010](SoT<|>)`,
      'RUN-010',
      '[RUN-010](../../SoT.OPERATIONS.md#run-010-disk-is-full)',
    );
  });

  it('writes the anchor alone as a target in the same file', () => {
    const source = `${operations.trimEnd()}\n**Related IDs**: [RUN-010](#<|>)\n`;
    checkAccepted(source, 'RUN-010', '**Related IDs**: [RUN-010](#run-010-disk-is-full)', '#');
  });

  it('tells title, kind, status and file of each id', () => {
    const { service, uri, position } = serveFixture(inNotes('RUN-<|>'));
    const item = service.editor.complete(uri, position, '-').items.find(({ label }) => label === 'RUN-001');
    // beside the file the title would be cut off
    expect(item?.labelDetails).toEqual({ detail: ' API answers with errors' });
    expect(item?.detail).toBe('Runbook · Active · API answers with errors');
    const documentation =
      item === undefined ? undefined : service.editor.resolveCompletion(item).documentation;
    expect(documentation).toMatchObject({ kind: 'markdown' });
    expect(JSON.stringify(documentation)).toContain('Payments Team');
    expect(JSON.stringify(documentation)).toContain('SoT.OPERATIONS.md, line');
  });

  it.each([
    ['a word that is no prefix', 'Mind the gap<|>', undefined],
    ['the end of a sentence, by a typed blank', 'This is done. <|>', ' '],
    ['a foreign prefix', 'CVE-<|>', '-'],
    ['a dash in a word', 'half-<|>', '-'],
    ['a time', 'At 12:<|>', ':'],
  ])('offers nothing at %s', (_place, line, trigger) => {
    checkCompletion(inNotes(line), [], trigger);
  });

  it('offers nothing in code blocks, comments and front matter', () => {
    checkCompletion(inNotes('```\nRUN-<|>\n```'), [], '-');
    checkCompletion(inNotes('<!-- RUN-<|> -->'), [], '-');
    checkCompletion(inNotes('---\ntitle: RUN-<|>\n---'), [], '-');
  });

  it.each(['| Critical | 5% | <|> |', '| Critical | 5% | RUN-001, <|> |'])(
    'offers runbooks first in the action of an alert: %s',
    (row) => {
      const table = `## MON-002: Latency\n\n| Level | Threshold | Action |\n| --- | --- | --- |\n${row}`;
      const { service, uri, position } = serveFixture(`${operations.trimEnd()}\n\n${table}\n`);
      const labels = inOrder(service.editor.complete(uri, position, ' ').items).map(({ label }) => label);
      expect(labels.slice(0, 2)).toEqual(['RUN-001', 'RUN-010']);
    },
  );

  it('writes the whole link in a document that links its ids', () => {
    const linked = '[RUN-002](SoT.OPERATIONS.md#run-002-restart-everything)\n\n';
    const line = '- [RUN-010](SoT.OPERATIONS.md#run-010-disk-is-full)';
    checkAccepted(inNotes(`${linked}- [<|>]`), 'RUN-010', line, '[');
    checkAccepted(inNotes(`${linked}- [RUN-<|>`), 'RUN-010', line, '-');
    checkAccepted(inNotes('Nothing is linked.\n\n- [<|>]'), 'RUN-010', '- [RUN-010]', '[');
  });

  it('offers nothing unasked for in documents that are none of ours', () => {
    checkCompletion(inNotes('# Notes\n\n<|>'), []);
  });
});
