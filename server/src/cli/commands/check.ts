/** `runbook check`: findings of one or more folders, as text for people or JSON for programs. */
import { today as currentDay } from '../../disk/today';
import { checkWorkspace, type CheckedWorkspace } from '../check-workspace';
import { reportJson } from '../reporters/json';
import { reportText } from '../reporters/text';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export interface CheckOptions {
  readonly format: string;
  readonly today?: string;
}

/** Checks the folders; returns the exit code. @throws UsageError for wrong options and unusable paths. */
export async function check(
  paths: readonly string[],
  { format, today = currentDay() }: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`there is no format "${format}": use text or json.`);
  if (!isDay(today)) throw new UsageError(`"${today}" is no date: write --today as YYYY-MM-DD.`);
  const checked: CheckedWorkspace[] = [];
  for (const path of paths) {
    const workspace = await checkWorkspace(path, today);
    checked.push(paths.length === 1 ? workspace : inFolder(path, workspace));
  }
  for (const problem of checked.flatMap(({ problems }) => problems)) terminal.error(`runbook: ${problem}\n`);
  terminal.out(format === 'json' ? reportJson(checked) : reportText(checked, terminal.colors));
  return checked.some(({ rows }) => rows.some(({ severity }) => severity === 'error'))
    ? exitCodes.findings
    : exitCodes.ok;
}

/** Of several folders, each file is named with the folder that was given. */
function inFolder(path: string, workspace: CheckedWorkspace): CheckedWorkspace {
  const lead = `${path.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
  return {
    ...workspace,
    rows: workspace.rows.map((row) => ({ ...row, file: lead + row.file })),
    problems: workspace.problems.map((problem) => lead + problem),
    sourceLine: (file, line) => workspace.sourceLine(file.slice(lead.length), line),
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
