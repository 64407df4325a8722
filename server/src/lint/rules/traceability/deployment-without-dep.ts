/** A deployment runbook that is not linked to a deployment entry. */
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { bodyOf, namesPrefix } from '../../../document/entries/entry-text';
import { nameSpanOf, valueOf, wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface UnlinkedDeployment extends Match {
  readonly entry: Entry;
}

const messages = new Messages({
  noDeployment:
    '{id} is a deployment runbook without a DEP entry for its criteria and rollback. Add that entry to its linked IDs.',
});

export const deploymentWithoutDep = defineRule<UnlinkedDeployment>({
  meta: {
    name: 'deployment-without-dep',
    summary: 'A deployment runbook without a deployment entry',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
    absentFrom: 'part',
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
    return messages.of('noDeployment', { id: entry.id.text });
  },
});
