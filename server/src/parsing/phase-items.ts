/** Items right below a phase, in none of its parts: a checklist is what there is to do, and where it tells states a gate. */
import { NestedSpans } from '../model/nested-spans';
import type { CheckItem, Label, Part, Phase } from '../model/runbook';
import type { Role } from '../model/vocabulary';
import { firstFrom, type Span } from '../text/span';
import { instructs } from './instructions';

/** What the items of a phase are that stand in none of its parts, of which `items` are all. */
export function openItemsOf(
  text: string,
  items: readonly CheckItem[],
  within: Span,
  parts: readonly Part[],
  labels: readonly Label[],
): Phase['openItems'] {
  if (items.length < 2) return 'none';
  const from = firstFrom(labels, within.start, ({ span }) => span.start);
  const to = firstFrom(labels, within.end, ({ span }) => span.start);
  const named = new NestedSpans<{ readonly span: Span }>([
    ...parts.filter(({ from: by }) => by === 'heading'),
    ...labels
      .slice(from, to)
      .flatMap((label) => (label.item === null ? [{ span: saidBy(text, label) }] : [])),
  ]);
  const open = items.filter((item) => named.around(item.text) === null);
  if (open.length < 2) return 'none';
  const boxed = open.filter(({ box }) => box !== null);
  const told = boxed.filter(({ text: { start, end } }) => !instructs(text.slice(start, end)));
  return told.length > 1 && told.length * 2 > open.length ? 'states' : 'tasks';
}

/** What is said in one line, so that a list behind a blank line is none of it. */
const inOneLine: ReadonlySet<Role | null> = new Set<Role | null>([null, 'objective', 'duration', 'notes']);

/** How far what a label says reaches: of `**Objective:** All runs` to the first blank line. */
function saidBy(text: string, { role, value, span }: Label): Span {
  if (value === null || !inOneLine.has(role)) return span;
  const blank = /\n[ \t]*\r?\n/.exec(text.slice(value.span.end, span.end))?.index;
  return blank === undefined ? span : { start: span.start, end: value.span.end + blank };
}
