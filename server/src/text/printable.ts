/** Text of documents on terminals: a document must not move the cursor, change colours or turn the direction. */

/** Columns that a tab takes in excerpts. */
const tab = '    ';

/** The text with tabs as blanks, and a sign in place of each control or direction character. */
export function printable(text: string): string {
  return text
    .replaceAll('\t', tab)
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** Several lines, each made printable; tabs stay. */
export function printableLines(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** JSON that holds the same and is printable too. */
export function printableJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
