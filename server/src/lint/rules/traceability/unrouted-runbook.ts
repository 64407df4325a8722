/** A runbook that nothing leads to. */
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { defineRule, type Match } from '../../rule';

interface UnroutedRunbook extends Match {
  readonly entry: Entry;
}

export const unroutedRunbook = defineRule<UnroutedRunbook>({
  meta: {
    name: 'unrouted-runbook',
    summary: 'A runbook that no alert, deployment, risk or other document refers to',
    severity: 'hint',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
  },
  *find({ workspace, entries, quiet, runbook, place: { uri: here } }) {
    // where only runbooks are kept, nothing is there to lead to them
    if (quiet || !origins.some((prefix) => workspace.owns(prefix))) return;
    const navigation = runbook.parts.filter(({ role }) => role === 'navigation');
    for (const entry of entries) {
      if (entry.id.prefix !== 'RUN' || entry.deprecated !== null) continue;
      const own = keyOf(entry.id);
      const routed = workspace.someReference(own, ({ excluded, place, field, within, range }, uri) => {
        // lists of what there is (navigation, change logs, registers) lead nobody anywhere
        if (excluded !== null || within === own || place === 'navigation' || field === 'id') return false;
        const at = runbook.lines.offsetAt(range.start);
        return uri !== here || !navigation.some(({ span }) => span.start <= at && at < span.end);
      });
      if (!routed) yield { span: nameSpanOf(entry), entry };
    }
  },
  message({ entry }) {
    return {
      message: `Nothing refers to ${entry.id.text}, so it is found only by those who know it. Name it in the alert, deployment, risk or runbook that leads to it.`,
    };
  },
});

/** Prefixes of the entries that lead to runbooks. */
const origins = ['MON', 'DEP'];
