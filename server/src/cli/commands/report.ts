/** `runbook report`: the state of the runbooks of one or more folders. */
import { readDay } from '../check-request';
import { openWorkspace } from '../open-workspace';
import { reportHtml } from '../reporters/report-html';
import { reportMarkdown } from '../reporters/report-markdown';
import { reportPlain } from '../reporters/report-plain';
import type { FolderReport } from '../reporters/report-sections';
import { exitCodes, type Terminal } from '../terminal';

export interface ReportOptions {
  readonly format: string;
  readonly today?: string;
  readonly config?: string;
  readonly color?: boolean;
}

type Reporter = (reports: readonly FolderReport[], terminal: Terminal) => string;

const reporters: ReadonlyMap<string, Reporter> = new Map<string, Reporter>([
  ['text', reportPlain],
  ['json', (reports) => `${JSON.stringify({ workspaces: reports }, null, 2)}\n`],
  ['markdown', reportMarkdown],
  ['html', reportHtml],
]);

/** Names of the formats, for the help. */
export const reportFormats: readonly string[] = [...reporters.keys()];

/** Prints the report on the folders; returns the exit code. @throws UsageError for unusable paths. */
export async function report(
  paths: readonly string[],
  { format, today, config, color }: ReportOptions,
  given: Terminal,
): Promise<number> {
  const day = readDay(today);
  const terminal = { ...given, colors: color ?? given.colors };
  const reports: FolderReport[] = [];
  for (const path of paths) {
    const options = config === undefined ? { today: day } : { today: day, config };
    const { service, problems } = await openWorkspace(path, options, terminal);
    for (const problem of problems) terminal.error(`runbook: ${problem}\n`);
    reports.push({ folder: path, ...service.report() });
  }
  terminal.out(reporters.get(format)?.(reports, terminal) ?? '');
  return exitCodes.ok;
}
