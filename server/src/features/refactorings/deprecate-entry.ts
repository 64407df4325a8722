/** Marks an entry as deprecated, with a place for what takes its place; its anchors are followed. */
import type { Entry, Runbook } from '../../model/runbook';
import { entryField, saysNothing, type FieldPlace } from '../../document/fields/entry-field';
import { lastLineOf, likeField, putField } from '../../authoring/field-insertion';
import { joinLines } from '../../authoring/insertion';
import type { Edit } from '../../text/edit';
import { withLinks } from '../shared/moved-fragments';
import { isOnDefinition, type Refactoring, type RefactoringPlace } from './refactoring';

const mark = '[DEPRECATED] ';

export function* deprecateEntry(place: RefactoringPlace): Iterable<Refactoring> {
  const { context, runbook, uri, entry } = place;
  if (entry?.deprecated !== null || !isOnDefinition(place, entry)) return;
  const edits = withLinks(context, uri, marks(runbook, entry));
  yield {
    title: place.context.say`Deprecate ${entry.id.text} and name a replacement`,
    kind: 'refactor.rewrite',
    edits,
  };
}

function marks(runbook: Runbook, entry: Entry): Edit[] {
  const { titleSpan, idSpan, title } = entry;
  const at = title === '' ? idSpan.end : titleSpan.start;
  const heading: Edit = { span: { start: at, end: at }, newText: title === '' ? ` ${mark.trim()}` : mark };
  const replacement = `{${entry.id.prefix}-XXX, or why it has no replacement}`;
  const status = entryField(runbook, entry, ['status', 'state']);
  if (status?.value == null || saysNothing(runbook, status.value)) {
    const put = putField(runbook, entry, 'Status', 'Deprecated', status);
    const named =
      status === undefined
        ? [{ ...put, newText: withReplacement(runbook, put.newText, replacement) }]
        : withFieldBelow(runbook, entry, status, put, replacement);
    return [heading, ...named];
  }
  const line = runbook.lines.spanOf(runbook.lines.lineAt(status.nameSpan.start));
  const lead = runbook.text.slice(line.start, status.nameSpan.start);
  const behind = runbook.text.slice(status.nameSpan.end, status.value.span.start);
  const isField = runbook.lines.lineAt(status.value.span.start) === runbook.lines.lineAt(line.start);
  const tail =
    /(?<! ) {2,}$|\\$|(?<![ \t])[ \t]*\|[ \t]*$/.exec(
      runbook.text.slice(status.value.span.end, line.end),
    )?.[0] ?? '';
  const below = joinLines(runbook, ['', `${lead}Replaced by${behind}${replacement}${tail}`]);
  return [
    heading,
    { span: status.value.token, newText: 'Deprecated' },
    ...(isField ? [{ span: { start: line.end, end: line.end }, newText: below }] : []),
  ];
}

/** The status that is filled in, and below it, where it is a label, the field that names the replacement. */
function withFieldBelow(
  runbook: Runbook,
  { fields }: Entry,
  { nameSpan }: FieldPlace,
  put: Edit,
  replacement: string,
): Edit[] {
  const label = fields.find((field) => field.nameSpan.start === nameSpan.start);
  if (label === undefined) return [put];
  const { end } = runbook.lines.spanOf(lastLineOf(runbook, label));
  const below = joinLines(runbook, ['', likeField(runbook, label, 'Replaced by', replacement)]);
  return put.span.end === end
    ? [{ ...put, newText: put.newText + below }]
    : [put, { span: { start: end, end }, newText: below }];
}

/** The inserted line once more, as the field that names the replacement. */
function withReplacement(runbook: Runbook, inserted: string, replacement: string): string {
  const line = inserted.split(/\r?\n/).find((one) => one.includes('Status')) ?? inserted;
  const second = line.replace('Status', 'Replaced by').replace('Deprecated', replacement);
  return inserted.replace(line, () => joinLines(runbook, [line, second]));
}
