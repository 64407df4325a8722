/** A row of the change log about an entry that does not exist (`domain.md` section 5, SoT file). */
import { keyOf, type Identifier } from '../../model/identifier';
import { changeLogsOf, idCellOf, mentionsIn } from '../change-log';
import { nearestIdentifier } from '../nearest-identifier';
import { defineRule, type Match } from '../rule';

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
    source: 'section 5, SoT file',
  },
  *find({ runbook, workspace, quiet }) {
    if (quiet) return;
    for (const log of changeLogsOf(runbook)) {
      for (const row of log.table.rows) {
        const cell = idCellOf(log, row);
        if (cell === undefined) continue;
        for (const { id, span, excluded, place } of mentionsIn(runbook, cell)) {
          if (id === null || excluded !== null || place === 'link-target') continue;
          if (workspace.lacksFolders || !workspace.owns(id.prefix)) continue;
          if (workspace.definition(keyOf(id)) === undefined) yield { span, id };
        }
      }
    }
  },
  word({ id }, { workspace }) {
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
