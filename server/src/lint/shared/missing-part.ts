/** Finds RUN entries that lack a section, and adds a skeleton of it. */
import { runEntries } from '../../document/entries/run-entries';
import type { Entry, Part } from '../../model/runbook';
import type { Role } from '../../model/vocabulary';
import { isBlankPart } from '../../document/sections/blank-part';
import { nameSpanOf } from '../../document/fields/fields';
import { insertBlockAfter, insertLinesBelow } from '../../authoring/insertion';
import type { Choice, Match, RuleContext } from '../rule';
import { insertSection, isTight } from '../../authoring/section-insertion';

export interface MissingPart extends Match {
  readonly entry: Entry;
  /** The section or label that is there and empty, if any. */
  readonly present: Part | undefined;
}

/** RUN entries in which every part of this role is empty: on the empty part, else on the entry's name. */
export function* findMissingPart(context: RuleContext, role: Role): Iterable<MissingPart> {
  for (const entry of runEntries(context)) {
    const parts = entry.parts.filter((part) => part.role === role);
    if (parts.some((part) => !isBlankPart(context.runbook, part))) continue;
    const present = parts[0];
    yield { span: present?.nameSpan ?? nameSpanOf(entry), entry, present };
  }
}

/** The fix that adds the section `name` with `lines`, or writes them below the empty one. */
export function addMissingPart(
  { entry, present }: MissingPart,
  { runbook, place, say }: RuleContext,
  role: Role,
  name: string,
  lines: readonly string[],
): readonly Choice[] {
  const edit =
    present === undefined
      ? insertSection(runbook, entry, role, name, lines)
      : present.from === 'label' || isTight(runbook)
        ? insertLinesBelow(runbook, present.nameSpan.end, lines, present.item)
        : insertBlockAfter(
            runbook,
            runbook.lines.spanOf(runbook.lines.lineAt(present.nameSpan.end)).end,
            lines,
          );
  return [
    {
      title: say`Add "${present?.name ?? name}" to ${entry.id.text}`,
      edits: new Map([[place.uri, [edit]]]),
      automatic: false,
    },
  ];
}
