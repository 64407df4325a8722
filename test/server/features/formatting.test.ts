import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { serveFixture, type ServedFixture } from '../../support/check-feature';
import { composed } from '../../support/runbook-texts';
import { runs } from '../../support/runs';
import { runEntry, sotTop } from '../../support/sot';

function after({ files, path }: ServedFixture, edits: readonly TextEdit[]): string {
  const text = files.get(path) ?? '';
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

function formatted(source: string): string {
  const served = serveFixture(source);
  return after(served, served.service.editor.formatting(served.uri));
}

/** The text after Enter at the cursor. */
function typed(words: string): string {
  const served = serveFixture(`# RUN-001: Pool\n\n${words.replace('<|>', '\n<|>')}`);
  return after(served, served.service.editor.onTypeFormatting(served.uri, served.position)).slice(
    '# RUN-001: Pool\n\n'.length,
  );
}

const table = `# RUN-001: Pool

| Level | Contact   |Trigger|
|:-|---|--:|
| L1 | 当番 | at once |
| L2 | lead \\| deputy | 🔥 |
| L3 | café |
`;

describe('on request', () => {
  test('tables are aligned by display width; alignment, escapes and ragged rows stay', () => {
    expect(formatted(table)).toBe(`# RUN-001: Pool

| Level | Contact        | Trigger |
| :---- | -------------- | ------: |
| L1    | 当番           | at once |
| L2    | lead \\| deputy |      🔥 |
| L3    | café           |
`);
  });

  test('what is formatted stays as it is', () => {
    expect(formatted(formatted(table))).toBe(formatted(table));
  });

  test('tables without outer pipes, in quotes and with Windows line endings keep their form', () => {
    expect(formatted('# RUN-001: Pool\n\na | long word\n-|-\nlonger | b\n')).toBe(
      '# RUN-001: Pool\n\na      | long word\n------ | ---------\nlonger | b\n',
    );
    expect(formatted('# RUN-001: Pool\r\n\r\n> |a|b|\r\n> |-|-|\r\n> |one|two|\r\n')).toBe(
      '# RUN-001: Pool\r\n\r\n> | a   | b   |\r\n> | --- | --- |\r\n> | one | two |\r\n',
    );
  });

  test('steps count on, lists of ones stay, nothing else changes', () => {
    const entry = (steps: string): string =>
      `# RUN-001: Pool\n\n## Steps\n\n${steps}\n*  odd   list\n\nEnd  of  text\n`;
    expect(formatted(entry('1. a\n1. b\n3. c\n'))).toBe(entry('1. a\n2. b\n3. c\n'));
    expect(formatted(entry('1. a\n1. b\n1. c\n'))).toBe(entry('1. a\n1. b\n1. c\n'));
  });

  const navigation = `${sotTop(['* [RUN-002](#run-002-two) - Two', '- [RUN-001](#run-001-one) - One'])}${runEntry('RUN-001', 'One')}${runEntry('RUN-002', 'Two')}`;

  test('a list that holds other items, or of which only a part is formatted, keeps its markers', () => {
    const [two, one] = ['* [RUN-002](#run-002-two) - Two', '* [RUN-001](#run-001-one) - One'];
    const file = (bullets: readonly string[]): string =>
      `//- /SoT.OPS.md\n${sotTop(bullets)}${runEntry('RUN-001', 'One')}${runEntry('RUN-002', 'Two')}\n- a\n- b\n- c\n- d\n`;
    const among = [one, '* See the wiki, too', two];
    expect(formatted(file(among))).toContain(among.join('\n'));
    expect(formatted(file([two, one]))).toContain(`${one}\n${two}`.replaceAll('*', '-'));
    const served = serveFixture(file([two, one]));
    const line = (served.files.get(served.path) ?? '').split('\n').indexOf(two);
    const at = { line, character: 0 };
    expect(served.service.editor.formatting(served.uri, { start: at, end: at })).toEqual([]);
  });

  test('the navigation is sorted', () => {
    expect(formatted(`//- /SoT.OPS.md\n${navigation}`)).toContain(
      '099):\n\n- [RUN-001](#run-001-one) - One\n- [RUN-002](#run-002-two) - Two\n\n**Mon',
    );
  });

  test('only the lines of the range are touched', () => {
    const served = serveFixture(`//- /SoT.OPS.md\n${navigation}`);
    const range = { start: { line: 20, character: 0 }, end: { line: 40, character: 0 } };
    expect(served.service.editor.formatting(served.uri, range)).toEqual([]);
  });

  test('other Markdown files stay as they are', () => {
    expect(formatted('//- /README.md\n# Shop\n\n|a|b|\n|-|-|\n|1|2|\n')).toContain('|a|b|');
  });
});

describe('of any text', () => {
  const bare = (text: string): string =>
    text.replaceAll(/^[ \t>]*[*+](?= )/gm, '').replaceAll(/[\s|:-]+|\d+(?=[.)])/g, '');
  const sorted = (text: string): string => Array.from(bare(text)).sort().join('');
  const templates = new URL('../../fixtures/templates/', import.meta.url);

  test.each(readdirSync(templates))(
    '%s keeps its words, and formatting it twice is formatting it once',
    (name) => {
      const text = `//- /SoT.X.md\n${readFileSync(new URL(name, templates), 'utf8')}`;
      const once = formatted(text);
      expect(sorted(once)).toBe(sorted(text.slice(text.indexOf('\n') + 1)));
      expect(formatted(`//- /SoT.X.md\n${once}`)).toBe(once);
    },
  );

  test('damaged documents keep their words too', () => {
    fc.assert(
      fc.property(composed, (text) => {
        const source = `//- /RUN-001.md\n${text.replaceAll('<|>', '')}`;
        expect(sorted(formatted(source))).toBe(sorted(source.slice(source.indexOf('\n') + 1)));
      }),
      { numRuns: runs(60) },
    );
  }, 60_000);
});

