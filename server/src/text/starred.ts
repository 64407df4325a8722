/** Names with `*` for any words: `Runbook: *`. Linear in the text for each pattern; everything else is literal. */

/** What stands for `*`s of a pattern in a text, joined; null where the text does not fit. Case does not count. */
export function starred(pattern: string, text: string): string | null {
  const pieces = pattern.split('*');
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  const lower = text.toLowerCase();
  if (pieces.length === 1) return lower === first.toLowerCase() ? '' : null;
  const end = text.length - last.length;
  if (!lower.startsWith(first.toLowerCase()) || end < first.length || !lower.endsWith(last.toLowerCase()))
    return null;
  let at = first.length;
  const between: string[] = [];
  for (const piece of pieces.slice(1, -1)) {
    const found = lower.indexOf(piece.toLowerCase(), at);
    if (found < 0 || found + piece.length > end) return null;
    between.push(text.slice(at, found));
    at = found + piece.length;
  }
  between.push(text.slice(at, end));
  return between.join('');
}
