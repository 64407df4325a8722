/** The workspace report as one table for spreadsheets: a line for each thing that the report judges. */
import { dayOf } from '../../document/run/record-words';
import { countChanges } from '../../document/run/run-file';
import { printable } from '../../text/printable';
import { criterionNames } from '../criteria';
import type { EntryReference } from '../workspace-report';
import { shortName, type FolderReport } from './sections';

const columns = [
  'folder',
  'kind',
  'id',
  'title',
  'file',
  'line',
  'owner',
  'category',
  'status',
  'last tested',
  'days since test',
  'met',
  'of',
  'missing',
  'last run',
  'changed steps',
] as const;

type Line = Readonly<Partial<Record<(typeof columns)[number], string | number>>>;

/** With a header line, in the form of RFC 4180; ends with a line feed. */
export function reportCsv(reports: readonly FolderReport[]): string {
  const lines = reports.flatMap((report) =>
    [...linesOf(report)].map((line) =>
      columns.map((name) => cellOf(name === 'folder' ? report.folder : (line[name] ?? ''))),
    ),
  );
  return [columns, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function* linesOf({ gates, runbooks, coverage, mustHaves, orphans, runs }: FolderReport): Iterable<Line> {
  for (const { title, total, missing } of gates) {
    yield { kind: 'gate', title, met: total - missing.length, of: total };
    for (const { reason, ...entry } of missing)
      yield { kind: 'gate', ...placeOf(entry), met: 0, of: 1, missing: reason };
  }
  for (const runbook of runbooks) {
    const { owner, category, status, test, score, criteria } = runbook;
    yield {
      kind: 'runbook',
      ...placeOf(runbook),
      ...{ owner, category, status },
      'last tested': test.date ?? '',
      'days since test': test.days ?? '',
      met: score,
      of: criterionNames.length,
      missing: criteria.flatMap(({ name, met }) => (met ? [] : [name])).join(', '),
    };
  }
  for (const alert of coverage) {
    const open = alert.levels.filter((level) => level.runbooks.length === 0);
    yield {
      kind: 'alert',
      ...placeOf(alert),
      met: alert.levels.length - open.length,
      of: alert.levels.length,
      missing: open.map(({ severity }) => severity).join(', '),
    };
  }
  for (const { category, name, runbooks: meeting } of mustHaves)
    yield {
      kind: 'must-have',
      id: meeting.map(shortName).join(', '),
      ...{ title: name, category },
      met: Math.min(1, meeting.length),
      of: 1,
    };
  for (const runbook of runs)
    yield {
      kind: 'run',
      ...placeOf(runbook),
      status: runbook.last.outcome,
      'last run': dayOf(runbook.last),
      'changed steps': runbook.changed === null ? '' : countChanges(runbook.changed),
    };
  for (const orphan of orphans) yield { kind: 'unreferenced', ...placeOf(orphan) };
}

function placeOf({ id, title, file, line }: EntryReference): Line {
  return { id, title, file, line };
}

/** Words that a spreadsheet would take for a formula begin with an apostrophe there, which shows as nothing. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const words = printable(value).replace(/^\s*[=+\-@]/, (start) => `'${start}`);
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
