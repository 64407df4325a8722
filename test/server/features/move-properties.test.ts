/** Moving and renumbering in generated workspaces: no new finding, and the way back leads to the same bytes. */
import fc from 'fast-check';
import type { CodeAction } from 'vscode-languageserver-types';
import { expect, test } from 'vitest';
import { phasePlaces } from '../../../server/src/features/shared/phase-places';
import type { RunbookService } from '../../../server/src/service';
import {
  afterAction,
  newFindings,
  plain,
  serve,
  spelledUri,
  textsAfter,
  type Texts,
} from '../../support/changed-workspace';
import { linkedWorkspace } from '../../support/linked-workspace';
import { runs } from '../../support/runs';

/** The code actions at an offset of a file. */
function actionsAt(service: RunbookService, path: string, offset: number): CodeAction[] {
  const uri = spelledUri(path);
  const at = service.runbook(uri)?.lines.positionAt(offset);
  return at === undefined ? [] : service.editor.codeActions(uri, { start: at, end: at }, [], ['refactor']);
}

/** Does the first action whose title begins like this; null where it is not offered. */
function act(texts: Texts, path: string, offset: number, title: string): Texts | null {
  const action = actionsAt(serve(texts), path, offset).find((one) => one.title.startsWith(title));
  return action === undefined ? null : afterAction(texts, action);
}

/** Moves files: their links change, then they have their new paths. */
function move(texts: Texts, moves: readonly (readonly [from: string, to: string])[]): Texts {
  const service = serve(texts);
  const after = textsAfter(
    texts,
    service.editor.moveFiles(
      moves.map(([from, to]) => ({ oldUri: spelledUri(from), newUri: spelledUri(to) })),
    ),
  );
  return new Map(
    [...after].map(([path, text]) => {
      const found = moves.find(([from]) => path === from || path.startsWith(`${from}/`));
      return [found === undefined ? path : found[1] + path.slice(found[0].length), text];
    }),
  );
}

test('files and folders move without a trace, and back to the same bytes', { timeout: 60_000 }, () => {
  const places = fc.constantFrom(
    ['SoT.OPS.md', 'SoT.FIRST.md'],
    ['SoT.OPS.md', 'deep/er/SoT.OPS.md'],
    ['docs/SoT.MORE.md', 'docs/SoT.[x] (1).md'],
    ['docs/SoT.MORE.md', 'SoT.MORE.md'],
    ['docs', 'Größe & Co #1'],
    ['docs', 'a/b'],
    ['runbooks', "it's here/runbooks"],
    ['playbooks', 'runbooks 2'],
  ) as fc.Arbitrary<[string, string]>;
  fc.assert(
    fc.property(
      linkedWorkspace,
      fc.uniqueArray(places, { minLength: 1, maxLength: 2, selector: ([from]) => from.split('/')[0] }),
      ({ texts }, moves) => {
        const after = move(texts, moves);
        expect(newFindings(serve(texts), serve(after))).toEqual([]);
        expect(
          plain(
            move(
              after,
              moves.map(([from, to]) => [to, from] as const),
            ),
          ),
        ).toEqual(plain(texts));
      },
    ),
    { numRuns: runs(6) },
  );
});

test(
  'an entry moves to another file without a trace, and back to the same bytes',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(linkedWorkspace, fc.nat(), ({ texts, ids }, turn) => {
        const id = ids[turn % ids.length] ?? '';
        const heading = `## ${id}: `;
        const from =
          texts.get('SoT.OPS.md')?.includes(`\n${heading}`) === true ? 'SoT.OPS.md' : 'docs/SoT.MORE.md';
        const to = from === 'SoT.OPS.md' ? 'docs/SoT.MORE.md' : 'SoT.OPS.md';
        const after = act(texts, from, (texts.get(from) ?? '').indexOf(heading), `Move ${id} to ${to}`);
        // an entry in a file of its own stays there, and so does one that holds link definitions
        if (after === null) return;
        // a file that gives its only entry away keeps its band and its prefix, for the way back
        expect(newFindings(serve(texts), serve(after), ['unused-prefix'])).toEqual([]);
        const back = act(after, to, (after.get(to) ?? '').indexOf(heading), `Move ${id} to ${from}`);
        expect(plain(back ?? new Map())).toEqual(plain(texts));
      }),
      { numRuns: runs(6) },
    );
  },
);

/** Numbers that count up in steps of one or more, one for each of `count`. */
const spread = (count: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: count, maxLength: count })
    .map((gaps) => gaps.map((_gap, index) => gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0)));

test('renumbering steps takes out the gaps that were put in, and nothing else', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(linkedWorkspace, spread(4), ({ texts }, numbers) => {
      const path = 'SoT.OPS.md';
      const text = texts.get(path) ?? '';
      const start = text.indexOf('### Steps of');
      const end = /\r?\n## |\r?\n---/.exec(text.slice(start))?.index ?? text.length;
      const gaps = text
        .slice(start, start + end)
        .replace(
          /(\bstep )(\d)/gi,
          (_whole, word: string, digit: string) => word + String(numbers[Number(digit) - 1]),
        );
      const spreadOut = new Map([...texts, [path, text.slice(0, start) + gaps + text.slice(start + end)]]);
      const after = act(spreadOut, path, start + 8, 'Renumber the steps');
      expect(plain(after ?? spreadOut)).toEqual(plain(texts));
    }),
    { numRuns: runs(6) },
  );
});

test('renumbering phases takes out the gaps that were put in, and nothing else', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      linkedWorkspace.filter(({ phases }) => phases.join() === '1,2,3'),
      spread(3),
      ({ texts }, numbers) => {
        const path = 'playbooks/move.md';
        const uri = spelledUri(path);
        let spreadOut = texts;
        // from the last, so that no number is taken
        for (const index of [2, 1, 0]) {
          const service = serve(spreadOut);
          const runbook = service.runbook(uri);
          const place =
            runbook === undefined
              ? undefined
              : phasePlaces(runbook).find(({ phase }) => phase.label === String(index + 1));
          const position = runbook?.lines.positionAt(place?.number.start ?? 0);
          if (position === undefined) throw new Error('no playbook');
          const name = String(numbers[index]);
          spreadOut = textsAfter(
            spreadOut,
            service.editor.rename(uri, position, name, { builtInMarkdown: false, renameFiles: true }),
          );
        }
        const heading = (spreadOut.get(path) ?? '').indexOf('### Phase');
        const after = act(spreadOut, path, heading + 5, 'Renumber the phases');
        expect(plain(after ?? spreadOut)).toEqual(plain(texts));
      },
    ),
    { numRuns: runs(4) },
  );
});
