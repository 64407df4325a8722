/**
 * What is missing may stand where nobody sees it: drops findings of an absence where another finding says that a part of the
 * document in which it may lie is hidden, such as by a fence that never ends, and what is found in that part, which reads
 * otherwise than it was meant. Runs, as precedence does, over what is on and not silenced. Knows no rule by name.
 */
import { entryFinder } from '../document/entries/run-entries';
import type { Runbook, Section } from '../model/runbook';
import { enclosingFinder } from '../text/enclosing';
import { encloses, type Span } from '../text/span';
import type { Finding } from './rule';

/** The findings whose cause is surely what they say. Cost follows the document and the number of findings. */
export function withoutHidden(findings: readonly Finding[], runbook: Runbook): Finding[] {
  const hidden = findings.flatMap(({ rule, span, covers = [span] }) => (rule.hides === true ? covers : []));
  if (hidden.length === 0) return [...findings];
  const entryAround = entryFinder(runbook);
  const phaseAround = enclosingFinder(runbook.phases);
  const whole = { start: 0, end: runbook.text.length };
  const sectionAround = enclosingFinder(sectionsIn(runbook.root));
  const words = hidden.map(({ start, end }) => plain(runbook.text.slice(start, end))).join(' ');
  const around = (span: Span): Span => (phaseAround(span) ?? entryAround(span))?.span ?? whole;
  return findings.filter(({ rule: { absentFrom, hides, hiddenToo }, span }) => {
    if (hides === true || hiddenToo === true) return true;
    if (hidden.some((one) => encloses(one, span))) return false;
    if (absentFrom === undefined) return true;
    if (absentFrom === 'name') return !words.includes(plain(runbook.text.slice(span.start, span.end)));
    const place =
      absentFrom === 'document'
        ? whole
        : absentFrom === 'part'
          ? around(span)
          : (sectionAround(span)?.span ?? whole);
    return !hidden.some(({ start, end }) => start < place.end && place.start < end);
  });
}

/** The sections that have a heading, in order, those around others first. */
function sectionsIn({ children }: Section): Section[] {
  return children.flatMap((section) => [section, ...sectionsIn(section)]);
}

/** Letters and digits, in which a heading and the anchor that leads to it are alike. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
