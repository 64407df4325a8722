/** One line of rendered text: its tokens, and the words that a reader sees of them. */
import type { Token } from 'markdown-it';

/** A line as markdown-it has it. */
export interface TokenLine {
  /** In the document, from 0. */
  readonly number: number;
  readonly tokens: readonly Token[];
  /** The break behind it; null for the last one. */
  readonly end: Token | null;
}

/** The lines of running text that begins on line `first` of the document. */
export function linesOf(children: readonly Token[], first: number): TokenLine[] {
  const lines: TokenLine[] = [];
  let tokens: Token[] = [];
  for (const token of children) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      lines.push({ number: first + lines.length, tokens, end: token });
      tokens = [];
    } else tokens.push(token);
  }
  lines.push({ number: first + lines.length, tokens, end: null });
  return lines;
}

/** The part of the words of a line that is of one token; empty for one that has none of its own. */
export function wordsOf({ type, content }: Token): string {
  return type === 'text' || type === 'text_special' || type === 'code_inline' || type === 'html_inline'
    ? content
    : '';
}

/**
 * The tokens of a line in two parts, so that the first has `length` UTF-16 units of its words, or a few more: what is opened
 * in it is closed in it.
 */
export function splitTokens(
  tokens: readonly Token[],
  length: number,
  toText: (content: string) => Token,
): readonly [Token[], Token[]] {
  const before: Token[] = [];
  let depth = 0;
  let seen = 0;
  let index = 0;
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || (seen >= length && depth === 0)) break;
    const words = wordsOf(token);
    const rest = length - seen;
    if (token.type === 'text' && depth === 0 && rest < words.length)
      return [
        [...before, toText(words.slice(0, rest))],
        [toText(words.slice(rest)), ...tokens.slice(index + 1)],
      ];
    before.push(token);
    seen += words.length;
    depth += token.nesting;
  }
  return [before, tokens.slice(index)];
}
