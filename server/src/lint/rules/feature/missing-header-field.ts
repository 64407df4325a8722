/** A feature runbook whose header lacks a field. */
import { titleSpanOf } from '../../../document/document-title';
import { leadingNames } from '../../shared/leading-names';
import { missingFields, type WantedField } from '../../../document/fields/missing-fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

const wanted: readonly WantedField[] = [
  { name: 'Feature Name', pattern: /^(?:feature|feature name|feature title|service name)$/ },
  { name: 'Version', pattern: /^(?:version|document version|runbook version)$/ },
  { name: 'Date', pattern: /^(?:date|created|creation date|created on|date created)$/ },
  { name: 'Author', pattern: /^(?:authors?|author\(s\)|written by|owners?|created by)$/ },
  {
    name: 'Last Updated',
    pattern: /^(?:last updated?|updated|last modified|last revised|last reviewed|last change)$/,
  },
  { name: 'Status', pattern: /^(?:status|document status)$/ },
];

interface MissingHeaderField extends Match {
  readonly names: readonly string[];
}

const messages = new Messages({
  one: 'Missing header field "{field}". Readers cannot tell whether this runbook applies and is current. Add it.',
  many: 'Missing header fields: {fields}. Readers cannot tell whether this runbook applies and is current. Add them.',
  more: 'Missing header fields: {fields} and {count} more. Readers cannot tell whether this runbook applies and is current. Add them.',
});

export const missingHeaderField = defineRule<MissingHeaderField>({
  meta: {
    name: 'missing-header-field',
    summary: 'A feature runbook whose header lacks a field',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
    absentFrom: 'document',
  },
  *find({ runbook }) {
    for (const { names, nameSpan } of missingFields(runbook, wanted))
      yield { span: nameSpan ?? titleSpanOf(runbook), names };
  },
  message({ names }) {
    const [field = ''] = names;
    if (names.length === 1) return messages.of('one', { field });
    const { listed, more } = leadingNames(names);
    if (more === 0) return messages.of('many', { fields: listed });
    return messages.of('more', { fields: listed, count: more });
  },
});
