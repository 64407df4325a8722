/**
 * Which texts may define which identifiers, found without reading them as Markdown: a search for one entry of a
 * large workspace before all of it is read needs to read these texts only. Names too many rather than too few.
 */
import { identifierSource, keyOf, toIdentifier } from '../model/identifier';

const pattern = new RegExp(identifierSource, 'g');
/** What may stand before the id of a definition on its line: no words, but for tags and a note that it is deprecated. */
const beforeDefinition = /^(?:[^A-Za-z<]|<[^<>\r\n]*>|deprecated)*$/i;
/** An item of a list, which defines nothing unless a heading or a table stands in it. */
const listItem = /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t][^#|]*$/;

/** So far a line is looked at, in UTF-16 units: a text may be one line. */
const longestStart = 400;

/** Keys of the ids that a text may define. */
export function idsThatMayBeDefinedIn(text: string): readonly string[] {
  return [...new Set(mayBeDefined(text))];
}

export class IdScan {
  readonly #defining = new Map<string, string[]>();

  /** `path` stands for the text, and may define an id itself: `runbooks/RUN-001-pool.md`. */
  add(path: string, text: string): void {
    this.#note(path, path.slice(path.lastIndexOf('/') + 1));
    this.#note(path, text);
  }

  /** Paths of the texts that may define the id of this key. */
  defining(key: string): readonly string[] {
    return this.#defining.get(key) ?? [];
  }

  #note(path: string, text: string): void {
    for (const key of mayBeDefined(text)) {
      const known = this.#defining.get(key);
      if (known === undefined) this.#defining.set(key, [path]);
      else if (known.at(-1) !== path) known.push(path);
    }
  }
}

function* mayBeDefined(text: string): Iterable<string> {
  for (const match of text.matchAll(pattern)) {
    const id = toIdentifier(match);
    if (id !== null && mayDefine(text, match.index)) yield keyOf(id);
  }
}

function mayDefine(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) {
    if (at - start > longestStart) return true;
    start--;
  }
  const before = text.slice(start, at);
  return beforeDefinition.test(before) && !listItem.test(before);
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
