/** Finds RUN entries that lack a required field, and adds it. */
import { runEntries } from '../../document/entries/run-entries';
import type { Entry } from '../../model/runbook';
import { entryField, saysNothing, type FieldPlace } from '../../document/fields/entry-field';
import { putField } from '../../authoring/field-insertion';
import { nameSpanOf } from '../../document/fields/fields';
import type { Choice, Match, RuleContext } from '../rule';

export interface MissingField extends Match {
  readonly entry: Entry;
  /** The field that is there and empty, if any. */
  readonly present: FieldPlace | undefined;
}

/** RUN entries without a value under any of `keys` (lower case): on the empty field, else on the entry's name. */
export function* findMissingField(context: RuleContext, keys: readonly string[]): Iterable<MissingField> {
  const { runbook } = context;
  for (const entry of runEntries(context)) {
    const present = entryField(runbook, entry, keys);
    if (present?.value != null && !saysNothing(runbook, present.value)) continue;
    yield { span: present?.nameSpan ?? nameSpanOf(entry), entry, present };
  }
}

/** The fix that adds the field with a placeholder as `value`, which only the author knows. */
export function addMissingField(
  { entry, present }: MissingField,
  { runbook, place, say }: RuleContext,
  name: string,
  value: string,
): readonly Choice[] {
  const edit = putField(runbook, entry, name, value, present);
  return [
    {
      title: say`Add "${name}: ${value}" to ${entry.id.text}`,
      edits: new Map([[place.uri, [edit]]]),
      automatic: false,
      removes: present?.value == null ? 'nothing' : 'value',
    },
  ];
}
