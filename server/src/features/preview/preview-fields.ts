/** Paragraphs that consist of fields, which Markdown runs together in one. */
import { houseField } from '../../document/house/house-fields';
import type { Block } from '../../model/markdown';
import type { Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { sliceSpan, type Span } from '../../text/span';
import type { PreviewFields, PreviewText } from '../../../../protocol/src/preview';

/** Those of two or more fields, in order. A field may go on in further lines. */
export function previewFields(runbook: Runbook): PreviewFields[] {
  const found: PreviewFields[] = [];
  for (const span of paragraphsIn(runbook.blocks)) {
    const line = runbook.lines.lineAt(span.start);
    const end = runbook.lines.lineAt(span.end) + 1;
    const names = namesByLine(runbook).slice(line, end).flat();
    if (names.length > 1 && names[0]?.line === line) found.push({ line, end, names });
  }
  return found;
}

/** For each line, the name of the field that it begins with, if any. */
const namesByLine = rememberOf((runbook: Runbook): readonly (readonly PreviewText[])[] => {
  const { labels, lines, text } = runbook;
  const byLine: PreviewText[][] = Array.from({ length: lines.count }, () => []);
  let last = -1;
  for (const { carrier, nameSpan, name } of labels) {
    if (carrier === 'table' || carrier === 'summary' || carrier === 'yaml') continue;
    const line = lines.lineAt(nameSpan.start);
    if (line === last) continue;
    last = line;
    // nothing before it but what makes it a field, a quote or an item
    const before = text.slice(lines.startOf(line), nameSpan.start);
    if (!/[\p{L}\p{N}]/u.test(before)) byLine[line]?.push({ line, text: name });
  }
  // fields of the document's own kind may have any name
  for (const field of runbook.kind.house?.fields ?? []) {
    const found = houseField(runbook, field);
    const line = found?.carrier === 'line' ? lines.lineAt(found.nameSpan.start) : -1;
    if (found !== undefined && byLine[line]?.length === 0)
      byLine[line].push({ line, text: sliceSpan(text, found.nameSpan) });
  }
  return byLine;
});

function* paragraphsIn(blocks: readonly Block[]): Iterable<Span> {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
        yield block.span;
        break;
      case 'quote':
      case 'footnote':
        yield* paragraphsIn(block.blocks);
        break;
      case 'list':
        for (const item of block.items) yield* paragraphsIn(item.blocks);
        break;
      case 'heading':
      case 'code':
      case 'table':
      case 'html':
      case 'break':
      case 'definition':
        break;
    }
  }
}
