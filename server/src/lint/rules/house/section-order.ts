/** Sections stand in another order than the document's kind has them. */
import { houseSections, type PlacedSection } from '../../../document/house/house-sections';
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
  up: '"{name}" stands behind "{other}", but comes before it in documents of the kind "{kind}". Move it up.',
  down: '"{name}" stands before "{other}", but comes behind it in documents of the kind "{kind}". Move it down.',
});

export const sectionOrder = defineRule<MovedSection>({
  meta: {
    name: 'section-order',
    summary: 'Sections in another order than the kind of the document has them',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
  },
  *find({ runbook, quiet }) {
    if (quiet || runbook.kind.house?.ordered !== true) return;
    const all = houseSections(runbook).filter(({ section, fault }) => section !== null && fault === null);
    // sections of different parents are in order with their own siblings
    for (const under of new Set(all.map(({ wanted }) => wanted.under)))
      yield* outOfOrder(all.filter(({ wanted }) => wanted.under === under));
  },
  message: ({ name, way, other }, { runbook }) =>
    messages.of(way, { name, other, kind: runbook.kind.house?.name ?? '' }),
});

/** As few of the sections as have to be moved for all to be in order. */
function* outOfOrder(placed: readonly PlacedSection[]): Iterable<MovedSection> {
  const starts = placed.map(({ section }) => section?.span.start ?? 0);
  const kept = new Set(longestRise(starts));
  for (const [index, { section }] of placed.entries()) {
    if (section === null || kept.has(index)) continue;
    const { span } = section;
    const { titleSpan, title: name } = section.heading;
    const passed = (at: number, other: PlacedSection): boolean =>
      other.section !== null && at > index === other.section.span.start < span.start && at !== index;
    const others = placed.filter((other, at) => kept.has(at) && passed(at, other));
    const [first] = others;
    const last = others.at(-1);
    if (first?.section == null || last?.section == null) continue;
    const way = first.section.span.start < span.start ? 'up' : 'down';
    const other = (way === 'up' ? first : last).section?.heading.title ?? '';
    yield { span: titleSpan, name, way, other };
  }
}

/** Indexes of a longest run of numbers that only rises. */
function longestRise(numbers: readonly number[]): readonly number[] {
  const lengths: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (const [index, number] of numbers.entries()) {
    lengths[index] = 1;
    previous[index] = -1;
    for (let at = 0; at < index; at++)
      if ((numbers[at] ?? 0) < number && (lengths[at] ?? 0) + 1 > (lengths[index] ?? 0)) {
        lengths[index] = (lengths[at] ?? 0) + 1;
        previous[index] = at;
      }
    if (best < 0 || (lengths[index] ?? 0) > (lengths[best] ?? 0)) best = index;
  }
  const rise: number[] = [];
  for (let at = best; at >= 0; at = previous[at] ?? -1) rise.push(at);
  return rise;
}
