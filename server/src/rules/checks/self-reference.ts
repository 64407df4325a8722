/** An entry that lists itself among its linked ids (`domain.md` section 5). */
import { keyOf } from '../../model/identifier';
import type { Entry, Runbook } from '../../model/runbook';
import { encloses, type Span } from '../../text/span';
import { wordsAt } from '../fields';
import { fixHere } from '../fix-here';
import { idElementOf, removeElement, removeLine, type IdElement } from '../id-list';
import { defineRule, type Match } from '../rule';

interface SelfReference extends Match {
  readonly entry: Entry;
  readonly element: IdElement;
}

export const selfReference = defineRule<SelfReference>({
  meta: {
    name: 'self-reference',
    summary: 'An entry that lists itself among its linked ids',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Identifiers and links',
  },
  *find({ runbook, entries, workspace, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (!workspace.owns(entry.id.prefix)) continue;
      for (const { mention } of entry.linkedIds) {
        if (mention.id === null || mention.excluded !== null || keyOf(mention.id) !== keyOf(entry.id))
          continue;
        const element = idElementOf(runbook, mention);
        if (element !== null) yield { span: mention.span, entry, element };
      }
    }
  },
  word({ entry }) {
    return {
      message: `${entry.id.text} lists itself: the link leads its readers back to where they are. Remove it, or name the entry that was meant.`,
    };
  },
  repair({ span, entry, element }, context) {
    const { runbook } = context;
    const title = `Remove ${entry.id.text} from its own list`;
    const sure = isKnown(runbook, entry, element.remark);
    if (!element.alone) return [fixHere(context, title, [removeElement(element)], sure, 'element')];
    const edit = removeLine(runbook, element, span.start);
    return edit === null ? [] : [fixHere(context, title, [edit], sure && !isLast(runbook, element), 'item')];
  },
});

/** Whether a remark says no more than the entry's own title, or than one or two words: `(this)`. */
function isKnown(runbook: Runbook, entry: Entry, remark: Span): boolean {
  const words =
    wordsAt(runbook, remark)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const title = new Set(entry.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return (
    (words.length < 3 && /^\s*(?:\(|$)/.test(wordsAt(runbook, remark))) ||
    words.every((word) => title.has(word))
  );
}

/** Whether a list has no item but this one, so that its heading would stand over nothing. */
function isLast({ parts, lines, text }: Runbook, { item }: IdElement): boolean {
  if (item === null) return false;
  const part = parts.findLast(({ role, content }) => role === 'linked-ids' && encloses(content, item.span));
  if (part === undefined) return true;
  const start = lines.startOf(lines.lineAt(item.span.start));
  return (text.slice(part.content.start, start) + text.slice(item.span.end, part.content.end)).trim() === '';
}
