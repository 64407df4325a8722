/** The form that identifiers have in common, as a pattern of a kind (docs/house-styles.md#patterns). */

/** Fewer identifiers than these show no form. */
const fewest = 4;

/** A pattern that all of these have: `RB-[A-Z]+-\d{3}`; null where they have none in common. */
export function idPattern(ids: readonly string[]): string | null {
  if (ids.length < fewest || ids.some((id) => id.length > 60)) return null;
  const split = ids.map((id) => id.match(/[A-Z]+|[a-z]+|\d+|[-_.]|[^A-Za-z\d._-]+/g) ?? []);
  const [first = []] = split;
  if (split.some((parts) => parts.length !== first.length) || !first.some((part) => /^\d+$/.test(part)))
    return null;
  const forms = first.map((part, index) =>
    formOf(
      split.map((parts) => parts[index] ?? ''),
      part,
    ),
  );
  return forms.includes(null) ? null : forms.join('');
}

function formOf(parts: readonly string[], first: string): string | null {
  if (parts.every((part) => /^\d+$/.test(part))) {
    const isEven = parts.every((part) => part.length === first.length);
    return isEven ? `\\d{${String(first.length)}}` : '\\d+';
  }
  if (parts.every((part) => part === first))
    return /^[\w-]+$/.test(first) ? first : first === '.' ? '\\.' : null;
  if (parts.every((part) => /^[A-Z]+$/.test(part))) return '[A-Z]+';
  return parts.every((part) => /^[a-z]+$/.test(part)) ? '[a-z]+' : null;
}
