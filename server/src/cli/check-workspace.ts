/** Checks one folder on disk and returns what it found as plain rows. */
import { stat, readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ConfigurationProblem } from '../config/yaml-reader';
import { describeError } from '../disk/describe-error';
import { DiskWorkspace } from '../disk/disk-workspace';
import { toPath, toRelativePath, toUri } from '../disk/paths';
import { createRunbookService, ruleNames, type Finding } from '../service';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { UsageError } from './usage-error';

/** One finding; lines and columns count from 1, columns in UTF-16 units, ends exclusive. */
export interface Row {
  /** Relative to the checked folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly fixable: boolean;
}

export interface CheckedWorkspace {
  readonly rows: readonly Row[];
  /** Number of documents read. */
  readonly documents: number;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
  /** The line of a document, for showing it. */
  readonly sourceLine: (file: string, line: number) => string;
}

/**
 * Checks all documents of a folder. Rows are sorted by file and place.
 * @throws UsageError when the path does not exist, is no folder or cannot be read.
 */
export async function checkWorkspace(path: string, today: string): Promise<CheckedWorkspace> {
  await ensureFolder(path);
  const root = resolve(path);
  const folder = { uri: toUri(root).replace(/\/$/, ''), name: basename(root) };
  const service = createRunbookService({ today: () => today });
  service.setFolders([folder]);
  const disk = new DiskWorkspace(service, ruleNames);
  const { problems } = await disk.load(folder);
  const rows: Row[] = [];
  const lines = new Map<string, LineIndex>();
  let documents = 0;
  for (const uri of service.uris()) {
    const runbook = service.runbook(uri);
    if (runbook === undefined) continue;
    documents++;
    const { path: file } = runbook;
    const findings = service.findings(uri);
    if (findings.length > 0) lines.set(file, runbook.lines);
    for (const finding of findings) {
      const fixable = finding.fixes().some(({ automatic }) => automatic);
      rows.push({
        file,
        ...placeOf(runbook.lines, finding.span),
        rule: finding.rule.name,
        severity: finding.severity,
        message: finding.message,
        fixable,
      });
    }
  }
  for (const { uri, text, problems: found } of disk.configurations) {
    const file = toRelativePath(root, toPath(uri) ?? uri) ?? uri;
    const index = new LineIndex(text);
    lines.set(file, index);
    for (const problem of found) rows.push(configurationRow(file, index, problem));
  }
  rows.sort(compareRows);
  return {
    rows,
    documents,
    problems: problems.map(
      ({ uri, message }) => `${toRelativePath(root, toPath(uri) ?? uri) ?? uri} was skipped: ${message}`,
    ),
    sourceLine: (file, line) => lines.get(file)?.textOf(line - 1) ?? '',
  };
}

function configurationRow(
  file: string,
  lines: LineIndex,
  { span, severity, message }: ConfigurationProblem,
): Row {
  return { file, ...placeOf(lines, span), rule: 'configuration', severity, message, fixable: false };
}

function placeOf(
  lines: LineIndex,
  { start, end }: Span,
): Pick<Row, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return {
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

function compareRows(a: Row, b: Row): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (
    a.line - b.line ||
    a.column - b.column ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn ||
    (a.rule < b.rule ? -1 : 1)
  );
}

async function ensureFolder(path: string): Promise<void> {
  let folder: boolean;
  try {
    folder = (await stat(path)).isDirectory();
    if (folder) await readdir(path);
  } catch (error) {
    throw new UsageError(`cannot check "${path}": ${describeError(error)}`);
  }
  if (!folder)
    throw new UsageError(
      `cannot check "${path}": it is a file, not a folder. Give the folder that holds your runbooks.`,
    );
}
