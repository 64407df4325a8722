/**
 * YAML of any text, read within bounds. The library composes lists and maps by calling itself for each level, and close
 * to the end of the stack a process ends in ways that cannot be caught: what is too deep never gets that far.
 */
import {
  Composer,
  Lexer,
  Parser,
  type CST,
  type Document,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';
import type { Span } from '../text/span';

/** Most that YAML may hold, far above what people write. */
export interface YamlBounds {
  /** UTF-16 units. */
  readonly length: number;
  /** Words, marks, stretches of white space and line ends. */
  readonly tokens: number;
}

/** The bounds for the front matter of a document. */
export const frontMatterBounds: YamlBounds = { length: 65_536, tokens: 10_000 };
/** The bounds for a configuration file. */
export const configurationBounds: YamlBounds = { length: 262_144, tokens: 40_000 };

/** Errors of syntax that are told of one text: most of them follow from the first. */
export const mostErrors = 10;

const deepest = 40;
const mostReferences = 100;

/** Which bound a text passed, and where. */
export interface PassedYamlBound {
  /** Offsets into the YAML: its first line, or the word or mark that was one too many. */
  readonly span: Span;
  /** Of what there is more than `most`. */
  readonly problem: 'characters' | 'levels' | 'references' | 'tokens';
  readonly most: number;
}

/** The documents of `yaml` as the library reads them, one for nearly any text, or which bound the text passed. */
export function parseYaml(
  yaml: string,
  { length, tokens: mostTokens }: YamlBounds,
  options: ParseOptions & SchemaOptions,
): { readonly documents: readonly Document.Parsed[] } | PassedYamlBound {
  const passed = (
    start: number,
    end: number,
    problem: PassedYamlBound['problem'],
    most: number,
  ): PassedYamlBound => ({ span: { start, end: Math.min(end, yaml.length) }, problem, most });
  if (yaml.length > length) return passed(0, yaml.search(/[\r\n]|$/), 'characters', length);
  const parser = new Parser();
  const parsed: CST.Token[] = [];
  let count = 0;
  let references = 0;
  // one token at a time: the lexer, too, calls itself for each list that begins in the same line
  for (const token of new Lexer().lex(yaml)) {
    const start = parser.offset;
    parsed.push(...parser.next(token));
    // the document itself is on the stack below its lists and maps
    if (parser.stack.length > deepest + 1) return passed(start, parser.offset, 'levels', deepest);
    if (token.startsWith('*') && ++references > mostReferences)
      return passed(start, parser.offset, 'references', mostReferences);
    if (++count > mostTokens) return passed(start, parser.offset, 'tokens', mostTokens);
  }
  parsed.push(...parser.end());
  return { documents: [...new Composer(options).compose(parsed, true, yaml.length)] };
}
