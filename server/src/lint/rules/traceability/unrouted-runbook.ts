/** A runbook that nothing refers to. */
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface UnroutedRunbook extends Match {
  readonly entry: Entry;
}

const messages = new Messages({
  unrouted:
    'Nothing refers to {id}, so on-call will not find it. Name it in the alert, deployment, risk or runbook that needs it.',
});

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
    // a workspace of runbooks only has nothing to route to them
    if (quiet || !origins.some((prefix) => workspace.owns(prefix))) return;
    const navigation = runbook.parts.filter(({ role }) => role === 'navigation');
    for (const entry of entries) {
      if (entry.id.prefix !== 'RUN' || entry.deprecated !== null) continue;
      const own = keyOf(entry.id);
      const routed = workspace.someReference(own, ({ excluded, place, field, within, range }, uri) => {
        // lists of everything (navigation, change logs, registers) are no route
        if (excluded !== null || within === own || place === 'navigation' || field === 'id') return false;
        const at = runbook.lines.offsetAt(range.start);
        return uri !== here || !navigation.some(({ span }) => span.start <= at && at < span.end);
      });
      if (!routed) yield { span: nameSpanOf(entry), entry };
    }
  },
  message({ entry }) {
    return messages.of('unrouted', { id: entry.id.text });
  },
});

/** Prefixes of the entries that refer to runbooks. */
const origins = ['MON', 'DEP'];
