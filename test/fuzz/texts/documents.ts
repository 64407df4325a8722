/** The texts that targets are tried with: generated runbooks, damaged documents of this project, marks in any order. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { composedLines, markSoup, ownDocuments, sectionsOfText } from '../../support/markdown-texts';
import { composed, noise } from '../../support/runbook-texts';
import { firstText, readCase, type Case } from '../case';
import { mutated } from './mutations';
import { runbookText } from './runbook-grammar';

const corpus = path.join(import.meta.dirname, '../corpus');

/** The cases of a target that have once failed, by the names of their files, which say what they broke. */
export function corpusOf(target: string): Map<string, Case> {
  const folder = path.join(corpus, target);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    names
      .sort()
      .map((name) => [name.replace(/\.json$/, ''), readCase(readFileSync(path.join(folder, name), 'utf8'))]),
  );
}

/** Documents of this project, short enough to be tried often: whole ones or some sections in a row. */
const stretches = [...ownDocuments.values()].flatMap((text) => {
  const sections = sectionsOfText(text);
  return text.length < 5000
    ? [text]
    : sections.flatMap((_, at) => (at % 4 === 0 ? [sections.slice(at, at + 5).join('')] : []));
});

const past = ['parser', 'model', 'rules', 'fixes', 'features', 'edits'].flatMap((target) =>
  [...corpusOf(target).values()].map(firstText),
);

/** Documents as authors may write them, or may have broken them. */
export const likelyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: mutated(runbookText) },
  { weight: 2, arbitrary: mutated(fc.constantFrom(...stretches, ...past)) },
  { weight: 1, arbitrary: mutated(composed, 3) },
);

/** Any text. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: likelyText },
  { weight: 1, arbitrary: composedLines },
  { weight: 1, arbitrary: markSoup },
  { weight: 1, arbitrary: noise },
);

/** File names, which take part in deciding what a document is. */
export const anyPath: fc.Arbitrary<string> = fc.constantFrom(
  'SoT.OPS.md',
  'docs/SoT.RUNBOOKS.md',
  'RUN-001-drain.md',
  'playbooks/move.md',
  'notes.md',
);
