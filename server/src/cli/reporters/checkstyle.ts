/** Findings as Checkstyle XML, which many build servers and review tools read. */
import { escapeXml } from '../../text/escape-markup';
import type { CheckedWorkspace, Row } from '../folder-check';
import { fromHere } from '../from-here';

const severities = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const;

/** Files without findings are left out. They are named from `here`, the absolute path of the folder that the tool runs in. */
export function reportCheckstyle(checked: readonly CheckedWorkspace[], here: string): string {
  const byFile = new Map<string, Row[]>();
  for (const { root, findings } of checked) {
    const lead = fromHere(root, here);
    for (const { row } of findings) {
      const own = byFile.get(lead + row.file);
      if (own === undefined) byFile.set(lead + row.file, [row]);
      else own.push(row);
    }
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    // the version of the form, of which there is one
    '<checkstyle version="4.3">',
    ...[...byFile].flatMap(([file, rows]) => [
      `  <file name="${escapeXml(file)}">`,
      ...rows.map((row) => `    ${toError(row)}`),
      '  </file>',
    ]),
    '</checkstyle>',
    '',
  ].join('\n');
}

function toError({ line, column, severity, message, rule }: Row): string {
  const place = `line="${String(line)}" column="${String(column)}"`;
  return `<error ${place} severity="${severities[severity]}" message="${escapeXml(message)}" source="runbook.${escapeXml(rule)}"/>`;
}
