/** A row of the change log about an entry that does not exist. */
import type { Identifier } from '../../../model/identifier';
import { changeLogsOf, idCellOf, mentionsIn } from '../../../document/links/change-log';
import { placesOf } from '../../../document/links/link-ids';
import { nearestIdentifier } from '../../../index/nearest-identifier';
import { defineRule, type Match } from '../../rule';
import { isUndefined } from '../../shared/undefined-ids';

interface UnknownId extends Match {
  readonly id: Identifier;
}

export const changeLogUnknownId = defineRule<UnknownId>({
  meta: {
    name: 'change-log-unknown-id',
    summary: 'A row of the change log that names an entry which is defined nowhere',
    severity: 'warning',
    scope: ['sot'],
    since: '0.1.0',
    group: 'sot',
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
    const advice =
      nearest === null
        ? 'Bring the entry back, marked as deprecated, or correct the number'
        : `Did you mean ${nearest.id.text}? Otherwise bring the entry back, marked as deprecated`;
    return {
      message: `The change log speaks of ${id.text}, which is defined nowhere: entries are deprecated, never deleted, so that old references still lead somewhere. ${advice}.`,
    };
  },
});
