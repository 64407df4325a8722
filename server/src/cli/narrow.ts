/** What of a check is asked for: by files, rules, severities and time. */
import { changedLines } from './changed-files';
import type { CheckRequest } from './check-request';
import type { CheckedWorkspace, Row } from './folder-check';
import type { ReadFolder } from './read-folder';
import { selects, type Selection } from './selection';

/** A check whose findings are held against the baseline. */
export type JudgedCheck = Omit<CheckedWorkspace, 'root' | 'lead'>;

/** What of a check is asked for. */
export function narrow(check: JudgedCheck, selection: Selection, { quiet, time }: CheckRequest): JudgedCheck {
  const { files } = selection;
  return {
    ...check,
    documents: files === null ? check.documents : check.documents.filter((file) => files.has(file)),
    findings: check.findings.filter(
      ({ row }) =>
        selects(selection, row.file, row.rule) &&
        (!quiet || row.severity === 'error') &&
        (time === null || time === 'all' || row.byTime === (time === 'only')),
    ),
  };
}

/** What came with time alone, on lines that the change did not touch, is not the change's. */
export async function withoutUntouched(
  check: JudgedCheck,
  { root }: ReadFolder,
  { since, time }: CheckRequest,
): Promise<JudgedCheck> {
  if (since === null || time !== null || !check.findings.some(({ row }) => row.byTime)) return check;
  const files = new Set(check.findings.flatMap(({ row }) => (row.byTime ? [row.file] : [])));
  const changed = new Map<string, Awaited<ReturnType<typeof changedLines>>>();
  for (const file of files) changed.set(file, await changedLines(root, since, file));
  const isTouched = ({ file, line, endLine }: Row): boolean =>
    changed.get(file)?.some(([first, last]) => first <= endLine && line <= last) ?? true;
  return { ...check, findings: check.findings.filter(({ row }) => !row.byTime || isTouched(row)) };
}
