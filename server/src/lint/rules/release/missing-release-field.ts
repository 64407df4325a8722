/** A release runbook that leaves out what has to be known before the deploy. */
import { titleSpanOf } from '../../../document/document-title';
import { missingFields, type WantedField } from '../../../document/fields/missing-fields';
import { defineRule, type Match } from '../../rule';
import { findSection } from '../../../document/sections/section-lookup';

const head: readonly WantedField[] = [
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
      /^(?:roll-?back deadline|roll-?back decision (?:deadline|by)|roll-?back by|deadline for (?:the )?rollback|point of no return)$/,
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
  { name: 'Ship/No-Ship Decision', pattern: /^(?:ship ?\/ ?no-?ship|go ?\/ ?no-?go|release decision)\b/ },
  { name: 'Database Migrations', pattern: /^(?:database |db |schema )?migrations?\b/ },
];

interface MissingReleaseField extends Match {
  readonly names: readonly string[];
}

export const missingReleaseField = defineRule<MissingReleaseField>({
  meta: {
    name: 'missing-release-field',
    summary: 'A release runbook that leaves out a field such as the rollback deadline',
    severity: 'warning',
    scope: ['release'],
    since: '0.1.0',
    group: 'release',
  },
  *find(context) {
    const { runbook } = context;
    const title = titleSpanOf(runbook);
    for (const { names, nameSpan } of missingFields(runbook, head)) yield { span: nameSpan ?? title, names };
    const section = findSection(runbook, /^release (?:information|details)$/)?.nameSpan ?? title;
    for (const { names, nameSpan } of missingFields(runbook, information))
      yield { span: nameSpan ?? section, names };
  },
  message({ names }) {
    const why = names.includes('Rollback Deadline')
      ? 'nobody knows until when turning back is still possible'
      : 'it will be asked for when there is no time to look';
    return {
      message: `This release runbook does not give ${names.join(', ')}: ${why}. Fill ${names.length === 1 ? 'it' : 'them'} in.`,
    };
  },
});
