/** What a baseline accepts of a check, and the file that it stands in. Loaded only where there is one. */
import { basename, join, resolve } from 'node:path';
import { Boundary } from '../disk/boundary';
import { describeError } from '../disk/describe-error';
import { nodeFileSystem } from '../disk/file-system';
import { fromRelativePath } from '../disk/paths';
import { readDocument } from '../disk/read-document';
import { writeDocument } from '../disk/write-document';
import { Baseline, baselineFileName, baselineOf, goneFrom, readBaseline, writeBaseline } from '../service';
import { largestDocument } from '../text/document-size';
import type { CheckRequest } from './check-request';
import type { FolderCheck, JudgedFinding, ReportedFinding } from './folder-check';
import type { ReadFolder } from './read-folder';
import { UsageError } from './usage-error';

export interface BaselineFile {
  readonly path: string;
  /** How it is shown. */
  readonly name: string;
  /** What it must stay in; null for a file that was given by hand. */
  readonly boundary: Boundary | null;
  /** Null where there is no file. */
  readonly text: string | null;
  readonly baseline: Baseline;
}

/**
 * The baseline of a folder; null where none counts. One that is to be written need not be there.
 * @throws UsageError when it is missing, cannot be read, or is none.
 */
export function openBaseline(
  { root, contents }: ReadFolder,
  { baseline: given, writesBaseline }: Pick<CheckRequest, 'baseline' | 'writesBaseline'>,
): BaselineFile | null {
  if (given === false) return null;
  const configured = contents.configuration.baseline ?? (writesBaseline ? baselineFileName : null);
  if (given === null && configured === null) return null;
  const path = given === null ? fromRelativePath(root, configured ?? '') : resolve(given);
  const name = given ?? configured ?? '';
  const boundary = given === null ? Boundary.of(root) : null;
  const read = readDocument(path, boundary);
  if ('problem' in read) {
    if (read.problem.reason === 'vanished' && writesBaseline)
      return { path, name, boundary, text: null, baseline: new Baseline([]) };
    const advice =
      read.problem.reason === 'vanished'
        ? 'It does not exist. Write it with "runbook-md check --write-baseline", or ignore it with --no-baseline.'
        : read.problem.message;
    throw new UsageError(`cannot read the baseline "${name}": ${advice}`);
  }
  const baseline = readBaseline(read.text);
  if (baseline instanceof Baseline) return { path, name, boundary, text: read.text, baseline };
  if (writesBaseline) {
    // whoever names a document or another tool's file by mistake, or by a repository's choice, must not lose it
    if (!isNamedLikeOne(path))
      throw new UsageError(
        `cannot write the baseline "${name}": the file holds something else. Name another file, or delete this one.`,
      );
    return { path, name, boundary, text: read.text, baseline: new Baseline([]) };
  }
  throw new UsageError(`cannot read the baseline "${name}": ${baseline.problem}`);
}

/** `*baseline*.json` */
function isNamedLikeOne(path: string): boolean {
  const name = basename(path).toLowerCase();
  return name.includes('baseline') && name.endsWith('.json');
}

/** The findings of a check, with whether the baseline accepts each. */
export function judgeBy(
  baseline: Baseline,
  { findings, documents, entries }: FolderCheck,
): readonly JudgedFinding[] {
  const [files, defined] = [new Set(documents), new Set(entries)];
  const isGone = goneFrom({
    hasDocument: (file) => files.has(file),
    hasEntry: (file, entry) => defined.has(`${file}\n${entry}`),
  });
  const judged: JudgedFinding[] = [];
  for (let from = 0; from < findings.length;) {
    const file = findings[from]?.row.file ?? '';
    let to = from;
    while (findings[to]?.row.file === file) to++;
    const own = findings.slice(from, to);
    const printed = own.flatMap(({ row, print }) => (print === null ? [] : [{ rule: row.rule, print }]));
    const accepted = baseline.acceptedIn(file, printed, isGone);
    let next = 0;
    for (const finding of own)
      judged.push({ ...finding, accepted: finding.print !== null && accepted[next++] !== null });
    from = to;
  }
  return judged;
}

/** How many findings the baseline accepts that are not there any more. `judged`: all findings of the folder. */
export function countGone({ findings }: Baseline, judged: readonly JudgedFinding[]): number {
  const accepted = judged.filter((finding) => finding.accepted).length;
  return Math.max(0, findings.reduce((sum, { count }) => sum + count, 0) - accepted);
}

/** The baseline without what is gone, and with documents under the names that they have now. */
export function pruned(judged: readonly JudgedFinding[]): Baseline {
  return toBaseline(judged.filter(({ accepted }) => accepted));
}

/** The baseline of all findings of these rules (null for all), besides what is accepted of others. */
export function renewed(
  { findings: before }: Baseline,
  { findings }: FolderCheck,
  rules: ReadonlySet<string> | null,
): Baseline {
  const taken = findings.filter(({ row }) => rules === null || rules.has(row.rule));
  const others = before.filter(({ rule }) => rules !== null && !rules.has(rule));
  return new Baseline([...toBaseline(taken).findings, ...others]);
}

function toBaseline(findings: readonly ReportedFinding[]): Baseline {
  return baselineOf(
    findings.flatMap(({ row: { file, rule }, print }) => (print === null ? [] : [{ file, rule, print }])),
  );
}

/** Writes the file, where it changes. @throws UsageError when it cannot be written. */
export async function saveBaseline(
  { path, name, boundary, text }: BaselineFile,
  baseline: Baseline,
): Promise<void> {
  const to = writeBaseline(baseline);
  if (to === text) return;
  const bytes = new TextEncoder().encode(to);
  if (bytes.byteLength > largestDocument)
    throw new UsageError(
      `cannot write the baseline "${name}": it would be above the 2 MB that are read. Accept fewer rules with --rule, or exclude documents.`,
    );
  try {
    const folder = await nodeFileSystem.realPath(join(path, '..'));
    if (boundary?.holds(folder) === false)
      throw new UsageError(`cannot write the baseline "${name}": it is outside the folder.`);
    if (text === null) await nodeFileSystem.writeNew(path, bytes, 0o644);
    else await writeDocument(path, { from: text, to }, boundary ?? new Boundary(folder));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write the baseline "${name}": ${describeError(error)}`);
  }
}
