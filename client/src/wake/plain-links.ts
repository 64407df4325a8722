/** Makes links of a page readable in every theme. Pure text, tested without an editor. */

/**
 * A Markdown page whose links have no code in their words: the preview shows both in one colour in the light theme of high
 * contrast, dark blue on dark blue.
 */
export function withPlainLinks(page: string): string {
  return page.replace(/\[`([^`[\]\n]+)`\](?=\()/g, '[$1]');
}
