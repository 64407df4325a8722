/** Keys of maps in the lines of YAML. */
import { closingQuote } from './scalar-places';
import { beforeSpace, type YamlLines } from './yaml-lines';

/** A key in front of a colon. */
export interface Key {
  /** Null where it is a template. */
  readonly name: string | null;
  /** UTF-16 offsets without quotes. */
  readonly start: number;
  readonly end: number;
  /** The offset behind the colon. */
  readonly behind: number;
}

/** UTF-16 units; longer ones are text. */
const longestKey = 1000;

/** The key that begins at `offset` of the line that was looked at, or null. */
export function readKey(lines: YamlLines, offset: number): Key | null {
  const { blank } = lines.template;
  const first = blank.charAt(offset);
  const end = Math.min(lines.end, offset + longestKey);
  if (first === '"' || first === "'") {
    const close = closingQuote(blank, offset + 1, end, first);
    const behind = close < 0 ? -1 : lines.restFrom(close + 1);
    if (behind < 0 || !isColon(lines, behind)) return null;
    return toKey(lines, offset + 1, close, behind + 1);
  }
  if ('[]{}|>%@`#&*!,?'.includes(first) && (first !== '?' || !/\w/.test(blank.charAt(offset + 1))))
    return null;
  const colon = /:(?=[ \t]|$)/.exec(blank.slice(offset, end));
  // a text of the longest length may end in front of a colon that belongs to a word
  if (colon === null || !isColon(lines, offset + colon.index)) return null;
  const at = offset + colon.index;
  if (/[ \t]#/.test(blank.slice(offset, at))) return null;
  return toKey(lines, offset, beforeSpace(blank, offset, at), at + 1);
}

function isColon({ template, end }: YamlLines, offset: number): boolean {
  return (
    template.blank.charAt(offset) === ':' &&
    (offset + 1 >= end || /[ \t]/.test(template.blank.charAt(offset + 1)))
  );
}

function toKey({ template }: YamlLines, start: number, end: number, behind: number): Key {
  const { raw, known } = template.say(start, end);
  return { name: known ? raw : null, start, end, behind };
}