describe('while typing', () => {
  test.each([
    ['- [x] done<|>', '- [x] done\n- [ ] '],
    ['  * [ ] one<|>', '  * [ ] one\n  * [ ] '],
    ['> - [ ] one<|>', '> - [ ] one\n> - [ ] '],
    ['- [ ] first<|> second', '- [ ] first\n- [ ]  second'],
    ['3. go<|>', '3. go\n4. '],
    ['1) go<|>', '1) go\n2) '],
    ['1. a\n1. b<|>', '1. a\n1. b\n1. '],
    ['1. a\n   - Verify: b\n2. c<|>', '1. a\n   - Verify: b\n2. c\n3. '],
  ])('%j goes on', (words, text) => {
    expect(typed(words)).toBe(text);
  });

  test.each([
    ['- [ ] one\n- [ ] <|>', '- [ ] one\n\n'],
    ['1. one\n2. <|>', '1. one\n\n'],
    ['2.<|>', '\n'],
  ])('the empty item of %j ends the list', (words, text) => {
    expect(typed(words)).toBe(text);
  });

  test.each([
    '1. Follow [RUN-0<|>01](other.md#run-001)',
    '- [ ] Run `queue <|>drain`',
    '> 1. It is **very <|>slow** now',
  ])('an item would end what goes on behind the line end of %j', (words) => {
    expect(typed(words)).toBe(words.replace('<|>', '\n'));
  });

  test.each([
    '- [ ] one<|>\n  ---',
    '- [ ] one<|> more\n  ---',
    '1. Stop it<|>\n   ===',
    '- [ ] one<|>\nSetext\n---',
    '1. # Title<|>\nSetext\n===',
  ])('an item would change the heading or rule below the line end of %j', (words) => {
    expect(typed(words)).toBe(words.replace('<|>', '\n'));
  });

  test.each([
    '1. Run `a`<|>\n\n   ```sh\n   a --force',
    '- [ ] one<|>\n\n  more',
    '> 1. Run `a`<|>\n>\n>    - more',
  ])('what goes on below a blank line stays with the item of %j', (words) => {
    expect(typed(words)).toBe(words.replace('<|>', '\n'));
  });

  test('a rule that is no part of the item above stays one', () => {
    expect(typed('- [ ] one<|>\n---')).toBe('- [ ] one\n- [ ] \n---');
  });

  test.each(['- plain<|>', 'words<|>', '```\n1. code<|>\n```'])('%j is left alone', (words) => {
    expect(typed(words)).toBe(words.replace('<|>', '\n'));
  });
});
