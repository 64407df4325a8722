/** Which sections documents have in common, how often and in which order. Knows their headings, not what they are about. */
import { titleHeading } from '../document/house/house-sections';
import type { DocumentHeading, Runbook } from '../model/runbook';
import { namesOf } from './document-look';
import { leastShare } from './outlines';

export interface SharedSection {
  /** As most documents write it. */
  readonly name: string;
  /** How many of the documents have it. */
  readonly count: number;
}

export interface SharedOutline {
  /** In the usual order. */
  readonly sections: readonly SharedSection[];
  /** Whether this order holds in nearly all documents. */
  readonly isOrdered: boolean;
}

/** Share of the documents from which on a section or field is one that all should have. */
export const requiredShare = 0.9;
/** Share of the documents in which two sections stand in the usual order, where the order is fixed. */
const orderedShare = 0.97;
/** More sections than these are no outline but a form; the most common ones are taken. */
const mostSections = 30;

interface Heading {
  readonly document: number;
  readonly place: number;
  readonly title: string;
  readonly names: readonly string[];
}

/** What the outlines of these documents have in common. */
export function sharedOutline(runbooks: readonly Runbook[]): SharedOutline {
  const headings = runbooks.flatMap((runbook, document) => headingsOf(runbook, document));
  const byName = new Map<string, Set<Heading>>();
  for (const heading of headings)
    for (const name of heading.names) byName.set(name, (byName.get(name) ?? new Set()).add(heading));
  const found: { readonly section: SharedSection; readonly own: ReadonlySet<Heading> }[] = [];
  const least = Math.max(2, Math.ceil(runbooks.length * leastShare));
  while (found.length < mostSections) {
    const [best] = [...byName.values()].sort((a, b) => documentsOf(b) - documentsOf(a));
    if (best === undefined || documentsOf(best) < least) break;
    found.push({ section: { name: usualTitle(best), count: documentsOf(best) }, own: new Set(best) });
    // each heading stands for one section, whatever else it is called
    const own = new Set(best);
    for (const [name, others] of byName) {
      for (const heading of own) others.delete(heading);
      if (others.size === 0) byName.delete(name);
    }
  }
  found.sort((a, b) => meanPlace(a.own) - meanPlace(b.own));
  return {
    sections: found.map(({ section }) => section),
    isOrdered: found.length >= 2 && areOrdered(found.map(({ own }) => firstPlaces(own))),
  };
}

/** Those that may be sections: no title, no step, nothing deeper than level 4. */
function headingsOf(runbook: Runbook, document: number): Heading[] {
  const title = titleHeading(runbook);
  const isSection = (heading: DocumentHeading): boolean =>
    heading !== title && heading.lead === null && heading.depth <= 4 && heading.title.length <= 80;
  return runbook.headings.flatMap((heading, index) =>
    isSection(heading)
      ? [
          {
            document,
            place: (index + 1) / (runbook.headings.length + 1),
            title: heading.title,
            names: namesOf(heading.title),
          },
        ]
      : [],
  );
}

function documentsOf(headings: ReadonlySet<Heading>): number {
  return new Set([...headings].map(({ document }) => document)).size;
}

function usualTitle(headings: ReadonlySet<Heading>): string {
  const counts = new Map<string, number>();
  for (const { title } of headings) {
    const written = title.replace(/[:：]$/u, '').trim();
    counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function meanPlace(headings: ReadonlySet<Heading>): number {
  const places = [...firstPlaces(headings).values()];
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}

/** Where a section first stands in each document that has it. */
function firstPlaces(headings: ReadonlySet<Heading>): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const { document, place } of headings)
    places.set(document, Math.min(place, places.get(document) ?? Infinity));
  return places;
}

function areOrdered(sections: readonly ReadonlyMap<number, number>[]): boolean {
  return sections.every((one, index) =>
    sections.slice(index + 1).every((other) => {
      const both = [...one].filter(([document]) => other.has(document));
      const inOrder = both.filter(([document, place]) => place < (other.get(document) ?? 0));
      return inOrder.length >= both.length * orderedShare;
    }),
  );
}
