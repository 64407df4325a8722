/** Sections stand in another order than the document's kind has them. */
import { houseSections, type HeadedSection } from '../../../document/house/house-sections';
import { groupBy } from '../../../text/group-by';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface MovedSection extends Match {
  readonly name: string;
  /** Which way it has to be moved. */
  readonly way: 'up' | 'down';
  /** The section that it has to pass, as the document calls it. */
  readonly other: string;
}

const messages = new Messages({
  up: '"{name}" comes after "{other}", but before it in other documents of the kind "{kind}". Move it up.',
  down: '"{name}" comes before "{other}", but after it in other documents of the kind "{kind}". Move it down.',
});

export const sectionOrder = defineRule<MovedSection>({
  meta: {
    name: 'section-order',
    summary: 'Sections in another order than the kind of the document has them',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
    yieldsTo: ['misplaced-section'],
  },
  *find({ runbook, quiet }) {
    if (quiet || runbook.kind.house?.ordered !== true) return;
    // what does not stand in its section has no place in the order of that
    const standing = houseSections(runbook).flatMap(({ wanted: { under }, section, fault }) =>
      section === null || fault === 'under' ? [] : [{ under, section }],
    );
    for (const siblings of groupBy(standing, ({ under }) => under).values())
      yield* outOfOrder(siblings.map(({ section }) => section));
  },
  message: ({ name, way, other }, { runbook }) =>
    messages.of(way, { name, other, kind: runbook.kind.house?.name ?? '' }),
});

/** As few of the sections, which are in the order of the kind, as have to be moved for all to stand in it. */
function* outOfOrder(sections: readonly HeadedSection[]): Iterable<MovedSection> {
  const kept = longestRise(sections);
  for (const [index, section] of sections.entries()) {
    if (kept.has(section)) continue;
    const { titleSpan: span, title: name } = section.heading;
    const below = sections.slice(index).find((one) => kept.has(one) && standsBefore(one, section));
    const above = sections.slice(0, index).findLast((one) => kept.has(one) && standsBefore(section, one));
    if (below !== undefined) yield { span, name, way: 'up', other: below.heading.title };
    else if (above !== undefined) yield { span, name, way: 'down', other: above.heading.title };
  }
}

function standsBefore(one: HeadedSection, other: HeadedSection): boolean {
  return one.span.start < other.span.start;
}

/** Sections that stand in their order, from the last one back. */
interface Rise {
  readonly section: HeadedSection;
  readonly before: Rise | null;
  readonly length: number;
}

/** The most sections that stand in their order; of several as many, the first. */
function longestRise(sections: readonly HeadedSection[]): ReadonlySet<HeadedSection> {
  const rises: Rise[] = [];
  for (const section of sections) {
    const before = longestOf(rises.filter((rise) => standsBefore(rise.section, section)));
    rises.push({ section, before, length: lengthOf(before) + 1 });
  }
  const kept = new Set<HeadedSection>();
  for (let rise = longestOf(rises); rise !== null; rise = rise.before) kept.add(rise.section);
  return kept;
}

function longestOf(rises: readonly Rise[]): Rise | null {
  return rises.reduce<Rise | null>((most, rise) => (rise.length > lengthOf(most) ? rise : most), null);
}

function lengthOf(rise: Rise | null): number {
  return rise?.length ?? 0;
}
