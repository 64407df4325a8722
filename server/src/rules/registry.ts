/** The one list of rules. */
import { danglingId } from './checks/dangling-id';
import { duplicateId } from './checks/duplicate-id';
import { missingRollback } from './checks/missing-rollback';
import { missingVerification } from './checks/missing-verification';
import { stubEntry } from './checks/stub-entry';
import { unclosedFence } from './checks/unclosed-fence';
import { unfilledTemplate } from './checks/unfilled-template';
import type { Rule } from './rule';

/** All rules, by name. */
export const rules: readonly Rule[] = [
  danglingId,
  duplicateId,
  missingRollback,
  missingVerification,
  stubEntry,
  unclosedFence,
  unfilledTemplate,
];

export const ruleNames: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.name));
