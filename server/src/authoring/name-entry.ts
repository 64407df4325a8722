/** Names an entry in another one: among what it is related to already, or in a section of its own. */
import { headingsIn } from '../document/entries/entry-text';
import type { Entry, Part, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { trimSpan } from '../text/span';
import { bulletOf, endOfContent, insertBlockAfter, joinLines, labelStyle, sectionMarks } from './insertion';

/** The edit that names `id` in `entry`, with its title (which may be empty) where there is room for it. */
export function nameEntry(runbook: Runbook, entry: Entry, { id, title }: NamedEntry): Edit {
  const words = wordsFor({ id, title });
  const related = entry.parts.find(({ role, name }) => role === 'linked-ids' && !/alert/i.test(name));
  return related === undefined
    ? insertBlockAfter(runbook, endOfContent(runbook, entry.span), newSection(entry, runbook, words))
    : intoPart(related, runbook, id, words);
}

export interface NamedEntry {
  readonly id: string;
  readonly title: string;
}

/** `RUN-001 - Disk is full` */
export function wordsFor({ id, title }: NamedEntry): string {
  return title === '' ? id : `${id} - ${title}`;
}

function newSection(entry: Entry, runbook: Runbook, words: string): string[] {
  const bullet = `${bulletOf(runbook)} ${words}`;
  return entry.form === 'heading' && headingsIn(runbook, entry).length > 0
    ? [`${sectionMarks(entry)} Related`, '', bullet]
    : [`${labelStyle(runbook, entry.span)('Related')} ${words}`];
}

/** Appends to a field after a comma, to a section below its last line. */
function intoPart(part: Part, runbook: Runbook, id: string, words: string): Edit {
  const { text, lines } = runbook;
  const end = endOfContent(runbook, part.span);
  const sameLine = lines.lineAt(end) === lines.lineAt(part.nameSpan.end);
  if (part.from === 'label' && sameLine) {
    const empty = trimSpan(text, part.content).end === part.content.start;
    return { span: { start: end, end }, newText: empty ? ` ${id}` : `, ${id}` };
  }
  const bullet = `${bulletOf(runbook)} ${words}`;
  return sameLine
    ? insertBlockAfter(runbook, end, [bullet])
    : { span: { start: end, end }, newText: joinLines(runbook, ['', bullet]) };
}
