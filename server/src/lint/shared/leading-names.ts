/** Names for one message: as many as it can hold. */
import { mostQuoted } from '../../text/shorten';

/** How many names, divided by commas, fit into `room` UTF-16 units. */
export function countThatFits(names: readonly string[], room: number): number {
  let length = 0;
  for (const [index, name] of names.entries()) {
    length += name.length + (index === 0 ? 0 : ', '.length);
    if (length > room) return index;
  }
  return names.length;
}

/** The first names, divided by commas, and how many more there are; at least one name is listed. */
export function leadingNames(names: readonly string[]): { readonly listed: string; readonly more: number } {
  const shown = Math.min(names.length, Math.max(1, countThatFits(names, mostQuoted)));
  return { listed: names.slice(0, shown).join(', '), more: names.length - shown };
}
