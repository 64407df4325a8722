/** A risk of weight that no runbook answers. */
import { keyOf, type Identifier } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { bodyOf, referencesIn } from '../../../document/entries/entry-text';
import { nameSpanOf } from '../../../document/fields/fields';
import { weightOf } from '../../../document/entries/risk-weight';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface UnansweredRisk extends Match {
  readonly entry: Entry;
  /** What makes it weigh: `Impact High`. */
  readonly weight: string;
}

export const riskWithoutRunbook = defineRule<UnansweredRisk>({
  meta: {
    name: 'risk-without-runbook',
    summary: 'A high or medium risk that no runbook names',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
  },
  *find(context) {
    const { runbook, workspace, quiet } = context;
    // where nobody keeps runbooks, none can answer
    if (quiet || !workspace.owns('RUN')) return;
    for (const entry of runbook.entries) {
      if (entry.id.prefix !== 'RISK' || entry.stub || entry.deprecated !== null) continue;
      const weight = weightOf(runbook, entry);
      if (weight !== null && !isNamedByRunbook(entry, context))
        yield { span: nameSpanOf(entry), entry, weight };
    }
  },
  message({ entry, weight }, { runbook, workspace }) {
    const [own] = referencesIn(runbook, bodyOf(entry)).flatMap(({ id }) =>
      id?.prefix === 'RUN' && isInForce(id, workspace) ? [id.text] : [],
    );
    const advice =
      own === undefined
        ? `Name ${entry.id.text} in the Linked IDs of the runbook that answers it, or write that runbook`
        : `${own} is named here: name ${entry.id.text} in its Linked IDs`;
    return {
      message: `${entry.id.text} (${weight}) is named by no runbook: when it happens, nobody finds what to do. ${advice}.`,
    };
  },
});

/** Whether a runbook exists and is not deprecated: only such a one is worth a recommendation. */
function isInForce(id: Identifier, workspace: RuleContext['workspace']): boolean {
  const definition = workspace.definition(keyOf(id));
  return definition !== undefined && !definition.deprecated;
}

function isNamedByRunbook({ id }: Entry, { workspace }: RuleContext): boolean {
  return workspace.someReference(keyOf(id), ({ within, excluded }, uri) => {
    if (excluded !== null) return false;
    if (within.startsWith('RUN-')) return true;
    const own = workspace.document(uri)?.definitions ?? [];
    return (
      within === '' &&
      own.some((definition) => definition.form === 'file-name' && definition.id.prefix === 'RUN')
    );
  });
}
