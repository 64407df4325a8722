/** `runbook check`: findings of one or more folders, in the format that was asked for, fixed on request. */
import { relative, resolve } from 'node:path';
import { toRelativePath, toUri } from '../../disk/paths';
import { changedFiles } from '../changed-files';
import { readCheckOptions, type CheckOptions, type CheckRequest } from '../check-request';
import { checkWorkspace, type CheckedWorkspace } from '../check-workspace';
import { counted } from '../counted';
import { fixWorkspace, type FixOutcome } from '../fix-workspace';
import { openWorkspace, type OpenedWorkspace } from '../open-workspace';
import { reportDifferences, reportFixes } from '../reporters/fixes';
import { reportGithub } from '../reporters/github';
import { reportJson } from '../reporters/json';
import { reportJunit } from '../reporters/junit';
import { reportSarif } from '../reporters/sarif';
import { reportText } from '../reporters/text';
import type { Selection } from '../selection';
import { exitCodes, type Terminal } from '../terminal';
import { UsageError } from '../usage-error';

type Reporter = (checked: readonly CheckedWorkspace[], terminal: Terminal, fixed: boolean) => string;

const reporters: ReadonlyMap<string, Reporter> = new Map<string, Reporter>([
  ['text', reportText],
  ['json', reportJson],
  ['sarif', (checked) => reportSarif(checked, process.cwd())],
  ['github', (checked) => reportGithub(checked, process.cwd())],
  ['junit', reportJunit],
]);

/** Names of the formats, for the help. */
export const checkFormats: readonly string[] = [...reporters.keys()];

/** Checks the folders; returns the exit code. @throws UsageError for wrong options and unusable paths. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  given: Terminal,
): Promise<number> {
  const request = readCheckOptions(paths, options);
  const report = reporters.get(request.format);
  if (report === undefined)
    throw new UsageError(`there is no format "${request.format}": use ${checkFormats.join(', ')}.`);
  const terminal = { ...given, colors: options.color ?? given.colors };
  const checked: CheckedWorkspace[] = [];
  const fixed: FixOutcome[] = [];
  for (const path of paths) {
    const lead = paths.length === 1 ? '' : `${path.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
    const workspace = await openWorkspace(path, toOpenOptions(request), terminal);
    const selection = await select(workspace, request, terminal);
    if (request.fix !== null)
      fixed.push(await fixWorkspace(workspace, selection, { dryRun: request.fix === 'show', lead }));
    checked.push(narrow(checkWorkspace(workspace, selection, lead, terminal), request));
  }
  for (const { problems, lead } of checked)
    for (const problem of problems) terminal.error(`runbook: ${lead}${problem}\n`);
  const outcome = {
    fixed: fixed.flatMap((one) => one.fixed),
    failures: fixed.flatMap((one) => one.failures),
    dropped: fixed.reduce((sum, one) => sum + one.dropped, 0),
  };
  tell(outcome, request, terminal);
  if (request.fix !== 'show') terminal.out(report(checked, terminal, request.fix !== null));
  return outcome.failures.length > 0 ? exitCodes.usage : judge(checked, request.maxWarnings, terminal);
}

function toOpenOptions({ today, config }: CheckRequest): { today: string; config?: string } {
  return config === null ? { today } : { today, config };
}

/** Which findings are asked for; a text from standard input takes the place of its file. */
async function select(
  { service, root }: OpenedWorkspace,
  { rules, since, stdinFilename }: CheckRequest,
  terminal: Terminal,
): Promise<Selection> {
  if (since !== null) return { rules, files: await changedFiles(root, since) };
  if (stdinFilename === null) return { rules, files: null };
  const path = resolve(stdinFilename);
  const file = toRelativePath(root, path);
  if (file === null || file === '')
    throw new UsageError(
      `"${stdinFilename}" is not in "${relative('', root) || '.'}": give the folder that holds it, as in "runbook check FOLDER --stdin --stdin-filename FOLDER/FILE".`,
    );
  service.openDocument(toUri(path), 0, (await terminal.input?.()) ?? '');
  return { rules, files: new Set([file]) };
}

function narrow(checked: CheckedWorkspace, { quiet }: CheckRequest): CheckedWorkspace {
  if (!quiet) return checked;
  return { ...checked, findings: checked.findings.filter(({ row }) => row.severity === 'error') };
}

/** Says what was fixed: among the findings for people, beside them for programs. */
function tell(outcome: FixOutcome, { fix, format }: CheckRequest, { out, error, colors }: Terminal): void {
  if (fix === 'show') out(reportDifferences(outcome, colors));
  if (fix === 'write') (format === 'text' ? out : error)(reportFixes(outcome));
  if (fix === 'write' && format === 'text' && outcome.fixed.length > 0) out('\n');
  for (const failure of outcome.failures) error(`runbook: ${failure}\n`);
  if (outcome.failures.length > 0)
    error(
      `runbook: ${String(outcome.failures.length)} of ${String(outcome.failures.length + outcome.fixed.length)} files could not be written.\n`,
    );
}

function judge(checked: readonly CheckedWorkspace[], maxWarnings: number, { error }: Terminal): number {
  const rows = checked.flatMap(({ findings }) => findings.map(({ row }) => row));
  const warnings = rows.filter(({ severity }) => severity === 'warning').length;
  if (warnings > maxWarnings)
    error(`runbook: ${counted(warnings, 'warning')}; --max-warnings allows ${String(maxWarnings)}.\n`);
  return warnings > maxWarnings || rows.some(({ severity }) => severity === 'error')
    ? exitCodes.findings
    : exitCodes.ok;
}
