/** `runbook-md report`: the state of the runbooks of one or more folders. */
import { readDay } from '../check-request';
import { openWorkspace } from '../open-workspace';
import { printable, printableJson } from '../../text/printable';
import { readFolder } from '../read-folder';
import { reportFormats, type ReportFormat } from '../report-formats';
import { reportPlain } from '../reporters/report-plain';
import { reportFile, type FolderReport, type Report } from '../../service';
import { atOnce } from '../../text/slices';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export interface ReportOptions {
  readonly format: string;
  readonly today?: string;
  readonly config?: string;
  readonly color?: boolean;
  readonly allowOutside?: true;
}

type Reporter = (reports: readonly FolderReport[], terminal: Terminal) => string;

const reporters: Readonly<Record<ReportFormat, Reporter>> = {
  text: reportPlain,
  json: (reports) => `${printableJson(JSON.stringify({ workspaces: reports } satisfies Report, null, 2))}\n`,
  html: (reports) => reportFile.html(reports),
  markdown: (reports) => reportFile.markdown(reports),
  csv: (reports) => reportFile.csv(reports),
  badge: (reports) => reportFile.badge(reports),
  shields: (reports) => reportFile.shields(reports),
};

/** Prints the report on the folders; returns the exit code. @throws UsageError for wrong options and unusable paths. */
export async function report(
  paths: readonly string[],
  { format, today, config, color, allowOutside }: ReportOptions,
  given: Terminal,
): Promise<number> {
  const name = reportFormats.find((one) => one === format);
  if (name === undefined)
    throw new UsageError(`unknown format "${format}". Use one of ${reportFormats.join(', ')}.`);
  const day = readDay(today);
  const terminal = { ...given, colors: color ?? given.colors };
  const reports: FolderReport[] = [];
  for (const path of paths) {
    const folder = await readFolder(
      path,
      { config: config ?? null, allowOutside: allowOutside === true },
      terminal,
    );
    const { service, problems } = await openWorkspace(folder, { today: day, snapshots: null }, terminal);
    for (const problem of problems) terminal.error(`runbook-md: ${printable(problem)}\n`);
    reports.push({ folder: path, ...atOnce(service.report()) });
  }
  terminal.out(reporters[name](reports, terminal));
  return exitCodes.ok;
}
