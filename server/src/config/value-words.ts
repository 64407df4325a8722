/** What is said of values in a configuration file that are not what they should be: a sentence each, by what holds them. */
import { words, type Words } from '../text/say';

/** What is said of a map. */
export interface MapWords {
  readonly notMap: Words;
  readonly badKey: Words;
  readonly tooMany: (most: number) => Words;
}

/** What is said of a map that takes some keys only. */
export interface KnownMapWords extends MapWords {
  readonly unknownKey: (word: string) => Words;
  /** Said of one key that is missing, or two. */
  readonly lacks: (missing: readonly string[]) => Words;
}

/** What is said of a list of texts. */
export interface ListWords {
  readonly notList: Words;
  readonly badItem: Words;
  readonly tooMany: (most: number) => Words;
}

/** The file as a whole. */
export const ofFile: MapWords = {
  notMap: words`The configuration must be a map with one "key: value" per line.`,
  badKey: words`A key in the configuration must be a single word.`,
  tooMany: (most) =>
    words`Only the first ${most} items of the configuration are read, to keep checks fast. Use fewer, broader ones.`,
};

/** The value of a key at the top of the file. */
export function ofKey(name: string): KnownMapWords & ListWords {
  return {
    notMap: words`"${name}" must be a map with one "key: value" per line.`,
    notList: words`"${name}" must be a list with one "- item" per line.`,
    badKey: words`A key in "${name}" must be a single word.`,
    badItem: words`An item of "${name}" must be a string.`,
    tooMany: (most) =>
      words`Only the first ${most} items of "${name}" are read, to keep checks fast. Use fewer, broader ones.`,
    unknownKey: (word) => words`Unknown key "${word}" in "${name}".`,
    lacks: ([first = '', second]) =>
      second === undefined
        ? words`"${name}" has no effect without "${first}".`
        : words`"${name}" has no effect without "${first}" and "${second}".`,
  };
}

/** An item of the list at a key of the file. */
export function ofItem(name: string): KnownMapWords {
  return {
    notMap: words`An item of "${name}" must be a map with one "key: value" per line.`,
    badKey: words`A key in an item of "${name}" must be a single word.`,
    tooMany: (most) =>
      words`Only the first ${most} items of an item of "${name}" are read, to keep checks fast. Use fewer, broader ones.`,
    unknownKey: (word) => words`Unknown key "${word}" in an item of "${name}".`,
    lacks: ([first = '', second]) =>
      second === undefined
        ? words`An item of "${name}" has no effect without "${first}".`
        : words`An item of "${name}" has no effect without "${first}" and "${second}".`,
  };
}

/** The values of a prefix below a key of the file. */
export function ofPrefix(prefix: string, name: string): ListWords {
  return {
    notList: words`${prefix} in "${name}" must be a list with one "- item" per line.`,
    badItem: words`An item of ${prefix} in "${name}" must be a string.`,
    tooMany: (most) =>
      words`Only the first ${most} items of ${prefix} in "${name}" are read, to keep checks fast. Use fewer, broader ones.`,
  };
}

/** The setting of a rule. */
export function ofRule(rule: string): MapWords {
  return {
    notMap: words`The setting of ${rule} must be a map with one "key: value" per line.`,
    badKey: words`A key in the setting of ${rule} must be a single word.`,
    tooMany: (most) =>
      words`Only the first ${most} items of the setting of ${rule} are read, to keep checks fast. Use fewer, broader ones.`,
  };
}
