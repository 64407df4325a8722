/** Text as the content and the attributes of HTML and XML. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also takes out what neither can hold in any spelling, control characters and halves of characters, and what turns text. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The same for attributes of XML, where line ends would become blanks. */
export function escapeXml(text: string): string {
  return escapeMarkup(text).replace(/[\t\n\r]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
