/** Findings as workflow commands of GitHub Actions, which shows them at their lines in a pull request. */
import type { CheckedWorkspace, Row } from '../folder-check';
import { fromHere } from '../from-here';

const commands = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** One command a line. Files are named from `here`, the absolute path of the folder that the tool runs in. */
export function reportGithub(checked: readonly CheckedWorkspace[], here: string): string {
  return checked
    .flatMap(({ root, findings }) => findings.map(({ row }) => command(row, fromHere(root, here))))
    .join('');
}

function command({ file, rule, severity, message, ...place }: Row, lead: string): string {
  const { line, column, endLine, endColumn } = place;
  const properties = {
    file: lead + file,
    line,
    // GitHub takes columns only where the first line is the last one too
    ...(line === endLine ? { col: column, endLine, endColumn } : { endLine }),
    title: `Runbook: ${rule}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return text
    .replace(/(?![\r\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
