/** An entry that lists itself among its linked IDs. */
import { keyOf } from '../../../model/identifier';
import type { Entry, Part, Runbook } from '../../../model/runbook';
import { mayListLinks } from '../../../model/vocabulary';
import { encloses, type Span } from '../../../text/span';
import { followsTemplate, standsFor, templateSections } from '../../shared/entry-template';
import { wordsAt } from '../../../document/fields/fields';
import { fixHere } from '../../shared/fix-here';
import { idElementOf, removeElement, removeLine, type IdElement } from '../../../document/links/id-list';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface SelfReference extends Match {
  readonly entry: Entry;
  readonly element: IdElement;
}

const messages = new Messages({
  self: '{id} lists itself among its linked IDs, which leads nowhere. Remove it, or name the entry you meant.',
});

export const selfReference = defineRule<SelfReference>({
  meta: {
    name: 'self-reference',
    summary: 'An entry that lists itself among its linked IDs',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
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
  message({ entry }) {
    return messages.of('self', { id: entry.id.text });
  },
  fixes({ span, entry, element }, context) {
    const { runbook } = context;
    const title = context.say`Remove ${entry.id.text} from its own linked IDs`;
    const sure = isKnown(runbook, entry, element.remark);
    if (!element.alone) return [fixHere(context, title, [removeElement(element)], sure, 'element')];
    const edit = removeLine(runbook, element, span.start);
    if (edit === null) return [];
    const list = listOf(runbook, element, edit.span);
    if (list === null) return [fixHere(context, title, [edit], sure, 'item')];
    const whole =
      list.from === 'heading' ? [{ span: withName(runbook, list, edit.span), newText: '' }] : null;
    if (whole === null || !isFree(runbook, entry, list))
      return [fixHere(context, title, [edit], false, 'item')];
    return [
      fixHere(
        context,
        context.say`Remove the list "${list.name}", which holds only ${entry.id.text}`,
        whole,
        sure,
        'item',
      ),
    ];
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

/** The list whose only content is the given item; null where it holds more, or where there is no item. */
function listOf({ parts, text }: Runbook, { item }: IdElement, line: Span): Part | null {
  if (item === null) return null;
  const part = parts.findLast(({ role, content }) => role === 'linked-ids' && encloses(content, item.span));
  if (part === undefined) return null;
  const { start, end } = part.content;
  const others = text.slice(start, Math.max(start, line.start)) + text.slice(Math.min(line.end, end), end);
  // a rule between sections is none of the list
  return /[\p{L}\p{N}]/u.test(others) ? null : part;
}

/** The lines from the name of a list to those of its only item, with a blank line that would be one too many. */
function withName({ lines }: Runbook, { nameSpan }: Part, { end }: Span): Span {
  const first = lines.lineAt(nameSpan.start);
  const next = lines.lineAt(end);
  const isBlank = (line: number): boolean => lines.textOf(line).trim() === '';
  const isSpare = isBlank(next) && isBlank(first - 1);
  return { start: lines.startOf(first), end: isSpare ? lines.startOf(next + 1) : end };
}

/** Whether no link targets the heading of a list or one of the same name, no template requires it, and it names nothing else, as "Alert" names what starts a runbook. */
function isFree({ headings, links }: Runbook, entry: Entry, { key, name, nameSpan, role }: Part): boolean {
  if (mayListLinks(name)) return false;
  const slug = headings.find(({ span }) => encloses(span, nameSpan))?.slug.replace(/-\d+$/, '');
  if (slug === undefined || links.some(({ fragment }) => fragment?.toLowerCase().startsWith(slug) === true))
    return false;
  const sections = followsTemplate(entry) ? (templateSections.get(entry.id.prefix) ?? []) : [];
  return !sections.some((one) => one.severity !== null && standsFor(one, key, role));
}
