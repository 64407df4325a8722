/** Takes the place of the reference engine in the program that counts. */
import { parseWithRemark as parse } from '../../../../server/src/parsing/markdown/remark-engine';
import type { Block } from '../../../../server/src/model/markdown';
import { counted } from '../counters';

export function parseWithRemark(text: string): Block[] {
  counted.bytesLeftToRemark += Buffer.byteLength(text);
  return parse(text);
}
