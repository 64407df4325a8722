/** Names that something counts: `Issue 2: Doors are slow`, and references to them. Knows no documents. */

/** What counts below a section, with the number: `issue 2: doors are slow`. */
const counter = /^(issue|step|case|problem|phase) (\d{1,2}(?:\.\d{1,2}){0,3})(?:[:.–—-]| [–—-])? ?/;

/** The name without what counts it. */
export function withoutCounter(name: string): string {
  return name.replace(counter, '');
}

/**
 * What counts by a number of a reference: `issue` of `Section 6.1, Issue 2`; undefined for the number of a section.
 */
export function counterOf(reference: string, number: string): string | undefined {
  return new RegExp(
    `\\b(issue|step|case|problem|phase)\\s+${number.replace(/\./g, '\\.')}(?![\\w.]*\\d)`,
    'i',
  )
    .exec(reference)?.[1]
    ?.toLowerCase();
}

/** Whether a heading counts so, or none counts by that word. */
export function isCounted(word: string, number: string, names: readonly string[]): boolean {
  const numbers = names.flatMap((name) => {
    const found = counter.exec(name);
    return found?.[1] === word ? [found[2]] : [];
  });
  return numbers.length === 0 || numbers.includes(number);
}
