/** Thresholds with only one of Warning and Critical. */
import type { DocumentTable, Entry, Runbook } from '../../../model/runbook';
import { bodyOf, tablesIn } from '../../../document/entries/entry-text';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface MissingLevel extends Match {
  readonly entry: Entry;
  readonly missing: 'warning' | 'critical';
}

const messages = new Messages({
  warning: '{entry} has no Warning level, so the first sign of trouble is a page. Add a row for Warning.',
  critical:
    '{entry} has no Critical level, so it never pages on-call, however bad it gets. Add a row for Critical.',
});

export const missingThresholdLevel = defineRule<MissingLevel>({
  meta: {
    name: 'missing-threshold-level',
    summary: 'A monitoring entry with a threshold for only one of Warning and Critical',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'sot',
    absentFrom: 'part',
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'MON' || entry.deprecated !== null) continue;
      for (const table of tablesIn(runbook, bodyOf(entry))) {
        const column = table.columns.findIndex((name) => /^(?:level|severity)$/.test(name));
        if (column < 0 || !table.columns.some((name) => /\b(?:threshold|value|condition)s?\b/.test(name)))
          continue;
        const levels = levelsOf(runbook, table, column);
        const warns = levels.some((level) => /^warn/i.test(level));
        const pages = levels.some(
          (level) =>
            /^crit/i.test(level) || (warns && /^(?:page|p[01]\b|sev|fatal|emergency|urgent)/i.test(level)),
        );
        const cell = table.rows[0]?.cells[column];
        // other names for levels are another scale
        if (warns === pages || cell === undefined) continue;
        yield { span: cell.span, entry, missing: warns ? 'critical' : 'warning' };
      }
    }
  },
  message: ({ entry, missing }) => messages.of(missing, { entry: entry.id.text }),
});

function levelsOf(runbook: Runbook, { rows }: DocumentTable, column: number): string[] {
  return rows.map(({ cells }) => {
    const cell = cells[column];
    return cell === undefined ? '' : wordsAt(runbook, cell.span).replace(/^[^A-Za-z]+/, '');
  });
}
