/** Sorting, moving and inserting in generated documents: whatever stands before a heading stays with it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { toPlainText } from '../../../server/src/templates/expand-template';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { afterAction, newFindings, serve, spelledUri, type Texts } from '../../support/changed-workspace';
import { runs } from '../../support/runs';

const numRuns = runs(40);

/** Lines before a heading, with its id where an anchor needs one. */
const leads = [
  '',
  '<a id="#"></a>\n\n',
  '<a name="#"></a>\n',
  '<!-- reviewed -->\n',
  '<!--\nof several\n\nlines\n-->\n\n',
  '<!-- kept -->\n\n<a id="#"></a>\n',
  '<!-- runbook-disable-next-line missing-owner -->\n',
];
const bodies = [
  'Words.',
  '- [ ] a box\n- another',
  '```bash\n<!-- code -->\n---\n```',
  '> said\n> so',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '### Steps\n\n1. Look at [the other](#ID)',
  'Words.\n<!-- remark on them -->',
];
const tails = [
  '',
  '\n',
  '\n\n<!-- end -->\n',
  '\n\n---\n\n<a id="log"></a>\n\n## Change Log\n\nNone.\n',
  '\n\n## Appendix\n\nTides.\n',
];

interface Sample {
  readonly texts: Texts;
  /** Each entry with what belongs to it. */
  readonly blocks: readonly string[];
}

const sample: fc.Arbitrary<Sample> = fc
  .record({
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 5 }),
    picks: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
    divider: fc.constantFrom('\n\n', '\n\n---\n\n', '\n\n\n'),
    tail: fc.constantFrom(...tails),
    region: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ numbers, picks, divider, tail, region, eol }) => {
    const idOf = (number: number): string => `RUN-${String(number).padStart(3, '0')}`;
    const blocks = numbers.map((number, index) => {
      const lead = leads[(picks[index] ?? 0) % leads.length] ?? '';
      const body = bodies[(picks[index + 5] ?? 0) % bodies.length] ?? '';
      const other = idOf(numbers[(index + 1) % numbers.length] ?? number).toLowerCase();
      const id = idOf(number);
      return `${lead.replace('#', id.toLowerCase())}## ${id}: Title ${String(number)}\n\n${body.replace('#ID', `#${other}-title-${other.slice(4).replace(/^0+/, '')}`)}`;
    });
    const [open, close] = region
      ? ['<!-- SECTION: entries -->\n\n', '\n\n<!-- /SECTION: entries -->']
      : ['', ''];
    const front = '---\nid_prefix: RUN-XXX\n---\n\n# Operations (SoT File)\n\nIntroduction.\n\n';
    const lines = (text: string): string => text.replaceAll('\n', eol);
    return {
      texts: new Map([
        ['SoT.A.md', lines(front + open + blocks.join(divider) + close + tail)],
        [
          'SoT.B.md',
          lines(
            `${front}## RUN-050: Tow\n\nTow, see [it](SoT.A.md#${idOf(numbers[0] ?? 1).toLowerCase()}).\n`,
          ),
        ],
      ]),
      blocks: blocks.map(lines),
    };
  });

/** The first action whose title begins so, on the heading of the first entry. */
function actionFor(texts: Texts, title: string): CodeAction | undefined {
  const service = serve(texts);
  const uri = spelledUri('SoT.A.md');
  const text = texts.get('SoT.A.md') ?? '';
  const at = service.runbook(uri)?.lines.positionAt(text.indexOf('## RUN-') + 4);
  if (at === undefined) throw new Error('no document');
  return service.editor
    .codeActions(uri, { start: at, end: at }, [], ['refactor'])
    .find((one) => one.title.startsWith(title));
}

/** What an anchor stands before: the first heading behind it. */
function anchored(texts: Texts): string[] {
  return [...texts.values()]
    .flatMap((text) => [...text.matchAll(/<a (?:id|name)="([^"]*)">[^]*?\n## ([^\r\n]*)/g)])
    .map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`)
    .sort();
}

/** Sorted lines, so that what only changed its place is equal; blank lines and rules are no words. */
function wordsOf(texts: Texts): string[] {
  return [...texts.values()]
    .flatMap((text) => text.split(/\r?\n/))
    .filter((line) => !/^(?:-{3})?$/.test(line))
    .sort();
}

test('sorting moves whole blocks, and leaves all else where it is', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(sample, ({ texts, blocks }) => {
      const action = actionFor(texts, 'Sort the entries');
      if (action === undefined) return;
      const after = afterAction(texts, action);
      const text = after.get('SoT.A.md') ?? '';
      for (const block of blocks) expect(text).toContain(block);
      // between and around the blocks nothing has changed
      const frame = (of: string): string => blocks.reduce((rest, block) => rest.replace(block, '@'), of);
      expect(frame(text)).toBe(frame(texts.get('SoT.A.md') ?? ''));
      expect(anchored(after)).toEqual(anchored(texts));
      expect(newFindings(serve(texts), serve(after))).toEqual([]);
      expect(actionFor(after, 'Sort the entries')).toBeUndefined();
    }),
    { numRuns },
  );
});

test('moving takes one whole block along, and every link leads where it led', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(sample, ({ texts, blocks: [first = '', ...others] }) => {
      const action = actionFor(texts, 'Move RUN-');
      if (action === undefined) return;
      const after = afterAction(texts, action);
      const unlinked = (text: string): string => text.replaceAll(/\]\([^)]*\)/g, ']');
      expect(unlinked(after.get('SoT.B.md') ?? '')).toContain(unlinked(first));
      for (const block of others) expect(unlinked(after.get('SoT.A.md') ?? '')).toContain(unlinked(block));
      expect(anchored(after)).toEqual(anchored(texts));
      expect(newFindings(serve(texts), serve(after), ['unused-prefix'])).toEqual([]);
    }),
    { numRuns },
  );
});

test('inserting adds lines and touches none', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(sample, ({ texts, blocks }) => {
      const text = texts.get('SoT.A.md') ?? '';
      const edits = serve(texts).editor.newEntry(spelledUri('SoT.A.md'), 'RUN', 'New', null)?.edits ?? [];
      const lines = new LineIndex(text);
      const changes = edits.map(({ range, newText, snippet }) => ({
        span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
        newText: snippet ? toPlainText(newText) : newText,
      }));
      expect(changes.every(({ span }) => span.start === span.end)).toBe(true);
      const after = applyEdits(text, changes);
      for (const block of blocks) expect(after).toContain(block);
      const before = wordsOf(new Map([['', text]]));
      const now = new Set(wordsOf(new Map([['', after]])));
      expect(before.filter((line) => !now.has(line))).toEqual([]);
      const [id] = /RUN-\d+(?=: New)/.exec(after) ?? [];
      expect(after).toMatch(new RegExp(`(?:\\r?\\n){2}## ${id ?? 'RUN'}: New\\r?\\n`));
      const closing = after.indexOf('<!-- /SECTION');
      if (closing >= 0) expect(after.indexOf(`## ${id ?? ''}: New`)).toBeLessThan(closing);
      expect(anchored(new Map([['', after]]))).toEqual(anchored(new Map([['', text]])));
    }),
    { numRuns },
  );
});
