/** A feature runbook whose head lacks a field. */
import { titleSpanOf } from '../../../document/document-title';
import { missingFields, type WantedField } from '../../../document/fields/missing-fields';
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

export const missingHeaderField = defineRule<MissingHeaderField>({
  meta: {
    name: 'missing-header-field',
    summary: 'A feature runbook whose head lacks a field',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
  },
  *find({ runbook }) {
    for (const { names, nameSpan } of missingFields(runbook, wanted))
      yield { span: nameSpan ?? titleSpanOf(runbook), names };
  },
  message({ names }) {
    return {
      message: `The head of this runbook does not give ${names.join(', ')}, so readers cannot tell what it is about and how current it is. Add ${names.map((name) => `"${name}"`).join(', ')}.`,
    };
  },
});
