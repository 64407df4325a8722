/** A high or medium risk that no runbook covers. */
import { keyOf, type Identifier } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { bodyOf, referencesIn } from '../../../document/entries/entry-text';
import { nameSpanOf } from '../../../document/fields/fields';
import { weightOf, type RiskWeight } from '../../../document/entries/risk-weight';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface UncoveredRisk extends Match {
  readonly entry: Entry;
  /** Why it matters. */
  readonly weight: RiskWeight;
}

const messages = new Messages({
  impact:
    'No runbook covers {id} (Impact {level}), so responders have to improvise. Add it to the linked IDs of a runbook, or write one.',
  likelihood:
    'No runbook covers {id} (Likelihood {level}), so responders have to improvise. Add it to the linked IDs of a runbook, or write one.',
  impactKnown:
    'No runbook names {id} (Impact {level}), so responders may not find {runbook}. Add {id} to the linked IDs of {runbook}.',
  likelihoodKnown:
    'No runbook names {id} (Likelihood {level}), so responders may not find {runbook}. Add {id} to the linked IDs of {runbook}.',
});

export const riskWithoutRunbook = defineRule<UncoveredRisk>({
  meta: {
    name: 'risk-without-runbook',
    summary: 'A high or medium risk that no runbook covers',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
    absentFrom: 'name',
  },
  *find(context) {
    const { runbook, workspace, quiet } = context;
    // a workspace without runbooks cannot cover any risk
    if (quiet || !workspace.owns('RUN')) return;
    for (const entry of runbook.entries) {
      if (entry.id.prefix !== 'RISK' || entry.stub || entry.deprecated !== null) continue;
      const weight = weightOf(runbook, entry);
      if (weight !== null && !isNamedByRunbook(entry, context))
        yield { span: nameSpanOf(entry), entry, weight };
    }
  },
  message({ entry, weight: { by, level } }, { runbook, workspace }) {
    const [own] = referencesIn(runbook, bodyOf(entry)).flatMap((mention) =>
      mention.id?.prefix === 'RUN' && isInForce(mention.id, workspace) ? [mention.id.text] : [],
    );
    const id = entry.id.text;
    return own === undefined
      ? messages.of(by, { id, level })
      : messages.of(by === 'impact' ? 'impactKnown' : 'likelihoodKnown', { id, level, runbook: own });
  },
});

/** Whether a runbook exists and is not deprecated: only then is it worth recommending. */
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
