/** Renaming in generated workspaces: no new finding, and the way back leads to the same bytes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phasePlaces } from '../../../server/src/features/shared/phase-places';
import type { RunbookService } from '../../../server/src/service';
import type { WorkspaceChange } from '../../../server/src/features/shared/workspace-change';
import { encloses } from '../../../server/src/text/span';
import {
  newFindings,
  plain,
  serve,
  spelledUri,
  textsAfter,
  type Texts,
} from '../../support/changed-workspace';
import { linkedWorkspace } from '../../support/linked-workspace';
import { runs } from '../../support/runs';

const options = { builtInMarkdown: false, renameFiles: true };

/** A place at which `id` can be renamed, the `turn`th of all. */
function placeOf(service: RunbookService, id: string, turn: number): { uri: string; offset: number } {
  const places = [...service.uris()].flatMap((uri) =>
    (service.runbook(uri)?.mentions ?? []).flatMap(({ id: named, span, excluded }) =>
      named?.text === id && excluded === null ? [{ uri, offset: span.start }] : [],
    ),
  );
  const place = places[turn % places.length];
  if (place === undefined) throw new Error(`${id} is named nowhere`);
  return place;
}

function renameAt(service: RunbookService, uri: string, offset: number, name: string): WorkspaceChange {
  const position = service.runbook(uri)?.lines.positionAt(offset);
  if (position === undefined) throw new Error(`no document ${uri}`);
  return service.editor.rename(uri, position, name, options);
}

function renameId(texts: Texts, from: string, to: string, turn: number, unsure: boolean): Texts {
  const service = serve(texts);
  const { uri, offset } = placeOf(service, from, turn);
  return textsAfter(texts, renameAt(service, uri, offset, to), unsure);
}

/** Lines that still name an id: bands and addresses may, and without confirmation fences and comments. */
function namesLeft(texts: Texts, id: string, unsure: boolean): string[] {
  const service = serve(texts);
  return [...service.uris()].flatMap((uri) => {
    const runbook = service.runbook(uri);
    return (runbook?.mentions ?? []).flatMap(({ id: named, span, excluded }) => {
      const band = runbook?.bands.some((one) => encloses(one.span, span)) === true;
      const example = !unsure && (excluded === 'fence' || excluded === 'comment');
      if (runbook === undefined || named?.text !== id || excluded === 'url' || band || example) return [];
      return [runbook.lines.textOf(runbook.lines.lineAt(span.start))];
    });
  });
}

test('an id is renamed without a trace, and back to the same bytes', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      linkedWorkspace,
      fc.nat(),
      fc.integer({ min: 61, max: 99 }),
      fc.boolean(),
      ({ texts, ids }, turn, number, unsure) => {
        const from = ids[turn % ids.length] ?? '';
        const to = `${from.slice(0, 3)}-0${String(number)}`;
        const after = renameId(texts, from, to, turn, unsure);
        const service = serve(after);
        // a number decides the order of the file; examples and comments that keep the old id name the entry no more
        const asked = unsure ? ['entry-order'] : ['entry-order', 'one-way-link'];
        expect(newFindings(serve(texts), service, asked)).toEqual([]);
        expect(namesLeft(after, from, unsure)).toEqual([]);
        expect(plain(renameId(after, to, from, turn, unsure))).toEqual(plain(texts));
      },
    ),
    { numRuns: runs(6) },
  );
});

/** The headings that can be renamed: titles of entries and of phases, by document and offset. */
function headingsOf(service: RunbookService): { uri: string; offset: number; words: string }[] {
  return [...service.uris()].flatMap((uri) => {
    const runbook = service.runbook(uri);
    if (runbook === undefined) return [];
    const spans = [
      ...runbook.entries.filter(({ form }) => form === 'heading').map(({ titleSpan }) => titleSpan),
      ...runbook.phases.map(({ nameSpan: { end }, title }) => ({ start: end - title.length, end })),
    ];
    return spans.map(({ start, end }) => ({ uri, offset: start, words: runbook.text.slice(start, end) }));
  });
}

test(
  'a heading is renamed with what repeats its words, and back to the same bytes',
  { timeout: 60_000 },
  () => {
    const newWords = fc.constantFrom(
      'Other words',
      '`x` & _y_',
      'snake_case **bold**',
      'Ärger 🚒 – now',
      'Rows (2)',
    );
    fc.assert(
      fc.property(linkedWorkspace, fc.nat(), newWords, ({ texts }, turn, words) => {
        const before = serve(texts);
        const headings = headingsOf(before);
        const index = turn % headings.length;
        const heading = headings[index];
        if (heading === undefined) throw new Error('no heading');
        const after = textsAfter(texts, renameAt(before, heading.uri, heading.offset, words));
        const service = serve(after);
        expect(newFindings(before, service)).toEqual([]);
        const renamed = headingsOf(service)[index];
        const back = renameAt(service, heading.uri, renamed?.offset ?? 0, heading.words);
        expect(plain(textsAfter(after, back))).toEqual(plain(texts));
      }),
      { numRuns: runs(6) },
    );
  },
);

test(
  'a phase is renumbered with everything that names it, and back to the same bytes',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(
        linkedWorkspace.filter(({ phases }) => phases.length > 0),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        ({ texts, phases }, turn, place, swap) => {
          const from = phases[turn % phases.length] ?? '';
          const other = phases[(turn + 1) % phases.length] ?? '';
          const free = from === 'A' || from === 'B' || from === 'C' ? 'F' : /^[IV]+$/.test(from) ? 'V' : '7';
          const before = serve(texts);
          const after = textsAfter(texts, renamePhase(before, from, place, swap ? `swap ${other}` : free));
          const service = serve(after);
          // which number a phase has, and so what comes before what, is what was asked for
          expect(
            newFindings(before, service, ['phase-numbering', 'phase-dependency', 'rollback-plan-coverage']),
          ).toEqual([]);
          const back = renamePhase(service, swap ? other : free, place, swap ? `swap ${from}` : from);
          expect(plain(textsAfter(after, back))).toEqual(plain(texts));
        },
      ),
      { numRuns: runs(6) },
    );
  },
);

/** Renames a phase from one of the places that name it. */
function renamePhase(service: RunbookService, label: string, turn: number, name: string): WorkspaceChange {
  const uri = spelledUri('playbooks/move.md');
  const runbook = service.runbook(uri);
  const places =
    runbook === undefined ? [] : phasePlaces(runbook).filter(({ phase }) => phase.label === label);
  const place = places[turn % places.length];
  if (place === undefined) throw new Error(`Phase ${label} is named nowhere`);
  return renameAt(service, uri, place.number.start, name);
}
