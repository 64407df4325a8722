/** The order of references. */
import type { LocatedReference } from './workspace-view';

/** By document and place. */
export function compareReferences(a: LocatedReference, b: LocatedReference): number {
  return (
    compareText(a.uri, b.uri) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character
  );
}

/** The references in order; the same list, which mostly is. */
export function inOrder(references: LocatedReference[]): LocatedReference[] {
  const isInOrder = references.every((reference, index) => {
    const before = references[index - 1];
    return before === undefined || compareReferences(before, reference) <= 0;
  });
  return isInOrder ? references : references.sort(compareReferences);
}

/** By UTF-16 units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
