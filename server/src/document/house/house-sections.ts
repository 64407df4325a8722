/** Which sections of a document are those that its kind defines: by name, then by level and by what they stand in. */
import { agreement, comparedName } from '../../model/house-names';
import type { HouseKind, HouseSection } from '../../model/house-style';
import type { DocumentHeading, Runbook, Section } from '../../model/runbook';
import { rememberOf } from '../../text/remember';

/** A section that a kind defines, with what stands for it. */
export interface PlacedSection {
  readonly wanted: HouseSection;
  /** Null where the document has none of the name. */
  readonly section: HeadedSection | null;
  /** What of its place is not as it is defined; null where all is, or where there is none. */
  readonly fault: 'level' | 'under' | null;
}

export interface HeadedSection extends Section {
  readonly heading: DocumentHeading;
}

/** The sections of the document's kind in the order in which that defines them; none for a document of no own kind. */
export const houseSections = rememberOf((runbook: Runbook): readonly PlacedSection[] => {
  const { house } = runbook.kind;
  return house === null || house.sections.length === 0 ? [] : place(runbook, house);
});

/** The heading that names the document, as its kind has it; null where it has none. */
export function titleHeading({ headings, kind }: Runbook): DocumentHeading | null {
  const level = kind.house?.titleFrom === 'h2' ? 2 : 1;
  const [first, ...others] = headings.filter(({ depth }) => depth === level);
  if (first === undefined) return null;
  // documents whose sections are all of this level have none
  return level === 2 || others.length === 0 || headings[0] === first ? first : null;
}

/** A heading with those around it, outermost first. */
interface Candidate {
  readonly section: HeadedSection;
  readonly around: readonly HeadedSection[];
}

function place(runbook: Runbook, { sections, titleFrom }: HouseKind): readonly PlacedSection[] {
  const title = titleFrom === 'none' ? null : titleHeading(runbook);
  const candidates: Candidate[] = [];
  collect(runbook.root.children, [], candidates);
  const known = byName(candidates.filter(({ section }) => section.heading !== title));
  const taken = new Set<Candidate>();
  const found = new Map<HouseSection, PlacedSection>();
  // what is where it belongs is not taken for another of the same name; whole names go before parts of names
  for (const inPlace of [true, false])
    for (const whole of [true, false])
      for (const wanted of sections) {
        if (found.has(wanted)) continue;
        const one = named(known, wanted, whole).find(
          (candidate) => !taken.has(candidate) && (!inPlace || faultOf(candidate, wanted) === null),
        );
        if (one === undefined) continue;
        taken.add(one);
        found.set(wanted, { wanted, section: one.section, fault: faultOf(one, wanted) });
      }
  return sections.map((wanted) => found.get(wanted) ?? { wanted, section: null, fault: null });
}

/** Candidates by what they are called: as a whole, and in part. */
interface KnownCandidates {
  readonly whole: ReadonlyMap<string, readonly Candidate[]>;
  readonly part: ReadonlyMap<string, readonly Candidate[]>;
}

function byName(candidates: readonly Candidate[]): KnownCandidates {
  const whole = new Map<string, Candidate[]>();
  const part = new Map<string, Candidate[]>();
  const put = (map: Map<string, Candidate[]>, name: string, candidate: Candidate): void => {
    const same = map.get(name);
    if (same === undefined) map.set(name, [candidate]);
    else same.push(candidate);
  };
  for (const candidate of candidates) {
    const name = comparedName(candidate.section.heading.title);
    put(whole, name.whole, candidate);
    for (const other of name.others) put(part, other, candidate);
  }
  return { whole, part };
}

/** The candidates that have one of a section's names, the first name first. */
function named(known: KnownCandidates, { name, also }: HouseSection, whole: boolean): readonly Candidate[] {
  return [name, ...also].flatMap((one) => {
    const compared = comparedName(one);
    if (whole) return known.whole.get(compared.whole) ?? [];
    return compared.others.flatMap((other) => known.part.get(other) ?? []);
  });
}

function collect(sections: readonly Section[], around: readonly HeadedSection[], into: Candidate[]): void {
  for (const section of sections) {
    const { heading } = section;
    if (heading === null) continue;
    const headed = { ...section, heading };
    into.push({ section: headed, around });
    collect(section.children, [...around, headed], into);
  }
}

/** Whether the heading of a section has a name. */
export function isNamed({ heading }: HeadedSection, name: string): boolean {
  return agreement(comparedName(heading.title), comparedName(name)) > 0;
}

function faultOf({ section, around }: Candidate, { level, under }: HouseSection): PlacedSection['fault'] {
  if (under !== null && !around.some((one) => isNamed(one, under))) return 'under';
  return level !== null && section.heading.depth !== level ? 'level' : null;
}
