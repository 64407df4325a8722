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

/** By UTF-16 units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
