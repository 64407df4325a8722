/** An identifier of a prefix that this workspace owns, defined nowhere. */
import type { Identifier } from '../../../model/identifier';
import type { Mention } from '../../../model/runbook';
import { createEntry } from '../../shared/create-entry';
import { placesOf } from '../../../document/links/link-ids';
import { nearestIdentifier } from '../../../index/nearest-identifier';
import { retargetEdits } from '../../shared/retarget';
import { defineRule, type Fix, type Match } from '../../rule';
import { undefinedIds } from '../../shared/undefined-ids';

interface DanglingId extends Match {
  readonly id: Identifier;
  readonly mention: Mention;
}

export const danglingId = defineRule<DanglingId>({
  meta: {
    name: 'dangling-id',
    summary: 'An identifier that is defined nowhere in the workspace',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    group: 'identifiers',
    yieldsTo: [
      'nav-unknown-entry',
      'change-log-unknown-id',
      'missing-link-target',
      'link-id-mismatch',
      'malformed-id',
    ],
  },
  *find(context) {
    for (const { mention, id } of undefinedIds(context)) {
      const { place, span } = mention;
      const strict = place !== 'prose' && place !== 'code' && place !== 'table';
      const covers = placesOf(context.runbook, mention);
      yield { span, id, mention, severity: strict ? 'warning' : 'information', covers };
    }
  },
  message({ id }, { workspace }) {
    const nearest = nearestIdentifier(id, workspace);
    const hint =
      nearest === null
        ? 'Define it, or correct the number'
        : `Did you mean ${nearest.id.text}${nearest.title === '' ? '' : ` (${nearest.title})`}? Otherwise define it`;
    return {
      message: `${id.text} is defined nowhere in this workspace, so whoever follows it finds nothing. ${hint}.`,
    };
  },
  fixes({ id, mention }, context) {
    const fixes: Fix[] = [];
    const nearest = nearestIdentifier(id, context.workspace);
    if (nearest !== null)
      fixes.push({
        title: `Replace ${id.text} by ${nearest.id.text}${nearest.title === '' ? '' : ` (${nearest.title})`}`,
        edits: new Map([[context.place.uri, retargetEdits(context, mention, nearest)]]),
        automatic: false,
        removes: 'id',
      });
    const created = createEntry(context, id, '');
    if (created !== null) fixes.push(created);
    return fixes;
  },
});
