/** Findings as a Code Quality report, which GitLab shows in merge requests. */
import { printableJson } from '../../text/printable';
import type { CheckedWorkspace } from '../folder-check';
import { fromHere } from '../from-here';
import { Fingerprints } from './fingerprint';

const severities = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const;

/** One array for all folders. Files are named from `here`, the absolute path of the folder that the tool runs in. */
export function reportGitlab(checked: readonly CheckedWorkspace[], here: string): string {
  // of two issues with the same fingerprint GitLab shows one
  const prints = new Fingerprints();
  const issues = checked.flatMap(({ root, findings }) => {
    const lead = fromHere(root, here);
    return findings.map((reported) => {
      const { file, rule, severity, message, line, endLine } = reported.row;
      const path = lead + file;
      return {
        description: message,
        check_name: rule,
        fingerprint: prints.of(reported, path),
        severity: severities[severity],
        location: { path, lines: { begin: line, end: endLine } },
      };
    });
  });
  return `${printableJson(JSON.stringify(issues, null, 2))}\n`;
}
