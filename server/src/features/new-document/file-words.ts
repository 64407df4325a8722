/** How a workspace writes the names of its files, learned from some of them. Knows names only. */

export interface NameStyle {
  /** What stands between words. */
  readonly separator: string;
  readonly letters: 'lower' | 'capitalised' | 'upper';
}

const kebab: NameStyle = { separator: '-', letters: 'lower' };

/** Longer names are cut at the end of a word. */
const longestName = 60;

/** The style of most of these names, without extensions; kebab case where they do not say. */
export function styleOfNames(names: readonly string[]): NameStyle {
  const votes = new Map<string, { readonly style: NameStyle; count: number }>();
  for (const name of names) {
    const style = styleOf(name);
    if (style === null) continue;
    const key = `${style.separator}${style.letters}`;
    const known = votes.get(key);
    if (known === undefined) votes.set(key, { style, count: 1 });
    else known.count++;
  }
  const [best] = [...votes.values()].sort((a, b) => b.count - a.count);
  return best?.style ?? kebab;
}

/** The style of a name of several words; null of a single word. */
function styleOf(name: string): NameStyle | null {
  const words = name.replace(/^[A-Z]{2,12}-\d{1,4}\b|\d[\d.-]*/g, '');
  const separator = /[\p{L}\p{N}]([-_ ])[\p{L}\p{N}]/u.exec(words)?.[1];
  const camel = separator === undefined && /\p{Ll}\p{Lu}/u.test(words);
  if (separator === undefined && !camel) return null;
  const letters = words.match(/\p{L}+/gu) ?? [];
  if (letters.every((word) => word === word.toUpperCase()))
    return { separator: separator ?? '', letters: 'upper' };
  const capitals = letters.filter((word) => /^\p{Lu}/u.test(word)).length;
  return {
    separator: separator ?? '',
    letters: camel || capitals * 2 > letters.length ? 'capitalised' : 'lower',
  };
}

/** Words as the name of a file in a style; empty where nothing of them can stand in a name. */
export function nameInStyle(words: string, { separator, letters }: NameStyle): string {
  const parts = words
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== '');
  const short: string[] = [];
  for (const part of parts) {
    if (short.length > 0 && [...short, part].join('-').length > longestName) break;
    short.push(part.slice(0, longestName));
  }
  return short.map((part) => inLetters(part, letters)).join(separator);
}

function inLetters(word: string, letters: NameStyle['letters']): string {
  if (letters === 'upper') return word.toUpperCase();
  return letters === 'lower' ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** Whether more than half of some names, at least one, pass a test. */
export function mostly(names: readonly string[], test: (name: string) => boolean): boolean {
  return names.filter(test).length * 2 > names.length;
}
