/** A row of the change log about an undefined entry. */
import type { Identifier } from '../../../model/identifier';
import { changeLogsOf, idCellOf, mentionsIn } from '../../../document/links/change-log';
import { placesOf } from '../../../document/links/link-ids';
import { nearestIdentifier } from '../../../index/nearest-identifier';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { isUndefined } from '../../shared/undefined-ids';

interface UnknownId extends Match {
  readonly id: Identifier;
}

const messages = new Messages({
  near: 'The change log lists {id}, which is not defined. Did you mean {nearest}? If it was deleted, restore it as deprecated.',
  undefined:
    'The change log lists {id}, which is not defined, so references to it break. Restore it as deprecated, or correct the ID.',
});

export const changeLogUnknownId = defineRule<UnknownId>({
  meta: {
    name: 'change-log-unknown-id',
    summary: 'A row of the change log with an undefined ID',
    severity: 'warning',
    scope: ['sot'],
    since: '0.1.0',
    group: 'sot',
    absentFrom: 'name',
    yieldsTo: ['malformed-id'],
  },
  *find(context) {
    const { runbook, quiet } = context;
    if (quiet) return;
    for (const log of changeLogsOf(runbook)) {
      for (const row of log.table.rows) {
        const cell = idCellOf(log, row);
        if (cell === undefined) continue;
        for (const mention of mentionsIn(runbook, cell)) {
          const { id, span, excluded, place } = mention;
          if (id === null || excluded !== null || place === 'link-target') continue;
          if (isUndefined(id, context)) yield { span, id, covers: placesOf(runbook, mention) };
        }
      }
    }
  },
  message({ id }, { workspace }) {
    const nearest = nearestIdentifier(id, workspace);
    return nearest === null
      ? messages.of('undefined', { id: id.text })
      : messages.of('near', { id: id.text, nearest: nearest.id.text });
  },
});
