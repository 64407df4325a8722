/** The word by which a document calls its phases: `Phase`, `Stage`, `Part`. Knows words, not what phases hold. */
import { partWords, phaseWords } from '../../model/phase-words';
import type { Phase, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';

const beforeNumber = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${partWords})(?=[ \\t\\u00a0]{1,4}$)`, 'iu');
const isUsual = new RegExp(`^(?:${phaseWords})$`, 'i');

/** The word in front of a phase's number as it is written; null where there is none: `### 2. Copy`. */
export function phaseWordOf({ text }: Runbook, { nameSpan, labelSpan }: Phase): string | null {
  return beforeNumber.exec(text.slice(nameSpan.start, labelSpan.start))?.[0] ?? null;
}

/** The words in front of the numbers of phases, in lower case and as far as one and several share them. */
const stemsIn = rememberOf(
  (runbook: Runbook): ReadonlySet<string> =>
    new Set(runbook.phases.flatMap((phase) => stemOf(phaseWordOf(runbook, phase) ?? 'phase'))),
);

function stemOf(word: string): string {
  return word.toLowerCase().slice(0, 4);
}

/** Whether a word is the one by which the document calls its phases, or `phase` itself. */
export function callsPhases(runbook: Runbook, word: string): boolean {
  return /^(?:ph|f)ase/i.test(word) || stemsIn(runbook).has(stemOf(word));
}

/** The words that name phases in a document: those that name parts of other things only where its phases have such names. */
const wordsIn = rememberOf((runbook: Runbook): string =>
  runbook.phases.some((phase) => {
    const word = phaseWordOf(runbook, phase);
    return word !== null && !isUsual.test(word);
  })
    ? partWords
    : phaseWords,
);

/** A pattern about the words that name phases in a document. */
export type PhasePattern = (runbook: Runbook) => RegExp;

/** Compiles a pattern of {@link PhasePattern}: `toSource` gets the alternatives for one word. */
export function phasePattern(toSource: (words: string) => string, flags: string): PhasePattern {
  const usual = new RegExp(toSource(phaseWords), flags);
  const parts = new RegExp(toSource(partWords), flags);
  return (runbook) => (wordsIn(runbook) === partWords ? parts : usual);
}
