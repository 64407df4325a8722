/** The headings of a text that is too much to be read as Markdown: lines that begin with `#`, outside of fences. */
import type { Block, Heading } from '../../model/markdown';
import { bounds } from '../complexity';

const headingLine = /^(#{1,6})(?:[ \t]([^\r\n]*))?$/;
const fenceLine = /^ {0,3}(`{3,}|~{3,})/;

/** One block for each of the first headings, as many as a document that is judged may hold, in order. Linear. */
export function roughBlocks(text: string, offset: number): readonly Block[] {
  const blocks: Block[] = [];
  let fence = '';
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (index < offset) continue;
    const [, run = ''] = fenceLine.exec(line) ?? [];
    if (fence === '') fence = run;
    else if (run.startsWith(fence)) fence = '';
    const heading = fence === '' ? headingAt(line, index) : null;
    if (heading !== null) blocks.push(heading);
    if (blocks.length === bounds.headings) break;
  }
  return blocks;
}

function headingAt(line: string, start: number): Heading | null {
  const [whole, marks, words = ''] = headingLine.exec(line) ?? [];
  const depth = depths[(marks?.length ?? 0) - 1];
  if (whole === undefined || depth === undefined) return null;
  const end = start + whole.length;
  return {
    type: 'heading',
    span: { start, end },
    depth,
    content: { start: end - words.length, end },
    inlines: [],
  };
}

const depths = [1, 2, 3, 4, 5, 6] as const;
