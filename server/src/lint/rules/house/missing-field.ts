/** A field that the document's kind requires is missing or empty. */
import { putHouseField } from '../../../authoring/house-field-insertion';
import { titleSpanOf } from '../../../document/document-title';
import { houseField, type CarriedField } from '../../../document/house/house-fields';
import type { HouseField } from '../../../model/house-style';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface MissingField extends Match {
  readonly field: HouseField;
  /** The field that is there without a value. */
  readonly present: CarriedField | undefined;
}

const messages = new Messages({
  missing: 'No field "{name}", which documents of the kind "{kind}" need. Add it beside the other fields.',
  empty: 'The field "{name}" is empty. Fill it in: documents of the kind "{kind}" need it.',
});

export const missingField = defineRule<MissingField>({
  meta: {
    name: 'missing-field',
    summary: 'A field that the kind of the document requires is missing or empty',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
    absentFrom: 'document',
  },
  *find({ runbook, quiet }) {
    const { house } = runbook.kind;
    // what cannot be read may hold them
    const { frontMatter } = runbook;
    if (quiet || house === null || (frontMatter !== null && frontMatter.problems.length > 0)) return;
    for (const field of house.fields) {
      if (!field.required) continue;
      const present = houseField(runbook, field);
      if (present?.value != null) continue;
      yield { span: present?.nameSpan ?? titleSpanOf(runbook), field, present };
    }
  },
  message: ({ field: { name }, present }, { runbook }) =>
    messages.of(present === undefined ? 'missing' : 'empty', { name, kind: runbook.kind.house?.name ?? '' }),
  choices({ field, present }, { runbook, place, say }) {
    const edit = putHouseField(runbook, field, present);
    return [
      {
        title: say`Add the field "${field.name}"`,
        edits: new Map([[place.uri, [edit]]]),
        automatic: false,
      },
    ];
  },
});
