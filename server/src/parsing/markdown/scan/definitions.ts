/** Link reference definitions that stand on one line. */
import type { Definition } from '../../../model/markdown';
import { definitionTarget } from '../link-parts';
import { giveUp } from './unsure';

const pattern =
  /^\[((?:[^[\]\\]|\\.)+)\]:[ \t]*(?:<[^<>\\]*>|[^\s<>()\\][^\s()\\]*)(?:[ \t]+(?:"[^"\\]*"|'[^'\\]*'|\([^()\\]*\)))?[ \t]*$/;

/** Words of which no next line makes a definition: a bracket in the label, none behind it, or more than a target and a title. */
const noDefinition =
  /^\[(?:(?:[^[\]\\]|\\.)+(?:\[|\](?!:))|(?:[^[\]\\]|\\.)+\]:[ \t]*(?:<[^<>\\]*>|[^\s<>()\\][^\s()\\]*)[ \t]+[^\s"'(])/;

/** The definition that a line from `start` to `end` is, or null for other words. Gives up where it may go on in the next line. */
export function readDefinition(text: string, start: number, end: number): Definition | null {
  const line = text.slice(start, end);
  const match = pattern.exec(line);
  if (match === null) {
    return noDefinition.test(line) || (line.includes(']') && !line.includes(']:'))
      ? null
      : giveUp('definition over lines');
  }
  const [, label = ''] = match;
  if (label.trim() === '' || label.length > 900 || label.startsWith('^')) {
    giveUp(label.startsWith('^') ? 'footnote' : 'odd definition');
  }
  const span = { start, end };
  return { type: 'definition', span, label: labelKey(label), target: definitionTarget(text, span) };
}

/** A label as CommonMark compares it. */
export function labelKey(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}
