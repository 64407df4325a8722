/** Collects the findings of an opened workspace as plain data. Knows nothing of how they are shown. */
import type { ConfigurationProblem } from '../config/yaml-reader';
import type { PlainFinding } from '../service';
import { LineIndex } from '../text/line-index';
import { detailsOfProblem, toDetails } from './finding-details';
import type { FolderCheck, ReportedFinding, Row } from './folder-check';
import type { OpenedWorkspace } from './open-workspace';
import { placeOf, placeOfRange } from './place-of';
import type { Terminal } from './terminal';

export interface CheckScope {
  /** Paths of the files whose findings are asked for; null for all. */
  readonly files: ReadonlySet<string> | null;
  /** Whether details are collected: changes that would end a finding take time to describe. */
  readonly detailed: boolean;
}

/** The findings of all rules in the files of `scope`. */
export function checkWorkspace(
  workspace: OpenedWorkspace,
  { files, detailed }: CheckScope,
  { progress }: Terminal,
): FolderCheck {
  const { service, configurations, problems } = workspace;
  const findings: ReportedFinding[] = [];
  const sources = new SourceLines();
  const documents: string[] = [];
  const entries: string[] = [];
  let looked = 0;
  let recognised = 0;
  // those read last first: their models are still at hand
  for (const uri of [...service.uris()].reverse()) {
    const { path: file } = service.placeOf(uri);
    documents.push(file);
    if (service.isRecognised(uri)) recognised++;
    for (const id of service.definedIn(uri)) entries.push(`${file}\n${id}`);
    if (files?.has(file) === false) continue;
    progress?.(`Checking ${String(++looked)} documents`);
    const whole = detailed ? service.findings(uri) : [];
    const found = service.plainFindings(uri);
    const text = found.length > 0 ? service.textOf(uri) : undefined;
    if (text === undefined) continue;
    const lines = new LineIndex(text);
    for (const [index, plain] of found.entries()) {
      const row = toRow(file, plain);
      const finding = whole[index];
      findings.push({
        row,
        source: sources.indexOf(file, row.line, lines),
        details: finding === undefined ? null : toDetails({ uri, text, lines }, finding, workspace),
        print: plain.print,
        mild: plain.mild,
      });
    }
  }
  for (const { file, text, problems: found } of configurations) {
    if (files?.has(file) === false) continue;
    const lines = new LineIndex(text);
    for (const problem of found) {
      const row = configurationRow(file, lines, problem);
      findings.push({
        row,
        source: sources.indexOf(file, row.line, lines),
        details: detailed ? detailsOfProblem(text, lines, problem) : null,
        print: null,
        mild: false,
      });
    }
  }
  progress?.('');
  return {
    findings: findings.sort((a, b) => compareRows(a.row, b.row)),
    sources: sources.texts,
    documents: documents.sort(),
    recognised,
    entries,
    problems,
  };
}

/** Lines of documents that findings stand on, each once. */
class SourceLines {
  readonly texts: string[] = [];
  readonly #indexes = new Map<string, number>();

  /** The index in `texts` of a line, counted from 1, of a file. */
  indexOf(file: string, line: number, lines: LineIndex): number {
    const key = `${String(line)} ${file}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = this.texts.push(lines.textOf(line - 1)) - 1;
    this.#indexes.set(key, index);
    return index;
  }
}

function toRow(file: string, { rule, severity, message, range, fixable, byTime }: PlainFinding): Row {
  return { file, ...placeOfRange(range), rule, severity, message, fixable: fixable === true, byTime };
}

function configurationRow(
  file: string,
  lines: LineIndex,
  { span, severity, message }: ConfigurationProblem,
): Row {
  return {
    file,
    ...placeOf(lines, span),
    rule: 'configuration',
    severity,
    message,
    fixable: false,
    byTime: false,
  };
}

function compareRows(a: Row, b: Row): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const places = a.line - b.line || a.column - b.column || a.endLine - b.endLine || a.endColumn - b.endColumn;
  if (places !== 0 || a.rule === b.rule) return places;
  return a.rule < b.rule ? -1 : 1;
}
