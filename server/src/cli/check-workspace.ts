/** Collects the findings of an opened workspace as plain rows. Knows nothing of how they are shown. */
import type { ConfigurationProblem } from '../config/yaml-reader';
import type { Finding } from '../service';
import { LineIndex } from '../text/line-index';
import { sliceSpan, type Span } from '../text/span';
import type { OpenedWorkspace } from './open-workspace';
import { selects, type Selection } from './selection';
import type { Terminal } from './terminal';

/** One finding as programs read it; lines and columns count from 1, columns in UTF-16 units, ends exclusive. */
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

/** A row with what it was made of. */
export interface ReportedFinding {
  readonly row: Row;
  /** Null for what is wrong in a configuration file. */
  readonly finding: Finding | null;
  /** The text that it stands on. */
  readonly words: string;
}

export interface CheckedWorkspace {
  /** Absolute path of the folder. */
  readonly root: string;
  /** How the folder was given, to be put before the names of files where several were; else empty. */
  readonly lead: string;
  /** In the order of files and places. */
  readonly findings: readonly ReportedFinding[];
  /** Paths of the documents that were looked at, sorted. */
  readonly documents: readonly string[];
  /** What could not be read, in words. */
  readonly problems: readonly string[];
  /** The lines of a file of some finding, for showing them. */
  readonly linesOf: (file: string) => LineIndex | undefined;
  /** The path of a document relative to the folder, and its lines; for related places and fixes. */
  readonly documentAt: (uri: string) => { readonly file: string; readonly lines: LineIndex } | undefined;
}

/** The findings that `selection` takes. `lead` as in {@link CheckedWorkspace.lead}. */
export function checkWorkspace(
  { service, root, configurations, problems }: OpenedWorkspace,
  selection: Selection,
  lead: string,
  { progress }: Terminal,
): CheckedWorkspace {
  const findings: ReportedFinding[] = [];
  const lines = new Map<string, LineIndex>();
  const documents: string[] = [];
  for (const uri of service.uris()) {
    const { path: file } = service.placeOf(uri);
    if (selection.files?.has(file) === false) continue;
    documents.push(file);
    progress?.(`Checking ${String(documents.length)} documents`);
    const found = service.findings(uri).filter(({ rule }) => selects(selection, file, rule.name));
    const runbook = found.length > 0 ? service.runbook(uri) : undefined;
    if (runbook === undefined) continue;
    lines.set(file, runbook.lines);
    for (const finding of found)
      findings.push({
        row: toRow(file, runbook.lines, finding),
        finding,
        words: sliceSpan(runbook.text, finding.span),
      });
  }
  for (const { file, text, problems: found } of configurations) {
    if (found.length === 0 || !selects(selection, file, 'configuration')) continue;
    const index = new LineIndex(text);
    lines.set(file, index);
    for (const problem of found)
      findings.push({
        row: configurationRow(file, index, problem),
        finding: null,
        words: sliceSpan(text, problem.span),
      });
  }
  progress?.('');
  return {
    root,
    lead,
    findings: findings.sort((a, b) => compareRows(a.row, b.row)),
    documents: documents.sort(),
    problems,
    linesOf: (file) => lines.get(file),
    documentAt: (uri) => {
      const runbook = service.runbook(uri);
      return runbook === undefined ? undefined : { file: service.placeOf(uri).path, lines: runbook.lines };
    },
  };
}

function toRow(file: string, lines: LineIndex, finding: Finding): Row {
  const { rule, severity, message, span } = finding;
  const fixable = finding.fixes().some(({ automatic }) => automatic);
  return { file, ...placeOf(lines, span), rule: rule.name, severity, message, fixable };
}

function configurationRow(
  file: string,
  lines: LineIndex,
  { span, severity, message }: ConfigurationProblem,
): Row {
  return { file, ...placeOf(lines, span), rule: 'configuration', severity, message, fixable: false };
}

/** The lines and columns of a span, from 1. */
export function placeOf(
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
