/** Comments of HTML in a stretch of text. Knows nothing of where Markdown allows them. */

/** A text without its closed comments `<!-- … -->`; one that is never closed stays. Linear in its length. */
export function withoutComments(source: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const start = source.indexOf('<!--', at);
    const end = start < 0 ? -1 : source.indexOf('-->', start + '<!--'.length);
    if (end < 0) return kept + source.slice(at);
    kept += source.slice(at, start);
    at = end + '-->'.length;
  }
}
