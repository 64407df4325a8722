/** Findings as JUnit XML, which most build servers show: a suite for each document, a case for each finding. */
import { escapeXml } from '../../text/escape-markup';
import type { CheckedWorkspace, ReportedFinding, Row } from '../folder-check';

/** Ends with a line feed. Errors and warnings are failures; a document without findings is a case that passes. */
export function reportJunit(checked: readonly CheckedWorkspace[]): string {
  const suites = checked.flatMap(suitesOf);
  const tests = suites.reduce((sum, suite) => sum + suite.cases.length, 0);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="runbook" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites.flatMap(({ name, cases, failures: own }) => [
      `  <testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${own}" errors="0">`,
      ...cases.map((one) => `    ${one}`),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly name: string;
  readonly cases: readonly string[];
  readonly failures: number;
}

function suitesOf({ lead, documents, findings }: CheckedWorkspace): Suite[] {
  const byFile = new Map<string, ReportedFinding[]>(documents.map((file) => [file, []]));
  for (const finding of findings) {
    const own = byFile.get(finding.row.file);
    if (own === undefined) byFile.set(finding.row.file, [finding]);
    else own.push(finding);
  }
  return [...byFile].map(([file, own]) => ({
    name: lead + file,
    cases:
      own.length === 0
        ? [`<testcase classname="${escapeXml(lead + file)}" name="no findings"/>`]
        : own.map(({ row }) => toCase({ ...row, file: lead + file })),
    failures: own.filter(({ row }) => isFailure(row)).length,
  }));
}

function isFailure({ severity }: Row): boolean {
  return severity === 'error' || severity === 'warning';
}

function toCase(row: Row): string {
  const { file, line, column, rule, severity, message } = row;
  const place = `${file}:${String(line)}:${String(column)}`;
  const words = escapeXml(message);
  const result = isFailure(row)
    ? `<failure type="${severity}" message="${words}">${escapeXml(place)}: ${words}</failure>`
    : `<system-out>${escapeXml(place)}: ${severity}: ${words}</system-out>`;
  const name = escapeXml(`${rule} (${String(line)}:${String(column)})`);
  return `<testcase classname="${escapeXml(file)}" name="${name}" file="${escapeXml(file)}" line="${line}">${result}</testcase>`;
}
