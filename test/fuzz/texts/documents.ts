/** The texts that targets are tried with: generated runbooks, damaged documents of this project, marks in any order. */
import fc from 'fast-check';
import { composedLines, markSoup, ownDocuments, sectionsOfText } from '../../support/markdown-texts';
import { composed, noise } from '../../support/runbook-texts';
import { mutated } from './mutations';
import { newerRunbook } from './newer-forms';
import { pastDocuments } from './past-findings';
import { runbookText } from './runbook-grammar';

/** Documents of this project, short enough to be tried often: whole ones or some sections in a row. */
const stretches = [...ownDocuments.values()].flatMap((text) => {
  const sections = sectionsOfText(text);
  return text.length < 5000
    ? [text]
    : sections.flatMap((_, at) => (at % 4 === 0 ? [sections.slice(at, at + 5).join('')] : []));
});

/** Documents as authors may write them, or may have broken them. */
export const likelyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: mutated(runbookText) },
  { weight: 2, arbitrary: mutated(fc.constantFrom(...stretches, ...pastDocuments)) },
  { weight: 1, arbitrary: mutated(composed, 3) },
);

/** Any text. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: likelyText },
  { weight: 1, arbitrary: composedLines },
  { weight: 1, arbitrary: markSoup },
  { weight: 1, arbitrary: noise },
);

/** Documents in forms that joined later, damaged. */
export const newerText: fc.Arbitrary<string> = mutated(newerRunbook, 3);

/** File names, which take part in deciding what a document is. */
export const anyPath: fc.Arbitrary<string> = fc.constantFrom(
  'SoT.OPS.md',
  'docs/SoT.RUNBOOKS.md',
  'RUN-001-drain.md',
  'playbooks/move.md',
  'notes.md',
);
