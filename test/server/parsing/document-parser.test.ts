/** What a parser remembers makes it quick and shows in no model: neither in its own nor in those of another parser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Runbook } from '../../../server/src/model/runbook';
import { DocumentParser } from '../../../server/src/parsing/document-parser';
import { createRunbookService } from '../../../server/src/service';
import type { Piece } from '../../../server/src/text/pieces';
import { modelOf } from '../../support/read-model';
import { composed } from '../../support/runbook-texts';
import { runs } from '../../support/runs';

const path = 'SoT.RUNBOOKS.md';

/** A document of ten sections, long enough to be read in pieces; each section says `word`. */
function longText(word: string): string {
  const section = (number: number): string =>
    `## RUN-00${String(number)}: ${word}\n\n**ID**: RUN-00${String(number)}\n\n${`${word} `.repeat(3000 / word.length)}\n\n`;
  return `# Every ${word}\n\n${Array.from({ length: 10 }, (_, number) => section(number)).join('')}`;
}

function parse(parser: DocumentParser, text: string): Runbook {
  return parser.parse(text, { path });
}

function piecesOf(runbook: Runbook | undefined): Piece[] {
  return (runbook?.pieces ?? []).map(({ piece }) => piece);
}

/** How many of the pieces of a model are those of another one. */
function shared(runbook: Runbook | undefined, before: Runbook | undefined): number {
  const known = new Set(piecesOf(before));
  return piecesOf(runbook).filter((piece) => known.has(piece)).length;
}

const texts = fc.oneof(
  composed,
  fc
    .tuple(composed, composed, fc.constantFrom('one', 'two', '[ref]', '`code`'))
    .map(([head, tail, word]) => head + longText(word) + tail),
);

describe('a model', () => {
  test('is the same whatever its parser and another one read before, or forgot', () => {
    const one = new DocumentParser();
    const other = new DocumentParser(1000);
    const act = fc.record({
      parser: fc.constantFrom(one, other),
      text: texts,
      then: fc.constantFrom('go on', 'forget', 'forget the rest'),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 5 }), (acts) => {
        for (const { parser, text, then } of acts) {
          const model = parse(parser, text);
          expect(model).toEqual(modelOf(text, path));
          if (then !== 'go on') parser.forget(then === 'forget' ? [] : [model]);
        }
      }),
      { numRuns: runs(10) },
    );
  });

  test('is the same after everything was forgotten', () => {
    const parser = new DocumentParser();
    const text = longText('pool');
    const model = parse(parser, text);
    parser.forget();
    expect(parse(parser, text)).toEqual(model);
  });
});

describe('procedures in front of an edit', () => {
  const entry = (number: number): string =>
    [
      `## RUN-00${String(number)}: Restart the pool`,
      `**ID**: RUN-00${String(number)}`,
      '### Steps',
      '#### Step 1: Stop the writers',
      '```bash\nsystemctl stop writer\n```',
      '**Verification:**',
      '- [ ] No writer is left',
      '#### Step 2: Start them again',
      '```bash\nsystemctl start writer\n```',
      'words '.repeat(400),
      '### Verification',
      '- [ ] The queue is empty',
      '### Rollback',
      '1. Run `systemctl restart writer`',
      '',
    ].join('\n\n');
  const text = `# All runbooks\n\n${Array.from({ length: 10 }, (_, index) => entry(index)).join('')}`;

  test('are those of before, and behind it they are read anew', () => {
    const parser = new DocumentParser();
    const before = parse(parser, text).procedures;
    const at = text.indexOf('## RUN-005');
    const after = parse(parser, `${text.slice(0, at)}More.\n\n${text.slice(at)}`).procedures;
    const inFront = before.filter(({ span }) => span.end < text.indexOf('## RUN-004'));
    expect(inFront.length).toBeGreaterThan(4);
    expect(inFront.every((procedure) => after.includes(procedure))).toBe(true);
    expect(before.at(-1)).not.toBe(after.at(-1));
  });

  test('are what they would be in a document that is read afresh', () => {
    const edit = fc.record({
      at: fc.nat(text.length),
      length: fc.constantFrom(0, 0, 1, 3, 40, 900),
      // what changes the kind, the sections, the entries or the parts around
      words: fc.constantFrom(
        'x',
        '\n',
        '\n\n# Rollback\n\n',
        '\n\n# Procedure\n\n',
        '\n\n## Steps\n\n',
        '\n\n### Step 3: Look\n\n',
        '\n\n## RUN-100: Drain\n\n',
        '\n\n**Phase 2: Copy**\n\n',
        '\n\n## Phase 1: Copy\n\n1. Run `cp`\n\n',
        '\n\n```\nStep 1: Stop\n',
        '\n\n**Verification**: it is up\n\n',
        '#',
      ),
      onTop: fc.constantFrom('', '', '', '---\ntype: runbook\n---\n\n', '# RUN-200: Restore\n\n'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const parser = new DocumentParser();
        let now = text;
        parse(parser, now);
        for (const { at, length, words, onTop } of edits) {
          now = onTop + now.slice(0, at) + words + now.slice(at + length);
          expect(parse(parser, now)).toEqual(modelOf(now, path));
        }
      }),
      { numRuns: runs(15) },
    );
  });
});

describe('a parser', () => {
  const text = longText('pool');
  const count = piecesOf(modelOf(text, path)).length;

  test('knows the sections again that an edit leaves alone', () => {
    const parser = new DocumentParser();
    const before = parse(parser, text);
    expect(shared(parse(parser, text.replace('RUN-004: pool', 'RUN-004: tub')), before)).toBe(count - 1);
  });

  test('knows nothing of what another one read', () => {
    const before = parse(new DocumentParser(), text);
    expect(shared(parse(new DocumentParser(), text), before)).toBe(0);
  });

  test('forgets what it read, but for models that stay in use', () => {
    const parser = new DocumentParser();
    const [pool, queue] = [parse(parser, text), parse(parser, longText('queue'))];
    parser.forget([queue]);
    expect(shared(parse(parser, longText('queue')), queue)).toBe(count);
    expect(shared(parse(parser, text), pool)).toBe(0);
    parser.forget();
    expect(shared(parse(parser, longText('queue')), queue)).toBe(0);
  });

  test('keeps no more than its budget and as much again, in characters', () => {
    const roomy = new DocumentParser(text.length * 4);
    const narrow = new DocumentParser(1000);
    const others = ['queue', 'cache', 'store'].map(longText);
    for (const [parser, known] of [
      [roomy, count],
      [narrow, 0],
    ] as const) {
      const before = parse(parser, text);
      for (const other of others) parse(parser, other);
      expect(shared(parse(parser, text), before)).toBe(known);
    }
  });
});

test('a service that forgets models forgets what was read for them, but for open documents', () => {
  const service = createRunbookService({ today: () => '2026-11-20' });
  service.setFolders([{ uri: 'file:///w', name: 'w' }]);
  service.putFile('file:///w/closed.md', longText('pool'));
  service.openDocument('file:///w/open.md', 1, longText('queue'));
  const closed = service.runbook('file:///w/closed.md');
  const open = service.runbook('file:///w/open.md');
  service.evictModels();
  service.openDocument('file:///w/open.md', 2, `${longText('queue')}more\n`);
  expect(shared(service.runbook('file:///w/open.md'), open)).toBe(piecesOf(open).length - 1);
  expect(shared(service.runbook('file:///w/closed.md'), closed)).toBe(0);
  expect(service.runbook('file:///w/closed.md')).toEqual(closed);
});
