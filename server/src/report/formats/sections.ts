/** The workspace report as sections of words and tables, which every format for people lays out in its own way. */
import { counted } from '../../text/counted';
import { criterionNames } from '../criteria';
import type { EntryReference, Gate, ScoredRunbook, WorkspaceReport } from '../workspace-report';

/** The report on one folder. */
export interface FolderReport extends WorkspaceReport {
  /** What the folder is called: its path as it was given, or its name. */
  readonly folder: string;
}

/** How a cell or line is to be read. */
export type Tone = 'good' | 'bad' | 'plain';

export interface Cell {
  readonly text: string;
  readonly tone: Tone;
  /** The entry that the cell is about. */
  readonly entry?: EntryReference;
  /** Other entries that the text names, in its order. */
  readonly named?: readonly EntryReference[];
  /** The same as a share, for formats that draw it. */
  readonly share?: Share;
}

export interface Share {
  readonly part: number;
  readonly of: number;
}

export interface ReportSection {
  readonly title: string;
  /** Said when there are no rows. */
  readonly empty: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What single entries lack, below the table. */
  readonly details: readonly { readonly entry: EntryReference; readonly lines: readonly string[] }[];
}

/** One sentence on the whole folder. */
export function headlineOf({ gates, runbooks, documents, today }: FolderReport): string {
  const judged = gates.filter(({ total }) => total > 0);
  const met = judged.filter((gate) => gate.met).length;
  const words =
    judged.length === 0 ? 'No gates apply' : `${String(met)} of ${counted(judged.length, 'gate')} met`;
  return `${words}; ${counted(runbooks.length, 'runbook')} in ${counted(documents, 'document')}; as of ${today}.`;
}

/** All sections, in the order of the questions that people ask. */
export function sectionsOf(report: FolderReport): readonly ReportSection[] {
  return [
    gates(report),
    scores(report),
    owners(report),
    coverage(report),
    mustHaves(report),
    orphans(report),
  ];
}

function gates({ gates: all }: FolderReport): ReportSection {
  return {
    title: 'Quality gates',
    empty: '',
    columns: ['Gate', 'Met', 'Count'],
    rows: all.map((gate) => [
      plain(gate.title),
      gate.total === 0 ? plain('-') : gate.met ? good('yes') : bad('no'),
      gate.total === 0 ? plain('not applicable') : shareOf(gate),
    ]),
    details: byEntry(all.flatMap(({ missing }) => missing)),
  };
}

function shareOf({ total, missing }: Gate): Cell {
  const part = total - missing.length;
  return { ...plain(`${String(part)} of ${String(total)}`), share: { part, of: total } };
}

/** One item for each entry, with all that the gates hold against it. */
function byEntry(missing: Gate['missing']): ReportSection['details'] {
  const items = new Map<string, { readonly entry: EntryReference; readonly lines: string[] }>();
  for (const { reason, ...entry } of missing) {
    const key = `${entry.file}:${String(entry.line)} ${entry.id}`;
    const item = items.get(key);
    if (item === undefined) items.set(key, { entry, lines: [reason] });
    else item.lines.push(reason);
  }
  return [...items.values()];
}

function scores({ runbooks }: FolderReport): ReportSection {
  return {
    title: 'Runbook quality',
    empty: 'No runbooks: no document defines a RUN entry.',
    columns: ['Runbook', 'Score', ...criterionNames.map(capitalized)],
    rows: runbooks.map((runbook) => [
      toCell(runbook),
      {
        text: `${String(runbook.score)}/7`,
        tone: runbook.score === 7 ? 'good' : 'plain',
        share: { part: runbook.score, of: 7 },
      },
      ...criterionNames.map((name) =>
        runbook.criteria.some((one) => one.name === name && one.met) ? good('yes') : bad('no'),
      ),
    ]),
    details: runbooks
      .filter(({ score }) => score < 7)
      .map((runbook) => ({ entry: runbook, lines: lacksOf(runbook) })),
  };
}

function lacksOf({ stub, criteria }: ScoredRunbook): readonly string[] {
  if (stub) return criteria[0]?.lacks ?? [];
  return criteria.flatMap(({ name, lacks }) => lacks.map((lack) => `${capitalized(name)}: ${lack}`));
}

function owners({ owners: all }: FolderReport): ReportSection {
  return {
    title: 'Tests by owner',
    empty: 'No runbooks to test.',
    columns: ['Owner', 'Runbooks', 'Stale', 'Never tested', 'Oldest test'],
    rows: all.map(({ owner, runbooks, stale, never, oldestDays }) => [
      owner === '' ? bad('unassigned') : plain(owner),
      plain(String(runbooks)),
      stale === 0 ? plain('0') : bad(String(stale)),
      never === 0 ? plain('0') : bad(String(never)),
      plain(oldestDays === null ? '-' : `${counted(oldestDays, 'day')} ago`),
    ]),
    details: [],
  };
}

function coverage({ coverage: alerts, runbooks: all }: FolderReport): ReportSection {
  const byId = new Map(all.map((runbook) => [runbook.id, runbook]));
  const severities = [...new Set(alerts.flatMap(({ levels }) => levels.map(({ severity }) => severity)))];
  const ordered = severities.sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return {
    title: 'Alerts and their runbooks',
    empty: 'No alerts: no document defines a MON entry.',
    columns: ['Alert', ...ordered],
    rows: alerts.map((alert) => [
      toCell(alert),
      ...ordered.map((severity): Cell => {
        const levels = alert.levels.filter((level) => level.severity === severity);
        if (levels.length === 0) return plain('');
        const runbooks = [...new Set(levels.flatMap((level) => level.runbooks))];
        if (runbooks.length === 0) return bad('no runbook');
        return { ...good(runbooks.join(', ')), named: runbooks.flatMap((id) => byId.get(id) ?? []) };
      }),
    ]),
    details: alerts
      .filter(({ dangling }) => dangling.length > 0)
      .map((alert) => ({ entry: alert, lines: [`Not defined anywhere: ${alert.dangling.join(', ')}.`] })),
  };
}

const usualOrder = ['Critical', 'Warning', 'Info'];

function rankOf(severity: string): number {
  const index = usualOrder.indexOf(severity);
  return index < 0 ? usualOrder.length : index;
}

function mustHaves({ mustHaves: all }: FolderReport): ReportSection {
  return {
    title: 'Runbooks that every service needs',
    empty: '',
    columns: ['Category', 'Runbook', 'Covered by'],
    rows: all.map(({ category, name, runbooks }) => [
      plain(category),
      plain(name),
      runbooks.length === 0
        ? bad('missing')
        : { ...good(runbooks.map(({ id }) => id).join(', ')), named: runbooks },
    ]),
    details: [],
  };
}

function orphans({ orphans: all }: FolderReport): ReportSection {
  return {
    title: 'Unreferenced entries',
    empty: 'Every entry is referenced.',
    columns: ['Entry', 'Location'],
    rows: all.map((entry) => [
      { ...plain(`${entry.id} ${entry.title}`.trim()), named: [entry] },
      plain(`${entry.file}:${String(entry.line)}`),
    ]),
    details: [],
  };
}

function toCell(entry: EntryReference): Cell {
  return { text: `${entry.id} ${entry.title}`.trim(), tone: 'plain', entry };
}

function plain(text: string): Cell {
  return { text, tone: 'plain' };
}

function good(text: string): Cell {
  return { text, tone: 'good' };
}

function bad(text: string): Cell {
  return { text, tone: 'bad' };
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
