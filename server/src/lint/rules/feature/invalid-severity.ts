/** An unknown severity in a table of alerts or errors. */
import { isGap } from '../../../document/placeholders/gaps';
import { isTemplateValue } from '../../../document/fields/front-matter-values';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { cellWords, columnOf } from '../../../document/sections/table-cells';

interface InvalidSeverity extends Match {
  readonly value: string;
  readonly severities: readonly string[];
}

/** Traffic-light colors are a scale of their own. */
const colors = new Set([
  'red',
  'amber',
  'yellow',
  'orange',
  'green',
  'blue',
  'purple',
  'black',
  'white',
  'grey',
  'gray',
]);

const messages = new Messages({
  unknown: 'Unknown severity "{value}": on-call cannot prioritize it. Use one of {severities}.',
  levels: 'Unknown severity "{value}": on-call cannot prioritize it. Use P1 to P5 or SEV1 to SEV5.',
});

export const invalidSeverity = defineRule<InvalidSeverity>({
  meta: {
    name: 'invalid-severity',
    summary: 'An alert or error with an unknown severity',
    severity: 'information',
    scope: ['feature'],
    options: {
      severities: {
        type: 'string-list',
        default: ['Critical', 'High', 'Medium', 'Low', 'Warning', 'Info'],
        description: 'Severities that alerts and errors may have, besides P1 to P5 and SEV1 to SEV5',
      },
    },
    since: '0.1.0',
    group: 'feature',
    yieldsTo: ['placeholder'],
  },
  *find(context) {
    const { runbook, options } = context;
    const severities = Array.isArray(options['severities']) ? options['severities'].map(String) : [];
    const known = new Set(severities.map((severity) => severity.toLowerCase()));
    for (const table of runbook.tables) {
      const column = columnOf(table, /^severity$/);
      if (column < 0) continue;
      for (const { cells } of table.rows) {
        const cell = cells[column];
        const value = cellWords(runbook, cell).replace(/^[^\p{L}\p{N}[{<]{1,12}/u, '');
        const word = /^[\p{L}-]+/u.exec(value)?.[0].toLowerCase() ?? '';
        if (cell === undefined || value === '') continue;
        if (isTemplateValue(value) && !isGap(context, cell.span)) continue;
        if (
          colors.has(word) ||
          known.has(word) ||
          /^(?:p|s|sev)[- ]?[0-5]\b/i.test(value) ||
          /^informational\b/i.test(value)
        )
          continue;
        yield { span: cell.span, value, severities };
      }
    }
  },
  message({ value, severities }) {
    if (severities.length === 0) return messages.of('levels', { value });
    return messages.of('unknown', { value, severities: severities.join(', ') });
  },
});
