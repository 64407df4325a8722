/** The workspace report as sections of words and tables, which every format for people lays out in its own way. */
import { criterionNames } from '../criteria';
import { changeWords, differenceOf } from '../../document/run/changed-since';
import { wordsOfOneRecord } from '../../document/run/record-words';
import { type Say, english } from '../../text/say';
import { criterionWords } from '../criterion-words';
import type {
  EntryReference,
  Gate,
  ScoredRunbook,
  WorkspaceReport,
  CriterionName,
} from '../workspace-report';

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
export function headlineOf({ gates, runbooks, documents, today }: FolderReport, say: Say = english): string {
  const judged = gates.filter(({ total }) => total > 0);
  const met = judged.filter((gate) => gate.met).length;
  const gatesMet =
    judged.length === 0
      ? say`No gates apply`
      : judged.length === 1
        ? say`${met} of 1 gate met`
        : say`${met} of ${judged.length} gates met`;
  const ours = runbooks.length === 1 ? say`1 runbook entry` : say`${runbooks.length} runbook entries`;
  return documents === 1
    ? say`${gatesMet}; ${ours} in 1 document; as of ${today}.`
    : say`${gatesMet}; ${ours} in ${documents} documents; as of ${today}.`;
}

/** All sections, in the order of the questions that people ask. */
export function sectionsOf(report: FolderReport, say: Say = english): readonly ReportSection[] {
  return [gates, profiles, scores, owners, runs, coverage, mustHaves, orphans].map((section) =>
    section(report, say),
  );
}

function gates({ gates: all }: FolderReport, say: Say): ReportSection {
  return {
    title: say`Quality gates`,
    empty: '',
    columns: [say`Gate`, say`Met`, say`Count`],
    rows: all.map((gate) => [
      plain(gate.title),
      gate.total === 0 ? plain('-') : gate.met ? good(say`yes`) : bad(say`no`),
      gate.total === 0 ? plain(say`not applicable`) : shareOf(gate, say),
    ]),
    details: byEntry(all.flatMap(({ missing }) => missing)),
  };
}

