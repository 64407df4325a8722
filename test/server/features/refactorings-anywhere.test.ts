import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serveFixture } from '../../support/check-feature';
import { refactoringsAt, textsAfter } from '../../support/refactored';
import { composed } from '../../support/runbook-texts';
import { runs } from '../../support/runs';
import { sotEntries } from '../../support/sot-entries';

const templates = new URL('../../fixtures/templates/', import.meta.url);
const workspace = [
  sotEntries,
  ...readdirSync(templates).map((name) => {
    const path = name === 'sot-file.md' ? 'SoT.TEMPLATE.md' : name;
    return `//- /${path}\n${readFileSync(new URL(name, templates), 'utf8')}`;
  }),
].join('\n');

/** Refactorings whose point is that words go: the target of a link, a date, a status. */
const replacing = /^(?:Convert link|Set Last Tested|Deprecate )/;

function wordsOf(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.replaceAll(/\]\([^)]*\)/g, ']').matchAll(/\p{L}{3,}/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

test('on no line of any template does a refactoring lose a word, and its edits fit together', () => {
  const served = serveFixture(workspace);
  const before = wordsOf(served.files.values());
  const seen = new Set<string>();
  for (const [path, text] of served.files) {
    for (let line = 0; line < text.split('\n').length; line++) {
      const uri = served.uri.replace(served.path, path);
      for (const action of refactoringsAt({ ...served, path, uri, position: { line, character: 4 } })) {
        const name = `${path}: ${action.title} ${JSON.stringify(action.edit).length.toString()}`;
        if (seen.has(name)) continue;
        seen.add(name);
        const after = wordsOf(textsAfter(served, action).values());
        if (replacing.test(action.title)) continue;
        const lost = [...before]
          .filter(([word, count]) => (after.get(word) ?? 0) < count)
          .map(([word]) => word);
        expect(lost, `${path}:${String(line + 1)} ${action.title}`).toEqual([]);
      }
    }
  }
  expect(seen.size).toBeGreaterThan(40);
}, 60_000);

test('in any text the edits of a refactoring fit together', () => {
  fc.assert(
    fc.property(composed, fc.nat(60), (text, line) => {
      const served = serveFixture(`//- /SoT.X.md\n${text}`);
      for (const action of refactoringsAt({ ...served, position: { line, character: 4 } }))
        expect(textsAfter(served, action)).not.toEqual(served.files);
    }),
    { numRuns: runs(200) },
  );
}, 60_000);
