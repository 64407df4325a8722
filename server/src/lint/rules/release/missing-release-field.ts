/** A release runbook without a field that is needed before the deployment. */
import { titleSpanOf } from '../../../document/document-title';
import { leadingNames } from '../../shared/leading-names';
import { missingFields, type WantedField } from '../../../document/fields/missing-fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { findSection } from '../../../document/sections/section-lookup';

const header: readonly WantedField[] = [
  { name: 'Status', pattern: /^(?:status|document status|approval status)$/ },
  { name: 'Owner', pattern: /^(?:owners?|release owner|release manager|manager|author)$/ },
  {
    name: 'Release Date',
    pattern: /^(?:release date|date of release|deploy(?:ment)? date|planned date|release window|date)$/,
  },
  {
    name: 'Release Manager',
    pattern: /^(?:release manager|release lead|release owner|release captain|manager)$/,
  },
  {
    name: 'Approvals Required Before Deploy',
    pattern:
      /^(?:approvals?(?: required)?(?: before deploy(?:ment)?)?|approvers?|approved by|required approvals?)$/,
  },
  { name: 'Estimated Downtime', pattern: /^(?:(?:estimated|expected|planned) )?downtime$/ },
  {
    name: 'Rollback Deadline',
    pattern:
      /^(?:roll-?back deadline|roll-?back decision (?:deadline|by)|roll-?back by|deadline for (?:the )?rollback|roll-?back window|point of no return)$/,
  },
];
const information: readonly WantedField[] = [
  { name: 'Version', pattern: /^(?:version|release version|target version|new version)$/ },
  {
    name: 'Branch / Tag',
    pattern: /^(?:branch ?\/ ?tag|tag ?\/ ?branch|branch|tag|git tag|release tag|release branch)$/,
  },
  {
    name: 'Previous Production Ver',
    pattern:
      /^(?:previous|current|prior|last)\b.*\b(?:ver|version|release|production)\.?$|^rollback version$/,
  },
  { name: 'Changelog', pattern: /^(?:change ?log|release notes?|changes)$/ },
  {
    name: 'Ship/No-Ship Decision',
    pattern: /^(?:ship ?\/ ?no-?ship|go ?\/ ?no-?go|(?:release|ship) decision)\b/,
  },
  {
    name: 'Database Migrations',
    pattern: /^(?:(?:database |db |schema )?migrations?|(?:database|db|schema) changes?)\b/,
  },
];

interface MissingReleaseField extends Match {
  readonly names: readonly string[];
}

const messages = new Messages({
  deadline: 'Missing field "{field}". Operators cannot tell until when a rollback is possible. Add it.',
  one: 'Missing field "{field}". Operators need it during the deployment, with no time to look it up. Add it.',
  many: 'Missing fields: {fields}. Operators need them during the deployment, with no time to look them up. Add them.',
  more: 'Missing fields: {fields} and {count} more. Operators need them during the deployment. Add them.',
});

export const missingReleaseField = defineRule<MissingReleaseField>({
  meta: {
    name: 'missing-release-field',
    summary: 'A release runbook without a field such as the rollback deadline',
    severity: 'warning',
    scope: ['release'],
    since: '0.1.0',
    group: 'release',
    absentFrom: 'document',
  },
  *find(context) {
    const { runbook } = context;
    const title = titleSpanOf(runbook);
    for (const { names, nameSpan } of missingFields(runbook, header))
      yield { span: nameSpan ?? title, names };
    const section = findSection(runbook, /^release (?:information|details)$/)?.nameSpan ?? title;
    for (const { names, nameSpan } of missingFields(runbook, information))
      yield { span: nameSpan ?? section, names };
  },
  message({ names }) {
    const [field = ''] = names;
    if (names.length === 1) return messages.of(field === 'Rollback Deadline' ? 'deadline' : 'one', { field });
    const { listed, more } = leadingNames(names);
    if (more === 0) return messages.of('many', { fields: listed });
    return messages.of('more', { fields: listed, count: more });
  },
});
