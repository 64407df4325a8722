/** A reference to an entry of this workspace that is not defined. */
import type { Identifier } from '../../../model/identifier';
import type { Mention } from '../../../model/runbook';
import { createEntry } from '../../shared/create-entry';
import { placesOf } from '../../../document/links/link-ids';
import { nearestIdentifier } from '../../../index/nearest-identifier';
import { retargetEdits } from '../../shared/retarget';
import { Messages } from '../../message';
import { defineRule, type Choice, type Match } from '../../rule';
import { undefinedIds } from '../../shared/undefined-ids';

interface DanglingId extends Match {
  readonly id: Identifier;
  readonly mention: Mention;
}

const messages = new Messages({
  undefined:
    '{id} is not defined anywhere, so this reference is a dead end. Add the entry, or correct the ID.',
  similar:
    '{id} is not defined anywhere, so this reference is a dead end. Did you mean {similar}? If not, add the entry.',
  similarTitle:
    '{id} is not defined anywhere, so this reference is a dead end. Did you mean {similar} ("{title}")? If not, add it.',
});

export const danglingId = defineRule<DanglingId>({
  meta: {
    name: 'dangling-id',
    summary: 'A reference to an entry that is not defined in the workspace',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    group: 'identifiers',
    absentFrom: 'name',
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
  message({ id: undefinedId }, { workspace }) {
    const id = undefinedId.text;
    const nearest = nearestIdentifier(undefinedId, workspace);
    if (nearest === null) return messages.of('undefined', { id });
    const similar = nearest.id.text;
    return nearest.title === ''
      ? messages.of('similar', { id, similar })
      : messages.of('similarTitle', { id, similar, title: nearest.title });
  },
  choices({ id, mention }, context) {
    const fixes: Choice[] = [];
    const nearest = nearestIdentifier(id, context.workspace);
    if (nearest !== null)
      fixes.push({
        title:
          nearest.title === ''
            ? context.say`Replace ${id.text} with ${nearest.id.text}`
            : context.say`Replace ${id.text} with ${nearest.id.text} (${nearest.title})`,
        edits: new Map([[context.place.uri, retargetEdits(context, mention, nearest)]]),
        automatic: false,
        removes: 'id',
      });
    const created = createEntry(context, id, '');
    if (created !== null) fixes.push(created);
    return fixes;
  },
});
