/** How entries of the usual prefixes look wherever they are listed: names of codicons. */

/** Icons of entries, and of groups of entries, by prefix. */
export const prefixIcons: Readonly<Partial<Record<string, string>>> = {
  RUN: 'book',
  DEP: 'rocket',
  GTM: 'megaphone',
  MON: 'pulse',
  RISK: 'flame',
  TEST: 'beaker',
  BR: 'law',
  UJ: 'person',
  EPIC: 'milestone',
};
