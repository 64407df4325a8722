/**
 * The words by which a phase is called, as sources of patterns: where phases are read, referred to, logged and rolled back.
 * Knows no documents.
 */
import { numberWords } from './number-words';

/** What counts a phase wherever it stands, in the languages that operators write. */
export const phaseLead = 'phase|fase|フェーズ|페이즈|阶段|階段';

/** One phase or several, in letters that end at a word boundary. */
const phaseNames = 'phases?|phasen|fases?';

/** What phases are called besides: it counts some only in a document that claims to have phases. */
const stageNames =
  'stages?|waves?|milestones?|tranches?|tranchen|wellen?|meilensteine?|stufen?|etappen?|hitos?|tappa|tappe|vagues?|jalons?';

/** What means other things even there, until a heading of the document counts by it. */
const partNames = 'parts?|iterations?|abschnitte?|teile?|etapas?';

/** What phases go by in texts that speak of them: `Phase`, `stages`. */
export const phaseWords = `${phaseNames}|${stageNames}`;

/** The same for documents whose phases are parts: `Part 2`, `Iteration 3`. */
export const partWords = `${phaseWords}|${partNames}`;

/** What a heading may count that is no phase elsewhere: `Stage 2`, `Part 2`. */
export const otherPhaseWords = `${stageNames}|${partNames}`;

/** The number of a phase in running text, in any spelling. */
export const phaseNumber = `\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?|[IVXL]{1,6}|[A-Z]|${numberWords.join('|')}`;

/** The percentages of a rollout: `10 %`, and `0` of `(0–10 %)`, whose sign stands behind the range. */
export const percentPattern = /(?<=[([]\s?)\d{1,3}(?=\s?(?:-|–|—|->|→|to)\s?\d{1,3}\s?%)|\d{1,3}\s?%/g;
