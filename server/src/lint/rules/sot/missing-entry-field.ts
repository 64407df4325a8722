/** A field of the Source-of-Truth template that an entry does not fill in. */
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
import { defineRule, type Match } from '../../rule';

interface MissingField extends Match {
  readonly entry: Entry;
  readonly fields: readonly TemplateField[];
  /** The field that is there and says nothing, if any. */
  readonly present: FieldPlace | undefined;
}

export const missingEntryField = defineRule<MissingField>({
  meta: {
    name: 'missing-entry-field',
    summary: 'An entry of a Source-of-Truth file without a field of its template',
    severity: 'warning',
    scope: ['sot'],
    since: '0.1.0',
    group: 'sot',
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
      // the id can be filled in by anybody, so it is a finding with a fix of its own
      for (const kind of ['id', 'warning', 'information']) {
        const fields = absent.filter(({ name, severity }) => (name === 'ID' ? 'id' : severity) === kind);
        const [first] = fields;
        if (first !== undefined) yield { span, entry, fields, present: undefined, severity: first.severity };
      }
    }
  },
  message({ entry, fields, present }) {
    const names = fields.map(({ name }) => name);
    const last = names.pop() ?? '';
    const all = names.length === 0 ? last : `${names.join(', ')} and ${last}`;
    return {
      message:
        present === undefined
          ? `${entry.id.text} has no ${all}: readers and reports cannot tell what stands behind the entry. Add it below the heading.`
          : `${all} of ${entry.id.text} is empty: readers and reports cannot tell what stands behind the entry. Fill it in.`,
    };
  },
  fixes({ entry, fields, present }, { runbook, place }) {
    const edits = fields.map((field) =>
      putField(runbook, entry, field.name, valueFor(entry, field), present),
    );
    return [
      {
        title: `Add ${fields.map(({ name }) => name).join(', ')} to ${entry.id.text}`,
        edits: new Map([[place.uri, edits]]),
        automatic: fields.every(({ name }) => name === 'ID'),
        removes: present?.value == null ? 'nothing' : 'value',
      },
    ];
  },
});

/** The id is known; what only the author knows is left open as the template does. */
function valueFor(entry: Entry, { name }: TemplateField): string {
  if (name === 'ID') return entry.id.text;
  if (/Created|Updated|Date/.test(name)) return 'YYYY-MM-DD';
  return name === 'Owner' ? '{Team}' : `{${name}}`;
}
