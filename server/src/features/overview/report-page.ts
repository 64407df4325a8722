/** The report as a page in the editor: the sections that every format has, with places to go to, and who leads where. */
import type {
  PageCell,
  PageLink,
  PageSection,
  Place,
  ReportedFolder,
  ReportPage,
} from '../../../../protocol/src/overview';
import {
  headlineOf,
  sectionsOf,
  shortName,
  type Cell,
  type FolderReport,
  type ReportSection,
} from '../../report/formats/sections';
import type { EntryReference } from '../../report/workspace-report';
import { entryGraph } from './entry-graph';
import { placeOfReference } from './entry-place';
import type { FolderContext } from './folder-context';

type ToLinks = (
  entries: readonly EntryReference[],
  textOf: (entry: EntryReference) => string,
) => readonly PageLink[];

/** The page on all folders; one document a slice. */
export function* reportPage(folders: readonly FolderContext[]): Generator<undefined, ReportPage> {
  const places: Place[] = [];
  const add = (place: Place): number => places.push(place) - 1;
  const reported: ReportedFolder[] = [];
  for (const folder of folders) {
    const report: FolderReport = { folder: folder.folder.name, ...(yield* folder.report()) };
    const toLinks: ToLinks = (entries, textOf) =>
      entries.flatMap((entry) => {
        const place = placeOfReference(folder, entry);
        const detail = `${entry.file}:${String(entry.line)}`;
        return place === null ? [] : [{ text: textOf(entry), detail, place: add(place) }];
      });
    const { say } = folder.context;
    const { nodes, edges } = entryGraph(folder.context);
    reported.push({
      name: folder.folder.name,
      headline: headlineOf(report, say),
      sections: sectionsOf(report, say).map((section) => toSection(section, toLinks)),
      graph: {
        nodes: nodes.map(({ id, title, deprecated, uri, idRange }) => ({
          ...{ id: id.text, title, prefix: id.prefix, deprecated },
          place: add({ uri, range: idRange }),
        })),
        edges,
      },
    });
  }
  return { folders: reported, places };
}

function toSection({ title, empty, columns, rows, details }: ReportSection, toLinks: ToLinks): PageSection {
  return {
    ...{ title, empty, columns },
    rows: rows.map((row) => row.map((cell) => toCell(cell, toLinks))),
    details: details.flatMap(({ entry, lines }) =>
      toLinks([entry], nameOf).map((link) => ({ link, lines: [...lines] })),
    ),
  };
}

function toCell({ text, tone, entry, named = [], ...cell }: Cell, toLinks: ToLinks): PageCell {
  const share = cell.share ?? null;
  if (entry !== undefined) return { text, tone, share, links: toLinks([entry], nameOf) };
  // the words of an entry that stands alone are the whole cell
  const links = toLinks(named, named.length === 1 ? () => text : shortName);
  return { text, tone, share, links };
}

function nameOf({ id, title }: EntryReference): string {
  return `${id} ${title}`.trim();
}
