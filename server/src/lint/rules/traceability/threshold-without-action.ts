/** A critical threshold without an action. */
import type { DocumentTable, Entry, Runbook } from '../../../model/runbook';
import type { TableRow } from '../../../model/markdown';
import { bodyOf, tablesIn } from '../../../document/entries/entry-text';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface IdleThreshold extends Match {
  readonly entry: Entry;
}

const messages = new Messages({
  noAction:
    'The critical threshold of {id} has no action, so on-call is paged and has to guess. Add the first action and its runbook.',
});

export const thresholdWithoutAction = defineRule<IdleThreshold>({
  meta: {
    name: 'threshold-without-action',
    summary: 'A critical threshold without an action',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
    absentFrom: 'part',
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'MON' || entry.deprecated !== null) continue;
      for (const table of tablesIn(runbook, bodyOf(entry))) {
        const level = table.columns.findIndex((name) => /^(?:level|severity)$/.test(name));
        if (level < 0 || !table.columns.some((name) => /\b(?:threshold|value|condition)s?\b/.test(name)))
          continue;
        for (const row of table.rows) {
          const cell = row.cells[level];
          if (cell === undefined || !/^[*_`\W]*crit(?:ical)?\b/i.test(wordsAt(runbook, cell.span))) continue;
          if (!hasAction(runbook, table, row)) yield { span: cell.span, entry };
        }
      }
    }
  },
  message({ entry }) {
    return messages.of('noAction', { id: entry.id.text });
  },
});

/** Columns that describe the threshold itself; any other column may hold an action. */
const describing =
  /^(?:level|severity|metric|name|notes?|unit|colou?r|window|duration|for|period|evaluation|.*\b(?:threshold|value|condition)s?)$/;

function hasAction(runbook: Runbook, { columns }: DocumentTable, { cells }: TableRow): boolean {
  return columns.some((name, index) => {
    const cell = cells[index];
    if (cell === undefined || describing.test(name)) return false;
    return !/^(?:|[-–—.*_\s]+|n\/?a|none|nothing|\?+)$/i.test(wordsAt(runbook, cell.span).trim());
  });
}
