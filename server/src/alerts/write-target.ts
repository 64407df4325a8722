/** Writes where an address leads, in the way in which it is written. Knows no index. */
import type { AddressOptions } from './addresses';
import type { AlertAddress } from '../model/alert-document';
import type { Edit } from '../text/edit';
import { writeAddress } from './write-address';

/** A place that an address is to lead to. */
export interface NewTarget {
  readonly path: string;
  readonly fragment?: string;
}

/**
 * The edits that make an address lead elsewhere: of its path where it is another one, and of its fragment. Null where it has
 * no exact place, or no way of writing it leads there.
 */
export function writeTarget(
  { field, target }: AlertAddress,
  { path, fragment }: NewTarget,
  options: AddressOptions,
): readonly Edit[] | null {
  if (target.kind !== 'file') return null;
  const { pathSpan, fragmentSpan, paths } = target;
  const edits: Edit[] = [];
  if (!paths.includes(path)) {
    const written = pathSpan === null ? null : writeAddress(field.value, path, options);
    if (pathSpan === null || written === null) return null;
    edits.push({ span: pathSpan, newText: written });
  }
  if (fragment !== undefined && fragment !== target.fragment) {
    if (fragmentSpan === null) return null;
    edits.push({ span: fragmentSpan, newText: fragment });
  }
  return edits;
}