function shareOf({ total, missing }: Gate, say: Say): Cell {
  const part = total - missing.length;
  return { ...plain(say`${part} of ${total}`), share: { part, of: total } };
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

/** The workspace, then folders and documents that have something left to do. */
function profiles({ profiles: { workspace, folders, documents } }: FolderReport, say: Say): ReportSection {
  const places = [...folders, ...documents].filter(({ next }) => next !== null);
  return {
    title: say`Profiles`,
    empty: '',
    columns: [say`Where`, say`Passes`, say`Next`, say`What the next one asks for`],
    rows: [{ path: say`All documents`, ...workspace }, ...places].map(({ path, passes, next, lacks }) => [
      plain(path),
      passes === null ? bad(say`none`) : next === null ? good(passes) : plain(passes),
      plain(next ?? '-'),
      plain(lacks.map(({ rule, count }) => `${rule} (${String(count)})`).join(', ')),
    ]),
    details: [],
  };
}

function scores({ runbooks }: FolderReport, say: Say): ReportSection {
  return {
    title: say`Runbook quality`,
    empty: say`No document defines a RUN entry. Documents in a style of your own are judged by findings and profiles.`,
    columns: [say`Runbook`, say`Score`, ...criterionNames.map((name) => titleOf(name, say))],
    rows: runbooks.map((runbook) => [
      toCell(runbook),
      {
        text: `${String(runbook.score)}/7`,
        tone: runbook.score === 7 ? 'good' : 'plain',
        share: { part: runbook.score, of: 7 },
      },
      ...criterionNames.map((name) =>
        runbook.criteria.some((one) => one.name === name && one.met) ? good(say`yes`) : bad(say`no`),
      ),
    ]),
    details: runbooks
      .filter(({ score }) => score < 7)
      .map((runbook) => ({ entry: runbook, lines: lacksOf(runbook, say) })),
  };
}

function lacksOf({ stub, criteria }: ScoredRunbook, say: Say): readonly string[] {
  if (stub) return criteria[0]?.lacks ?? [];
  return criteria.flatMap(({ name, lacks }) => lacks.map((lack) => `${titleOf(name, say)}: ${lack}`));
}

function owners({ owners: all }: FolderReport, say: Say): ReportSection {
  return {
    title: say`Tests by owner`,
    empty: say`No runbooks to test.`,
    columns: [say`Owner`, say`Runbooks`, say`Stale`, say`Never tested`, say`Oldest test`],
    rows: all.map(({ owner, runbooks, stale, never, oldestDays }) => [
      owner === '' ? bad(say`unassigned`) : plain(owner),
      plain(String(runbooks)),
      stale === 0 ? plain('0') : bad(String(stale)),
      never === 0 ? plain('0') : bad(String(never)),
      plain(oldestDays === null ? '-' : oldestDays === 1 ? say`1 day ago` : say`${oldestDays} days ago`),
    ]),
    details: [],
  };
}

function runs({ runs: all }: FolderReport, say: Say): ReportSection {
  return {
    title: say`Runs`,
    empty: say`No run was recorded.`,
    columns: [say`Runbook`, say`Runs`, say`Last run`, say`Changed since`],
    rows: all.map((runbook) => {
      const { count, last, changed } = runbook;
      const words = wordsOfOneRecord(last, say);
      return [
        toCell(runbook),
        plain(String(count)),
        last.outcome === 'succeeded' ? good(words) : bad(words),
        changed === null ? plain('-') : bad(changeWords({ since: changed.since, changes: changed }, say)),
      ];
    }),
    details: all.flatMap(({ changed, ...entry }) =>
      changed === null ? [] : [{ entry, lines: differenceOf(changed) }],
    ),
  };
}

function coverage({ coverage: alerts, runbooks: all }: FolderReport, say: Say): ReportSection {
  const byId = new Map(all.map((runbook) => [runbook.id, runbook]));
  const severities = [...new Set(alerts.flatMap(({ levels }) => levels.map(({ severity }) => severity)))];
  const ordered = severities.sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return {
    title: say`Alerts and their runbooks`,
    empty: say`No alerts: no document defines a MON entry, and no alert rule pages.`,
    columns: [say`Alert`, ...ordered.map((severity) => (severity === 'Any' ? say`Any` : severity))],
    rows: alerts.map((alert) => [
      toCell(alert),
      ...ordered.map((severity): Cell => {
        const levels = alert.levels.filter((level) => level.severity === severity);
        if (levels.length === 0) return plain('');
        const runbooks = [...new Set(levels.flatMap((level) => level.runbooks))];
        if (runbooks.length === 0) return bad(say`no runbook`);
        return { ...good(runbooks.join(', ')), named: runbooks.flatMap((id) => byId.get(id) ?? []) };
      }),
    ]),
    details: alerts
      .filter(({ dangling }) => dangling.length > 0)
      .map((alert) => ({
        entry: alert,
        lines: [say`Not defined anywhere: ${alert.dangling.join(', ')}.`],
      })),
  };
}

const usualOrder = ['Critical', 'Warning', 'Info'];

function rankOf(severity: string): number {
  const index = usualOrder.indexOf(severity);
  return index < 0 ? usualOrder.length : index;
}

function mustHaves({ mustHaves: all }: FolderReport, say: Say): ReportSection {
  return {
    title: say`Runbooks that every service needs`,
    empty: '',
    columns: [say`Category`, say`Runbook`, say`Covered by`],
    rows: all.map(({ category, name, runbooks }) => [
      plain(category),
      plain(say(name)),
      runbooks.length === 0
        ? bad(say`missing`)
        : { ...good(runbooks.map(shortName).join(', ')), named: runbooks },
    ]),
    details: [],
  };
}

/** What a runbook is called: by its id, or by the title of a document without one. */
export function shortName({ id, title, file }: EntryReference): string {
  return id || title || file;
}

function orphans({ orphans: all }: FolderReport, say: Say): ReportSection {
  return {
    title: say`Unreferenced entries`,
    empty: say`Every entry is referenced.`,
    columns: [say`Entry`, say`Location`],
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

function titleOf(name: CriterionName, say: Say): string {
  const word = say(criterionWords[name]);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
