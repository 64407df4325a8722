/** Names for one message: as many as it can hold. */

/** UTF-16 units of a list that a message shows in full. */
const mostListed = 48;

/** The first names, divided by commas, and how many more there are; at least one name is listed. */
export function leadingNames(names: readonly string[]): { readonly listed: string; readonly more: number } {
  let shown = names.length;
  while (shown > 1 && names.slice(0, shown).join(', ').length > mostListed) shown--;
  return { listed: names.slice(0, shown).join(', '), more: names.length - shown };
}
