/** Findings as one JSON array: `{file, line, column, endLine, endColumn, rule, severity, message, fixable}`. */
import type { CheckedWorkspace } from '../folder-check';
import { printableJson } from '../../text/printable';

/** The rows of all workspaces, one a line; ends with a line feed. */
export function reportJson(checked: readonly CheckedWorkspace[]): string {
  const rows = checked.flatMap(({ lead, findings }) =>
    findings.map(({ row: { byTime, ...row }, accepted }) =>
      printableJson(
        JSON.stringify({
          ...row,
          file: lead + row.file,
          ...(byTime ? { byTime } : {}),
          ...(accepted ? { accepted } : {}),
        }),
      ),
    ),
  );
  return rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`;
}
