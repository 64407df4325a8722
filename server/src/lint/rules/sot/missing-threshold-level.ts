/** Thresholds that know only one of Warning and Critical. */
import type { DocumentTable, Entry, Runbook } from '../../../model/runbook';
import { bodyOf, tablesIn } from '../../../document/entries/entry-text';
import { wordsAt } from '../../../document/fields/fields';
import { defineRule, type Match } from '../../rule';

interface MissingLevel extends Match {
  readonly entry: Entry;
  readonly missing: 'Warning' | 'Critical';
}

export const missingThresholdLevel = defineRule<MissingLevel>({
  meta: {
    name: 'missing-threshold-level',
    summary: 'A monitoring entry with a threshold for one of Warning and Critical only',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'sot',
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'MON' || entry.deprecated !== null) continue;
      for (const table of tablesIn(runbook, bodyOf(entry))) {
        const level = table.columns.findIndex((name) => /^(?:level|severity)$/.test(name));
        if (level < 0 || !table.columns.some((name) => /\b(?:threshold|value|condition)s?\b/.test(name)))
          continue;
        const words = levelsOf(runbook, table, level);
        const warns = words.some((word) => /^warn/i.test(word));
        const pages = words.some((word) => /^crit/i.test(word));
        const cell = table.rows[0]?.cells[level];
        // other names for levels are a scale of their own
        if (warns === pages || cell === undefined) continue;
        yield { span: cell.span, entry, missing: warns ? 'Critical' : 'Warning' };
      }
    }
  },
  message({ entry, missing }) {
    return {
      message: `${entry.id.text} has no ${missing} level: ${
        missing === 'Warning'
          ? 'the first that anybody hears of it is the page'
          : 'it never pages, however bad it gets'
      }. Add a row for it.`,
    };
  },
});

function levelsOf(runbook: Runbook, { rows }: DocumentTable, column: number): string[] {
  return rows.map(({ cells }) => {
    const cell = cells[column];
    return cell === undefined ? '' : wordsAt(runbook, cell.span).replace(/^[^A-Za-z]+/, '');
  });
}
