/** A field of the Source-of-Truth template that an entry lacks or leaves empty. */
import type { Entry } from '../../../model/runbook';
import { entryField, saysNothing, type FieldPlace } from '../../../document/fields/entry-field';
import {
  followsTemplate,
  isPlainRunbook,
  templateFields,
  type TemplateField,
} from '../../shared/entry-template';
import { putField } from '../../../authoring/field-insertion';
import { nameSpanOf, valueOf } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface MissingField extends Match {
  readonly entry: Entry;
  readonly fields: readonly TemplateField[];
  /** The field that is there and empty, if any. */
  readonly present: FieldPlace | undefined;
}

const messages = new Messages({
  missing: '{entry} has no {field}. Readers and reports rely on it. Add it below the heading.',
  missingMany:
    '{entry} has no {fields}. Readers and reports rely on these fields. Add them below the heading.',
  empty: '{field} of {entry} is empty. Readers and reports rely on it. Fill it in.',
});

export const missingEntryField = defineRule<MissingField>({
  meta: {
    name: 'missing-entry-field',
    summary: 'An entry of a Source-of-Truth file without a field of its template',
    severity: 'warning',
    scope: ['sot'],
    since: '0.1.0',
    group: 'sot',
    absentFrom: 'part',
    judges: 'entry',
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (!followsTemplate(entry) || isPlainRunbook(entry)) continue;
      const absent: TemplateField[] = [];
      for (const field of templateFields.get(entry.id.prefix) ?? []) {
        // nearly always the field is a label of the entry; looking further costs more
        const own = valueOf(entry, ...field.keys);
        if (own !== undefined && !saysNothing(runbook, own)) continue;
        const present = entryField(runbook, entry, field.keys);
        if (present?.value != null && !saysNothing(runbook, present.value)) continue;
        if (present === undefined) absent.push(field);
        else yield { span: present.nameSpan, entry, fields: [field], present, severity: field.severity };
      }
      const span = nameSpanOf(entry);
      // the ID is known, so it is a finding of its own, with an automatic fix
      for (const kind of ['id', 'warning', 'information']) {
        const fields = absent.filter(({ name, severity }) => (name === 'ID' ? 'id' : severity) === kind);
        const [first] = fields;
        if (first !== undefined) yield { span, entry, fields, present: undefined, severity: first.severity };
      }
    }
  },
  message({ entry, fields, present }) {
    const names = fields.map(({ name }) => name).join(', ');
    if (present !== undefined) return messages.of('empty', { entry: entry.id.text, field: names });
    return fields.length === 1
      ? messages.of('missing', { entry: entry.id.text, field: names })
      : messages.of('missingMany', { entry: entry.id.text, fields: names });
  },
  fixes({ entry, fields, present }, { runbook, place, say }) {
    const edits = fields.map((field) =>
      putField(runbook, entry, field.name, valueFor(entry, field), present),
    );
    return [
      {
        title: say`Add ${fields.map(({ name }) => name).join(', ')} to ${entry.id.text}`,
        edits: new Map([[place.uri, edits]]),
        automatic: fields.every(({ name }) => name === 'ID'),
        removes: present?.value == null ? 'nothing' : 'value',
      },
    ];
  },
});

/** The ID is known; everything else gets the placeholder of the template. */
function valueFor(entry: Entry, { name }: TemplateField): string {
  if (name === 'ID') return entry.id.text;
  if (/Created|Updated|Date/.test(name)) return 'YYYY-MM-DD';
  return name === 'Owner' ? '{Team}' : `{${name}}`;
}
