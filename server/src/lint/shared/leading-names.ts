/** Names for one message: as many as it can hold. */
import { mostQuoted } from '../../text/shorten';

/** The first names, divided by commas, and how many more there are; at least one name is listed. */
export function leadingNames(names: readonly string[]): { readonly listed: string; readonly more: number } {
  let shown = names.length;
  while (shown > 1 && names.slice(0, shown).join(', ').length > mostQuoted) shown--;
  return { listed: names.slice(0, shown).join(', '), more: names.length - shown };
}
