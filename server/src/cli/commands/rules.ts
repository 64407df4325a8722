/** `runbook-md rules`: the rules that there are. */
import { rules, type ListedRule, type Rule } from '../../service';
import { exitCodes, type Terminal } from '../terminal';

/** Lists all rules by name, as a table for people or as a JSON array of `{name, severity, fixable, summary}`. */
export function listRules(format: string, { out, columns }: Terminal): number {
  const listed = [...rules].sort((a, b) => (a.meta.name < b.meta.name ? -1 : 1));
  out(format === 'json' ? toJson(listed) : toTable(listed, columns));
  return exitCodes.ok;
}

function toJson(listed: readonly Rule[]): string {
  const rows = listed
    .map(({ meta: { name, severity, summary }, fixable }): ListedRule => ({
      name,
      severity,
      fixable,
      summary,
    }))
    .map((row) => JSON.stringify(row));
  return `[\n${rows.join(',\n')}\n]\n`;
}

function toTable(listed: readonly Rule[], columns = Infinity): string {
  const width = Math.max(...listed.map(({ meta }) => meta.name.length));
  const lines = listed.map(({ meta: { name, severity, summary }, fixable }) => {
    const line = `${name.padEnd(width)}  ${severity.padEnd(11)}  ${fixable ? 'fix' : '   '}  ${summary}`;
    return line.length > columns ? `${line.slice(0, columns - 1)}…\n` : `${line}\n`;
  });
  return `${lines.join('')}\n${String(listed.length)} rules; "fix" marks those with fixes. Run "runbook-md explain RULE" for details.\n`;
}
