/** Hover over template text: what belongs in its place. */
import type { Placeholder, Runbook } from '../../model/runbook';
import { normalizeName, roleOf } from '../../model/vocabulary';
import { encloses, firstFrom, sliceSpan, touches, type Span } from '../../text/span';
import { isInstruction } from '../../document/placeholders/template-instruction';
import { entryKindOf } from '../shared/entry-card';
import { aboutField } from './hover-field';
import { purposeOf } from '../shared/field-purposes';
import { valuesOfField } from '../shared/field-values';
import type { FeatureContext } from '../shared/feature-context';
import type { HoverRequest, HoverText } from './hover-request';

/** What is to be written in the place of the template text at an offset, or null. */
export function hoverPlaceholder(request: HoverRequest): HoverText | null {
  const { context, uri, runbook, offset } = request;
  const { say } = context;
  const { placeholders } = runbook;
  const index = firstFrom(placeholders, offset + 1, ({ span }) => span.start) - 1;
  const placeholder = placeholders[index];
  if (placeholder === undefined || !touches(placeholder.span, offset)) return null;
  const { span, form, inCode } = placeholder;
  // in commands, words in angle brackets are arguments as people write them
  if (inCode && form === 'angle') return null;
  const place = isInstruction(sliceSpan(runbook.text, span)) ? '' : nameAround(runbook, span);
  const role = place === '' ? null : roleOf(place);
  const key = normalizeName(place);
  const about =
    place === ''
      ? ''
      : aboutField(say, place, purposeOf(say, key, role), valuesOfField(context, uri, runbook, key, offset));
  const lines = [`${say`Template text.`} ${adviceFor(context, runbook, placeholder)}`, about];
  return { span, words: lines.filter((line) => line !== '').join('\n\n') };
}

function adviceFor({ say, today }: FeatureContext, { text }: Runbook, { form, span }: Placeholder): string {
  const words = sliceSpan(text, span);
  switch (form) {
    case 'date':
      return say`Enter a date, such as ${`\`${today()}\``}.`;
    case 'version':
      return say`Enter a version, such as ${'`1.4.2`'}.`;
    case 'id':
      return say`Enter the ID of an entry: ${entryKindOf(words.split('-')[0] ?? '')}.`;
    case 'menu':
      return say`Keep one of these words and remove the others.`;
    case 'marker':
      return say`Write the missing text here.`;
    case 'bracket':
    case 'brace':
    case 'angle':
      return isInstruction(words)
        ? say`This is an instruction to the author: follow it, then remove it.`
        : say`Replace it with your own text, without the brackets.`;
  }
}

/** The name of what the template text stands in: its field, its column, its section; empty for none. */
function nameAround(runbook: Runbook, span: Span): string {
  const { labels, tables, frontMatter, headings } = runbook;
  const field = frontMatter?.fields.find(({ valueSpan }) => encloses(valueSpan, span));
  if (field !== undefined) return field.key.replace(/[_-]/g, ' ');
  for (let i = firstFrom(labels, span.start + 1, (label) => label.span.start) - 1; i >= 0; i--) {
    const label = labels[i];
    if (label === undefined || label.span.end <= span.start) break;
    if (encloses(label.span, span) && !touches(label.nameSpan, span.start)) return label.name;
  }
  for (const { rows, columns, block } of tables) {
    if (!encloses(block.span, span)) continue;
    for (const { cells } of rows) {
      const column = cells.findIndex((cell) => encloses(cell.span, span));
      if (column >= 0) return columns[column] ?? '';
    }
  }
  const heading = headings[firstFrom(headings, span.start + 1, (one) => one.span.start) - 1];
  return heading === undefined || encloses(heading.span, span) ? '' : heading.title;
}
