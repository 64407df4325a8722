/** What the runbooks of a workspace lack, out of its report: rows that lead to their place, each with what ends the lack. */
import type { CoverageGroup, CoverageGroupName, CoverageRow } from '../../../../protocol/src/overview';
import { parseIdentifier } from '../../model/identifier';
import type { EntryReference, GateName, MustHave, WorkspaceReport } from '../../report/workspace-report';
import { ownersOf } from '../new-entry';
import { categoriesOf } from '../shared/entry-categories';
import { placeOfReference } from './entry-place';
import type { FolderContext } from './folder-context';

type Group = Omit<CoverageGroup, 'name'>;

const names: readonly CoverageGroupName[] = ['alerts', 'rollbacks', 'risks', 'stale', 'never', 'must-haves'];

/** The groups over all folders, those with no rows too; one document a slice. */
export function* coverageOf(folders: readonly FolderContext[]): Generator<undefined, CoverageGroup[]> {
  const all: ReadonlyMap<CoverageGroupName, Group>[] = [];
  for (const folder of folders) all.push(groupsOf(folder, yield* folder.report()));
  return names.map((name) => ({
    name,
    total: all.reduce((sum, groups) => sum + (groups.get(name)?.total ?? 0), 0),
    rows: all.flatMap((groups) => groups.get(name)?.rows ?? []),
  }));
}

function groupsOf(folder: FolderContext, report: WorkspaceReport): ReadonlyMap<CoverageGroupName, Group> {
  const lacking = (name: GateName): Group => {
    const gate = report.gates.find((one) => one.name === name);
    return {
      total: gate?.total ?? 0,
      rows: (gate?.missing ?? []).map(({ reason, ...entry }) => ({
        ...rowOf(folder, entry, reason),
        fix: 'write-runbook' as const,
        // an alert rule has a name and no title
        title: entry.title === '' && parseIdentifier(entry.id) === null ? entry.id : entry.title,
        category: null,
      })),
    };
  };
  const runbooks = report.runbooks.filter(({ stub }) => !stub);
  const tested = (state: 'stale' | 'never'): Group => ({
    total: runbooks.length,
    rows: runbooks
      .filter(({ test }) => test.state === state)
      .sort((a, b) => (b.test.days ?? 0) - (a.test.days ?? 0))
      .map((runbook) => {
        const lacks = runbook.criteria.find(({ name }) => name === 'tested')?.lacks ?? [];
        const row = rowOf(folder, runbook, lacks.join(' '));
        return { ...row, fix: 'mark-tested' as const, title: '', category: null };
      }),
  });
  return new Map<CoverageGroupName, Group>([
    ['alerts', lacking('alerts')],
    ['rollbacks', lacking('rollbacks')],
    ['risks', lacking('risks')],
    ['stale', tested('stale')],
    ['never', tested('never')],
    // a folder without any document of ours needs none
    ['must-haves', report.documents === 0 ? { total: 0, rows: [] } : missingMustHaves(folder, report)],
  ]);
}

function rowOf(
  folder: FolderContext,
  entry: EntryReference,
  reason: string,
): Pick<CoverageRow, 'key' | 'id' | 'label' | 'reason' | 'detail' | 'place'> {
  const place = placeOfReference(folder, entry);
  return {
    key: `${folder.folder.uri} ${entry.file} ${entry.id}`,
    id: entry.id,
    label: `${entry.id} ${entry.title}`.trim(),
    reason,
    detail: place === null ? entry.file : folder.context.labelOf(place.uri),
    place,
  };
}

function missingMustHaves(folder: FolderContext, { mustHaves }: WorkspaceReport): Group {
  const { context } = folder;
  const { say } = context;
  const [target] = ownersOf(context, 'RUN');
  const categories = categoriesOf(context, 'RUN', undefined);
  const start = { line: 0, character: 0 };
  const place = target === undefined ? null : { uri: target, range: { start, end: start } };
  return {
    total: mustHaves.length,
    rows: mustHaves
      .filter(({ runbooks }) => runbooks.length === 0)
      .map(({ category, name }) => ({
        key: `${folder.folder.uri} ${category} ${name}`,
        id: '',
        label: say(name),
        reason: say`No runbook has a title about "${say(name)}".`,
        detail: category,
        place,
        fix: 'write-runbook',
        title: name,
        category: categoryLike(category, categories),
      })),
  };
}

/** The category of an entry that means the same: `Incident Response` for `Incident`. */
function categoryLike(wanted: MustHave['category'], categories: readonly string[]): string | null {
  return categories.find((one) => one.startsWith(wanted)) ?? null;
}
