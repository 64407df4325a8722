/** Expressions of templates in addresses: `{{ .Values.url }}`, `[[ .URL ]]`. Knows no addresses. */

/** They may hold blanks and any sign. */
export const expressions = /\{\{[^{}]{0,400}\}\}|\[\[[^[\]]{0,400}\]\]/g;

/** A text with one blank on the inside of all delimiters, since blanks there say nothing; the marks that trim are left out. */
export function evenExpressions(text: string): string {
  if (!text.includes('{{') && !text.includes('[[')) return text;
  return text.replace(expressions, (whole) => {
    const inner = whole
      .slice(2, -2)
      .replace(/^-(?=\s)/, '')
      .replace(/(?<=\s)-$/, '')
      .trim();
    return `${whole.slice(0, 2)} ${inner} ${whole.slice(-2)}`;
  });
}
