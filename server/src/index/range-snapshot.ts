/** Encodes ranges as plain numbers, for the next session. */
import type { LineRange } from '../text/line-index';
import { UnexpectedValue } from '../text/value-reader';

/** A range as four numbers. */
export function encodeRange({ start, end }: LineRange): readonly number[] {
  return [start.line, start.character, end.line, end.character];
}

/** The range whose four numbers begin at an index. */
export function decodeRange(numbers: readonly number[], from: number): LineRange {
  const [startLine, startCharacter, endLine, endCharacter] = numbers.slice(from, from + 4);
  if (startLine === undefined || startCharacter === undefined) throw new UnexpectedValue('No range.');
  if (endLine === undefined || endCharacter === undefined) throw new UnexpectedValue('No range.');
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}
