/**
 * Phases in words that mean other things elsewhere: `Stage 2: Copy`, `Copy (Phase 2)`, `## Phases` with `### 2. Copy`.
 * Read only of a document that claims to be a playbook and has no other phases. Knows words, not what phases hold.
 */
import { otherPhaseWords, phaseWords } from '../model/phase-words';
import type { DocumentHeading, Section } from '../model/runbook';
import type { SequenceLead } from '../model/structure';
import { isLettered, readLead, sequenceKey } from './sequence';

/** A heading that opens a phase, by the words of this reader. */
export interface OtherPhase {
  readonly lead: SequenceLead;
  readonly heading: DocumentHeading;
  readonly section: Section;
}

type Form = (heading: DocumentHeading) => SequenceLead | null;

const stage = new RegExp(`^(${otherPhaseWords})\\b`, 'i');
/** `Copy (Phase 2)`, `Copy — Phase 2`, `Copy: Phase 2 of 3`. */
const behind = new RegExp(
  `^(.{1,120}?)[ \\t]{0,3}(?:[([]|[:–—-][ \\t]{1,3})[ \\t]{0,3}((?:${phaseWords})[ \\t]{1,3}#?[0-9a-z]{1,8}(?:(?:/| of )\\d{1,3})?)[)\\]]?$`,
  'i',
);
/** `[Phase 2] Copy`, `P2: Copy`. */
const bracketed = new RegExp(
  `^[[(]((?:${phaseWords})[ \\t]{1,3}#?[0-9a-z]{1,8})[\\])][ \\t]{0,3}[:.–—-]?[ \\t]{0,3}(.{0,200})$`,
  'i',
);
const abbreviated = /^(?:p|ph\.?)[ \t]?(\d{1,2})[ \t]{0,3}[:.)–—-][ \t]{1,3}(.{1,200})$/i;
/** `Phase: Copy` and `Copy phase` behind a number of the heading. */
const unnumbered = new RegExp(
  `^(?:(?:${phaseWords})[ \\t]{0,3}[:–—-][ \\t]{0,3}(.{1,200})|(.{1,200}?)[ \\t](?:${phaseWords}))$`,
  'i',
);
const phasesSection = new RegExp(`^(?:[a-z]+ ){0,2}(?:${phaseWords})$`);

const forms: readonly Form[] = [
  ({ title }) => readStage(title),
  ({ title, number }) => {
    const [, words = '', count = ''] = behind.exec(title) ?? [];
    const lead = readLead(count.replace(/^[a-z]+/i, 'Phase'));
    return lead === null || number !== null ? null : { ...lead, separated: true, title: words };
  },
  ({ title }) => {
    const [, count = '', words = ''] = bracketed.exec(title) ?? [];
    const lead = readLead(count.replace(/^[a-z]+/i, 'Phase'));
    return lead === null ? null : { ...lead, separated: true, title: words };
  },
  ({ title }) => {
    const [, number, words] = abbreviated.exec(title) ?? [];
    return counted(number, words);
  },
  ({ title, number }) => {
    const [, after, before] = unnumbered.exec(title) ?? [];
    return after === undefined && before === undefined ? null : counted(number, after ?? before);
  },
];

/** What counts only right below a section of phases: `### 2. Copy`. */
const inPhases: Form = ({ title, number }) => counted(number, title);

/** What `Stage 2: Copy` counts, or null; `Part 1 of the plan` counts nothing. */
export function readStage(name: string): SequenceLead | null {
  const word = stage.exec(name)?.[1];
  const lead = word === undefined ? null : readLead(`Phase${name.slice(word.length)}`);
  return lead !== null && (lead.separated || lead.title === '') ? lead : null;
}

/** The headings of phases in the first of these forms in which there are several that count up from 0 or 1. */
export function readOtherPhases(root: Section): readonly OtherPhase[] {
  for (const form of forms) {
    const found: OtherPhase[] = [];
    collect(root, form, () => true, found);
    if (isSeries(found)) return found;
  }
  const found: OtherPhase[] = [];
  collect(root, inPhases, ({ heading }) => phasesSection.test(heading?.key ?? ''), found);
  return isSeries(found) ? found : [];
}

/** `isHome`: whether the headings right below a section count. */
function collect(
  section: Section,
  form: Form,
  isHome: (section: Section) => boolean,
  found: OtherPhase[],
): void {
  const counts = isHome(section);
  for (const child of section.children) {
    const { heading } = child;
    const lead = heading === null || !counts || heading.depth === 1 ? null : form(heading);
    if (heading !== null && lead !== null) found.push({ lead, heading, section: child });
    else collect(child, form, isHome, found);
  }
}

function isSeries(found: readonly OtherPhase[]): boolean {
  const labels = found.map(({ lead }) => lead.number);
  const lettered = isLettered(labels);
  const [first, second] = labels.map((label) => sequenceKey(label, lettered));
  return first !== undefined && second !== undefined && first !== second && /^(?:0|1|A)$/.test(first);
}

function counted(number: string | null | undefined, title: string | undefined): SequenceLead | null {
  if (number == null || title === undefined || !/^\d{1,3}$/.test(number)) return null;
  return { word: 'phase', number, alternative: null, separated: true, title };
}
