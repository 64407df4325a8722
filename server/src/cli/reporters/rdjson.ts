/** Findings in the Reviewdog Diagnostic Format, with automatic fixes as suggestions. Columns count bytes of UTF-8. */
import { rulePage } from '../../service';
import { printableJson } from '../../text/printable';
import type { CheckedWorkspace, Place, ReportedFinding } from '../folder-check';
import { fromHere } from '../from-here';
import { configurationPage, project } from './project';

const severities = { error: 'ERROR', warning: 'WARNING', information: 'INFO', hint: 'INFO' } as const;

/** One result for all folders. Files are named from `here`, the absolute path of the folder that the tool runs in. */
export function reportRdjson(checked: readonly CheckedWorkspace[], here: string): string {
  const diagnostics = checked.flatMap(({ root, findings }) => {
    const lead = fromHere(root, here);
    return findings.map((finding) => toDiagnostic(finding, lead));
  });
  const result = { source: { name: 'runbook', url: project }, diagnostics };
  return `${printableJson(JSON.stringify(result, null, 2))}\n`;
}

function toDiagnostic({ row, details }: ReportedFinding, lead: string): object {
  const { file, rule, severity, message } = row;
  const suggestion = details?.suggestion ?? null;
  return {
    message,
    location: { path: lead + file, range: toRange(details?.bytes ?? row) },
    severity: severities[severity],
    code: { value: rule, url: rule === 'configuration' ? configurationPage : rulePage(rule) },
    ...(suggestion === null
      ? {}
      : { suggestions: [{ range: toRange(suggestion.bytes), text: suggestion.text }] }),
  };
}

function toRange({ line, column, endLine, endColumn }: Place): object {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}
