/** A deployment runbook without the deployment entry that it carries out. */
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { bodyOf, namesPrefix } from '../../../document/entries/entry-text';
import { nameSpanOf, valueOf, wordsAt } from '../../../document/fields/fields';
import { defineRule, type Match } from '../../rule';

interface UnlinkedDeployment extends Match {
  readonly entry: Entry;
}

export const deploymentWithoutDep = defineRule<UnlinkedDeployment>({
  meta: {
    name: 'deployment-without-dep',
    summary: 'A deployment runbook that is linked to no deployment entry',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
  },
  *find({ runbook, workspace, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'RUN' || entry.deprecated !== null) continue;
      const category = valueOf(entry, 'category', 'type');
      if (category === undefined || !/^[*_`]*deployment\b/i.test(wordsAt(runbook, category.span))) continue;
      if (namesPrefix(runbook, bodyOf(entry), 'DEP')) continue;
      const named = workspace
        .references(keyOf(entry.id))
        .some(({ within, excluded }) => excluded === null && within.startsWith('DEP-'));
      if (!named) yield { span: nameSpanOf(entry), entry };
    }
  },
  message({ entry }) {
    return {
      message: `${entry.id.text} deploys something, but no DEP entry belongs to it: criteria and rollback of the deployment are out of sight. Add the DEP entry to its Linked IDs.`,
    };
  },
});
