/** `runbook-md check`: findings of one or more folders, in the format that was asked for, fixed on request. */
import { relative, resolve } from 'node:path';
import { toPath, toRelativePath } from '../../disk/paths';
import { noWorkLog } from '../../workspace';
import { baselineFor, byBaseline } from '../accept';
import type { BaselineFile } from '../baseline';
import { changedFiles } from '../changed-files';
import type { FreshCheck } from '../check-afresh';
import type { CachePlace } from '../check-cache';
import { readCheckOptions, type CheckFormat, type CheckOptions, type CheckRequest } from '../check-request';
import { counted } from '../../text/counted';
import { EarlierChecks } from '../earlier-checks';
import type { FixOutcome } from '../fix-workspace';
import type { CheckedWorkspace, FolderCheck } from '../folder-check';
import { printable } from '../../text/printable';
import { readFolder, type ReadFolder } from '../read-folder';
import { reportCheckstyle } from '../reporters/checkstyle';
import { reportDifferences, reportFixes } from '../reporters/fixes';
import { reportGithub } from '../reporters/github';
import { reportGitlab } from '../reporters/gitlab';
import { reportJson } from '../reporters/json';
import { reportJunit } from '../reporters/junit';
import { reportText } from '../reporters/text';
import { narrow, withoutUntouched } from '../narrow';
import type { Selection } from '../selection';
import { exitCodes, type Terminal } from '../terminal';
import type { ThreadOptions } from '../threads/share-out';
import { UsageError } from '../usage-error';

/** What a tool may have for large folders. */
export interface CheckMeans {
  /** What they are checked with; without it one thread does everything. */
  readonly threads?: ThreadOptions;
  /** Told how many documents a folder has, before they are checked. */
  readonly compileFor?: (documents: number) => void;
}

/**
 * Checks the folders; returns the exit code. What was found in a folder is saved at `cachePlace`, if there is one.
 * @throws UsageError for wrong options and unusable paths.
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  given: Terminal,
  cachePlace: CachePlace | null,
  { threads, compileFor }: CheckMeans = {},
): Promise<number> {
  const request = await readCheckOptions(paths, options);
  const terminal = { ...given, colors: options.color ?? given.colors };
  const earlier = new EarlierChecks(request.cache ? cachePlace : null);
  const means = { earlier, threads, compileFor };
  try {
    for (const uri of earlier.log?.suspects ?? [])
      terminal.error(
        `runbook-md: The last check stopped while reading ${printable(toPath(uri) ?? uri)}. If this one does too, the next one will skip it.\n`,
      );
    return await checkFolders(paths, request, means, terminal);
  } finally {
    earlier.end();
  }
}

async function checkFolders(
  paths: readonly string[],
  request: CheckRequest,
  means: Means,
  terminal: Terminal,
): Promise<number> {
  const checked: CheckedWorkspace[] = [];
  const fixed: FixOutcome[] = [];
  const standings: string[] = [];
  for (const path of paths) {
    const lead = paths.length === 1 ? '' : `${path.replaceAll('\\', '/').replace(/(?<!\/)\/+$/, '')}/`;
    const folder = await readFolder(path, request, terminal);
    const baseline = await baselineFor(folder, request);
    const selection = await select(folder, request);
    const one = await checkFolder(folder, { selection, lead, request, ...means, baseline }, terminal);
    if (one.fixed !== null) fixed.push(one.fixed);
    const judged = await byBaseline(one.check, { baseline, selection, lead, request }, terminal);
    // of other documents it is not known what is found in them
    if ((request.profile ?? folder.contents.configuration.profile) !== null && selection.files === null)
      standings.push((await import('../afresh')).standingWords(one.check, lead));
    const asked = narrow({ ...one.check, findings: judged }, selection, request);
    checked.push({ ...(await withoutUntouched(asked, folder, request)), root: folder.root, lead });
  }
  for (const { problems, lead } of checked)
    for (const problem of problems) terminal.error(`runbook-md: ${printable(lead + problem)}\n`);
  if (request.writesBaseline) return exitCodes.ok;
  const outcome = {
    fixed: fixed.flatMap((one) => one.fixed),
    failures: fixed.flatMap((one) => one.failures),
    dropped: fixed.reduce((sum, one) => sum + one.dropped, 0),
  };
  tell(outcome, request, terminal);
  if (request.fix !== 'show') {
    terminal.out(await report(request, checked, terminal));
    if (request.format === 'text') for (const words of standings) terminal.out(`${words}\n`);
  }
  return outcome.failures.length > 0 ? exitCodes.usage : judge(checked, request.maxWarnings, terminal);
}

/** What a check is made with besides the files. */
interface Means {
  readonly earlier: EarlierChecks;
  readonly threads: ThreadOptions | undefined;
  readonly compileFor: CheckMeans['compileFor'] | undefined;
}

/** Files that are written, and texts that are not saved, are no state to come back to. */
function isCached({ fix, stdinFilename }: CheckRequest): boolean {
  return fix === null && stdinFilename === null;
}

const bySince = { option: '--since', otherwise: 'Omit --since to check all files.' };

