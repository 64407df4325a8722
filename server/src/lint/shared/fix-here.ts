/** Fixes that touch the document of their finding only. */
import type { Edit } from '../../text/edit';
import type { Fix, Removal, RuleContext } from '../rule';

/** A change of this document. `automatic`: whether its result is surely what the author wants. */
export function fixHere(
  { place }: RuleContext,
  title: string,
  edits: readonly Edit[],
  automatic: boolean,
  removes: Removal = 'nothing',
): Fix {
  return { title, edits: new Map([[place.uri, edits]]), automatic, removes };
}
