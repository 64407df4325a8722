/** Findings as one JSON array, of the form that is promised to other programs. */
import type { PrintedFinding } from '../../service';
import type { CheckedWorkspace } from '../folder-check';
import { printableJson } from '../../text/printable';

/** The rows of all workspaces, one a line; ends with a line feed. */
export function reportJson(checked: readonly CheckedWorkspace[]): string {
  const rows = checked.flatMap(({ lead, findings }) =>
    findings.map(({ row: { byTime, ...row }, accepted }) => {
      const finding: PrintedFinding = {
        ...row,
        file: lead + row.file,
        ...(byTime ? { byTime: true } : {}),
        ...(accepted ? { accepted: true } : {}),
      };
      return printableJson(JSON.stringify(finding));
    }),
  );
  return rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`;
}
