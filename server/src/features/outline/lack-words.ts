/** What a node of the tree lacks, in words: short sentences without full stop. */
import { words, type Words } from '../../text/say';

/** By the rule that finds it missing. */
const lacks: Readonly<Record<string, Words>> = {
  'missing-category': words`no category`,
  'missing-communication': words`no communication`,
  'missing-contacts': words`no contacts`,
  'missing-data-preservation': words`no data preservation`,
  'missing-entry-field': words`a field is missing`,
  'missing-entry-section': words`a section is missing`,
  'missing-escalation': words`no escalation`,
  'missing-field': words`a field is missing`,
  'missing-front-matter': words`no front matter`,
  'missing-gate-criteria': words`no gate criteria`,
  'missing-go-no-go': words`no go/no-go criteria`,
  'missing-header-field': words`no header field`,
  'missing-last-tested': words`no date of a test`,
  'missing-link-target': words`no link target`,
  'missing-objective': words`no objective`,
  'missing-overview': words`no overview`,
  'missing-owner': words`no owner`,
  'missing-phases': words`no phases`,
  'missing-post-incident': words`no post-incident work`,
  'missing-prerequisites': words`no prerequisites`,
  'missing-recovery-objective': words`no recovery objective`,
  'missing-release-field': words`no release field`,
  'missing-role': words`a part is missing`,
  'missing-rollback': words`no rollback`,
  'missing-rollback-plan': words`no rollback plan`,
  'missing-rollback-trigger': words`no rollback trigger`,
  'missing-scope': words`no scope`,
  'missing-section': words`a section is missing`,
  'missing-smoke-test': words`no smoke test`,
  'missing-tasks': words`no tasks`,
  'missing-threshold-level': words`no threshold level`,
  'missing-trigger': words`no trigger`,
  'missing-validation': words`no validation`,
  'missing-verification': words`no verification`,
  'stale-last-tested': words`tested too long ago`,
};

/** What the finding of a rule says in short; null for rules that find nothing missing. */
export function lackOf(rule: string): Words | null {
  return Object.hasOwn(lacks, rule) ? (lacks[rule] ?? null) : null;
}
