/** Shows what a text holds that nobody would see, or that would turn what is seen: a command is read before it is used. */
import { html } from '../page-parts/dom.js';

/** Controls, ends of lines of other alphabets, marks of direction and without width. A line break is none. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** The text with a mark for each such character: `⟨U+202E⟩`. */
export function visibleText(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(unseen)) {
    const [character] = match;
    if (character === '\t' || character === '\n') continue;
    parts.push(text.slice(end, match.index), html('mark', {}, nameOf(character)));
    end = match.index + character.length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