/** Which findings are asked for. */
async function select(
  { root }: ReadFolder,
  { rules, since, stdinFilename }: CheckRequest,
): Promise<Selection> {
  if (since !== null) return { rules, files: await changedFiles(root, since, bySince) };
  if (stdinFilename === null) return { rules, files: null };
  const file = toRelativePath(root, resolve(stdinFilename));
  if (file === null || file === '')
    throw new UsageError(
      `"${stdinFilename}" is not in "${relative('', root) || '.'}". Give the folder that contains it, as in "runbook-md check FOLDER --stdin --stdin-filename FOLDER/FILE".`,
    );
  return { rules, files: new Set([file]) };
}

interface FolderTask extends Means {
  readonly selection: Selection;
  readonly lead: string;
  readonly request: CheckRequest;
  readonly baseline: BaselineFile | null;
}

/** Those that say of findings what takes time to work out. */
const detailedFormats: ReadonlySet<CheckFormat> = new Set(['sarif', 'gitlab', 'rdjson']);

/** All findings in the files of the selection, and maybe more. */
async function checkFolder(
  folder: ReadFolder,
  { selection, lead, request, earlier, threads, compileFor, baseline }: FolderTask,
  terminal: Terminal,
): Promise<FreshCheck> {
  const { today, fix, stdinFilename, profile } = request;
  if (folder.contents.isForeign && isCached(request) && (earlier.log?.terms ?? '') === '')
    return { check: nothingIn(folder), fixed: null };
  const { saved } = earlier;
  const detailed = detailedFormats.has(request.format);
  const lasting = isCached(request) ? saved : null;
  const key = lasting?.cache.keyOf(folder, { today, detailed, setAside: lasting.log.terms, profile }) ?? null;
  const before = key === null ? null : await lasting?.cache.read(key);
  if (before) return { check: before, fixed: null };
  const unsaved =
    stdinFilename === null ? null : { path: resolve(stdinFilename), text: (await terminal.input?.()) ?? '' };
  compileFor?.(folder.contents.documents.length);
  // the rules take a while to load
  const { checkAfresh } = await import('../afresh');
  const snapshots = lasting?.snapshots ?? null;
  const workLog = saved?.log ?? noWorkLog;
  const accepted = baseline?.baseline ?? null;
  const means = { snapshots, workLog, threads, notes: saved?.notes ?? null };
  const options = { today, selection, detailed, fix, lead, unsaved, accepted, profile, ...means };
  const fresh = await checkAfresh(folder, options, terminal);
  if (key !== null && selection.files === null) await lasting?.cache.write(key, fresh.check);
  return fresh;
}

/** The check of a folder in which nothing can be found: no rule needs to be loaded for it. */
function nothingIn({ contents: { documents } }: ReadFolder): FolderCheck {
  return { findings: [], sources: [], documents, recognised: 0, entries: [], problems: [] };
}

/** The findings in the format that was asked for. */
async function report(
  { format, fix }: CheckRequest,
  all: readonly CheckedWorkspace[],
  terminal: Terminal,
): Promise<string> {
  const checked = all.map((one) => ({ ...one, findings: one.findings.filter(({ accepted }) => !accepted) }));
  switch (format) {
    case 'text':
      return reportText(all, terminal, fix !== null);
    case 'json':
      return reportJson(all);
    case 'sarif':
      return reportSarif(all, terminal);
    case 'github':
      return reportGithub(checked, process.cwd());
    case 'gitlab':
      return reportGitlab(checked, process.cwd());
    case 'rdjson':
      return (await import('../afresh')).reportRdjson(checked, process.cwd());
    case 'checkstyle':
      return reportCheckstyle(checked, process.cwd());
    case 'junit':
      return reportJunit(checked);
  }
}

/** The log; what hosts would not take of it is left out, and told. */
async function reportSarif(checked: readonly CheckedWorkspace[], { error }: Terminal): Promise<string> {
  const { text, omitted } = (await import('../afresh')).reportSarif(checked, process.cwd());
  for (const words of omitted) error(`runbook-md: ${words}\n`);
  return text;
}

/** Says what was fixed: among the findings for people, beside them for programs. */
function tell(outcome: FixOutcome, { fix, format }: CheckRequest, terminal: Terminal): void {
  const { out, error } = terminal;
  if (fix === 'show') {
    out(reportDifferences(outcome, terminal));
    // beside the difference, which is for programs, too
    if (outcome.fixed.length === 0) error('runbook-md: nothing to fix.\n');
  }
  if (fix === 'write') (format === 'text' ? out : error)(reportFixes(outcome));
  if (fix === 'write' && format === 'text' && outcome.fixed.length > 0) out('\n');
  for (const failure of outcome.failures) error(`runbook-md: ${printable(failure)}\n`);
  if (outcome.failures.length > 0)
    error(
      `runbook-md: ${String(outcome.failures.length)} of ${String(outcome.failures.length + outcome.fixed.length)} files could not be written.\n`,
    );
}

function judge(checked: readonly CheckedWorkspace[], maxWarnings: number, { error }: Terminal): number {
  const rows = checked.flatMap(({ findings }) => findings.flatMap((one) => (one.accepted ? [] : [one.row])));
  const warnings = rows.filter(({ severity }) => severity === 'warning').length;
  if (warnings > maxWarnings)
    error(`runbook-md: ${counted(warnings, 'warning')}; --max-warnings allows ${String(maxWarnings)}.\n`);
  return warnings > maxWarnings || rows.some(({ severity }) => severity === 'error')
    ? exitCodes.findings
    : exitCodes.ok;
}
