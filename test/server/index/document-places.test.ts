/** Places of documents and links, held against what the documents that there are say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DocumentPlaces } from '../../../server/src/index/document-places';
import { runs } from '../../support/runs';

const folder = 'file:///w';
const paths = ['a.md', 'b.md', 'x/a.md', 'x/A.md', 'y/b.md'];

/** Which document comes (with the paths that it links to) or goes (null). */
const step = fc.record({
  path: fc.constantFrom(...paths),
  linked: fc.option(fc.uniqueArray(fc.constantFrom(...paths, 'gone.md'))),
});

test('any order of coming and going leaves the places and links of the documents that are there', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const places = new DocumentPlaces();
      const there = new Map<string, readonly string[]>();
      for (const { path, linked } of steps) {
        const place = { uri: `${folder}/${path}`, folder, path };
        const before = there.get(path);
        if (before !== undefined) {
          places.delete(place);
          places.unlink(place, before);
          there.delete(path);
        }
        if (linked === null) continue;
        places.add(place);
        places.link(place, linked);
        there.set(path, linked);
      }
      for (const path of [...paths, 'gone.md']) {
        const linkers = (wanted: string): string[] =>
          [...there].filter(([, linked]) => linked.includes(wanted)).map(([from]) => `${folder}/${from}`);
        const name = (one: string): string => one.slice(one.lastIndexOf('/') + 1).toLowerCase();
        const vacant = [...paths, 'gone.md'].filter((one) => name(one) === name(path) && !there.has(one));
        expect([...places.linkersOf({ folder, path })].sort()).toEqual(linkers(path).sort());
        expect([...places.strayLinkersOf({ folder, path })].sort()).toEqual(vacant.flatMap(linkers).sort());
        expect(places.documentAt({ folder, path })).toBe(there.has(path) ? `${folder}/${path}` : undefined);
      }
    }),
    { numRuns: runs(100) },
  );
});
