/** What a line begins with before its words. */

const marks =
  /^[ \t>]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,3}[.)][ \t]+|\|[ \t]*)?(?:\[[ xX]\][ \t]+)?(?:(?:[\p{Extended_Pictographic}\p{So}]\ufe0f?|:[a-z0-9_+-]{2,30}:)[ \t]*){0,3}(?:<(?:b|i|em|strong|u)>)?[*_]*(?:(?:[\p{Extended_Pictographic}\p{So}]\ufe0f?|:[a-z0-9_+-]{2,30}:)[ \t]*){0,3}/iu;

/** The marks of a heading, an item, a row, a quote, a box, symbols, and emphasis; empty where a line begins with words. */
export function lineLead(line: string): string {
  return marks.exec(line)?.[0] ?? '';
}
