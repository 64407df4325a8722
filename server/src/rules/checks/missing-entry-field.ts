/** A field of the Source-of-Truth template that an entry does not fill in (`domain.md` section 5, SoT file). */
import type { Entry, Label, Runbook } from '../../model/runbook';
import { normalizeName } from '../../model/vocabulary';
import type { Edit } from '../../text/edit';
import {
  fieldOrder,
  followsTemplate,
  isPlainRunbook,
  templateFields,
  type TemplateField,
} from '../entry-template';
import { headingsIn } from '../entry-text';
import { nameSpanOf } from '../fields';
import { insertBlockAfter, insertLinesBelow, joinLines, labelStyle } from '../insertion';
import { defineRule, type Match } from '../rule';

interface MissingField extends Match {
  readonly entry: Entry;
  readonly fields: readonly TemplateField[];
  /** The label that is there without a value, or null where the field is absent. */
  readonly label: Label | null;
}

export const missingEntryField = defineRule<MissingField>({
  meta: {
    name: 'missing-entry-field',
    summary: 'An entry of a Source-of-Truth file without a field of its template',
    severity: 'warning',
    scope: ['sot'],
    since: '0.1.0',
    source: 'section 5, SoT file',
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (!followsTemplate(entry) || isPlainRunbook(entry)) continue;
      const absent: TemplateField[] = [];
      for (const field of templateFields.get(entry.id.prefix) ?? []) {
        const labels = entry.fields.filter(({ key }) => field.keys.includes(key));
        if (labels.some((label) => !isEmpty(runbook, label)) || hasHeading(runbook, entry, field)) continue;
        const [label] = labels;
        if (label === undefined) absent.push(field);
        else yield { span: label.nameSpan, entry, fields: [field], label, severity: field.severity };
      }
      const span = nameSpanOf(entry);
      // the id can be filled in by anybody, so it is a finding with a fix of its own
      for (const kind of ['id', 'warning', 'information']) {
        const fields = absent.filter(({ name, severity }) => (name === 'ID' ? 'id' : severity) === kind);
        const [first] = fields;
        if (first !== undefined) yield { span, entry, fields, label: null, severity: first.severity };
      }
    }
  },
  word({ entry, fields, label }) {
    const names = fields.map(({ name }) => name);
    const last = names.pop() ?? '';
    const all = names.length === 0 ? last : `${names.join(', ')} and ${last}`;
    return {
      message:
        label === null
          ? `${entry.id.text} has no ${all}: readers and reports cannot tell what stands behind the entry. Add it below the heading.`
          : `${label.name} of ${entry.id.text} is empty: readers and reports cannot tell what stands behind the entry. Fill it in.`,
    };
  },
  repair({ entry, fields, label }, { runbook, place }) {
    const [first] = fields;
    const known = fields.length === 1 && first?.name === 'ID';
    const title = known
      ? `Fill in ${entry.id.text}`
      : `Add ${fields.map(({ name }) => name).join(', ')} to ${entry.id.text}`;
    const edits = fields.map((field) =>
      label === null ? newField(runbook, entry, field) : fillIn(runbook, label, valueFor(entry, field)),
    );
    return [{ title, edits: new Map([[place.uri, edits]]), automatic: known }];
  },
});

/** Whether a label has nothing on its line nor right below it. */
function isEmpty({ text }: Runbook, { value, carrier, nameSpan, span }: Label): boolean {
  if (value !== null) return false;
  if (carrier === 'table') return true;
  const rest = text.slice(nameSpan.end, span.end).replace(/^[:*_ \t：]+/, '');
  return !/^\r?\n[ \t>]*[^\s>]/.test(rest);
}

/** Whether the field is written as a section of its own: `### Status` and words below. */
function hasHeading(runbook: Runbook, entry: Entry, { keys }: TemplateField): boolean {
  return headingsIn(runbook, entry).some(
    ({ title, span }) =>
      keys.includes(normalizeName(title)) && /^\s*[^\s#]/.test(runbook.text.slice(span.end, span.end + 400)),
  );
}

function valueFor(entry: Entry, { name }: TemplateField): string {
  if (name === 'ID') return entry.id.text;
  if (/Created|Updated|Date/.test(name)) return 'YYYY-MM-DD';
  return name === 'Owner' ? '{Team}' : `{${name}}`;
}

function fillIn({ text, lines }: Runbook, { carrier, nameSpan }: Label, value: string): Edit {
  const line = lines.spanOf(lines.lineAt(nameSpan.end));
  const rest = text.slice(nameSpan.end, line.end);
  const mark = (carrier === 'table' ? /^[^|]*\|/ : /^[:*_ \t：]*[:*_：]/).exec(rest);
  const at = nameSpan.end + (mark?.[0].length ?? 0);
  const tail = carrier === 'table' ? 0 : text.slice(at, line.end).length;
  return { span: { start: at, end: at + tail }, newText: ` ${value}` };
}

/** A line like that of the field that comes before it in the template, or like the first field where none does. */
function newField(runbook: Runbook, entry: Entry, field: TemplateField): Edit {
  const rank = (key: string): number => fieldOrder.indexOf(key);
  const own = rank(field.name.toLowerCase());
  const placed = entry.fields.filter(({ key, item }) => item === null && rank(key) >= 0);
  const before = placed.findLast(({ key }) => rank(key) < own);
  const value = valueFor(entry, field);
  if (before !== undefined)
    return insertLinesBelow(runbook, before.nameSpan.start, [likeLabel(runbook, before, field.name, value)]);
  const [first] = placed;
  if (first === undefined)
    return insertBlockAfter(runbook, entry.headingSpan.end, [`${labelStyle(runbook)(field.name)} ${value}`]);
  const { start } = runbook.lines.spanOf(runbook.lines.lineAt(first.nameSpan.start));
  return {
    span: { start, end: start },
    newText: joinLines(runbook, [likeLabel(runbook, first, field.name, value), '']),
  };
}

/** A line with the marks of another label: quote, bullet, stars, pipes, two spaces at the end. */
function likeLabel({ text, lines }: Runbook, label: Label, name: string, value: string): string {
  const line = lines.spanOf(lines.lineAt(label.nameSpan.start));
  const lead = text.slice(line.start, label.nameSpan.start);
  const end = label.value?.span.end ?? line.end;
  const between = text.slice(label.nameSpan.end, label.value?.span.start ?? line.end).trimEnd();
  return `${lead}${name}${between} ${value}${text.slice(end, line.end)}`;
}
