/** The places that list entries: the navigation at the top of a SoT file and its change log. */
import { identifierSource } from '../model/identifier';
import type { Part, Runbook } from '../model/runbook';
import { escapePipes } from '../document/sections/table-cells';
import { readNavigation } from '../document/links/navigation';
import { entryFragment } from '../templates/entry-fragment';
import { rememberOf } from '../text/remember';
import { encloses } from '../text/span';
import { marksAt, quoted, withoutMarks } from './insertion';

/** Text to insert at an offset. */
export interface Addition {
  readonly offset: number;
  readonly newText: string;
}

export interface RegisteredEntry {
  readonly prefix: string;
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** Whether it has no heading, so that its bullet is no link. */
  readonly isPlain?: boolean;
}

/** The navigation bullet of an entry, in order of numbers and in the style of its neighbours; null without navigation. */
export function navigationBullet(
  runbook: Runbook,
  { prefix, number, id, title, isPlain = false }: RegisteredEntry,
): Addition | null {
  const { text, lines } = runbook;
  const navigation = navigationOf(runbook);
  if (navigation === undefined) return null;
  const bullets = bulletsOf(runbook).filter((bullet) => bullet.prefix === prefix);
  const lower = bullets.filter((bullet) => bullet.number < number).at(-1);
  const model = lower ?? bullets[0];
  const fragment = isPlain ? null : entryFragment(id, title);
  const like = (line: number): string => {
    const marks = marksAt(runbook, lines.startOf(line));
    return marks + bulletLike(withoutMarks(lines.textOf(line)), id, title, fragment);
  };
  if (model !== undefined) {
    const newText = like(model.line);
    if (lower === undefined) return { offset: lines.startOf(model.line), newText: `${newText}\n` };
    return { offset: endOfBullet(runbook, lower.line), newText: `\n${newText}` };
  }
  const band = runbook.bands.find(
    (candidate) => candidate.prefix === prefix && encloses(navigation.span, candidate.span),
  );
  if (band === undefined) {
    // a list without bands goes on at its end
    const last = readNavigation(runbook)?.bullets.at(-1)?.item.span;
    if (last === undefined) return null;
    const line = lines.lineAt(last.start);
    return { offset: endOfBullet(runbook, line), newText: `\n${like(line)}` };
  }
  const bullet =
    /^[ \t>]*([-*+])[ \t]/m.exec(text.slice(navigation.content.start, navigation.content.end))?.[1] ?? '-';
  const words = `${bullet} ${fragment === null ? id : `[${id}](#${fragment})`} - ${title}`;
  const added = quoted(marksAt(runbook, band.span.start), ['', words]);
  return {
    offset: lines.spanOf(lines.lineAt(band.span.start)).end,
    newText: ['', ...added].join('\n'),
  };
}

const bulletPattern = new RegExp(`^[ \\t]*[-*+][ \\t]{1,4}[^\\r\\n]{0,4}?${identifierSource}`);

interface Bullet {
  readonly line: number;
  readonly prefix: string;
  readonly number: number;
}

/** The lines of a document's navigation that are bullets of an id, in order; asked once for each entry that is written. */
const bulletsOf = rememberOf((runbook: Runbook): readonly Bullet[] => {
  const navigation = navigationOf(runbook);
  if (navigation === undefined) return [];
  const { lines } = runbook;
  const bullets: Bullet[] = [];
  const last = lines.lineAt(navigation.content.end);
  for (let line = lines.lineAt(navigation.content.start); line <= last; line++) {
    const match = bulletPattern.exec(withoutMarks(lines.textOf(line)));
    if (match !== null) bullets.push({ line, prefix: match[1] ?? '', number: Number(match[2]) });
  }
  return bullets;
});

function navigationOf({ parts }: Runbook): Part | undefined {
  return parts.find(({ role, from }) => role === 'navigation' && from === 'heading');
}

/** Where the bullet that begins on a line ends: words below it that belong to it stay with it. */
function endOfBullet(runbook: Runbook, line: number): number {
  const { lines } = runbook;
  const bullet = readNavigation(runbook)?.bullets.find(({ item }) => lines.lineAt(item.span.start) === line);
  return lines.spanOf(bullet === undefined ? line : lines.lineAt(bullet.item.span.end - 1)).end;
}

/** A bullet in the form of another: `- [RUN-001](#…) - Title`, `- RUN-001: Title` and the like. */
function bulletLike(line: string, id: string, title: string, fragment: string | null): string {
  const linked = /^([ \t]*[-*+][ \t]+)\[([^\]]*)\]\([^)]*\)([ \t]*(?:[-–—:|][ \t]*)?)/.exec(line);
  if (linked !== null) {
    const [, lead = '- ', words = '', separator = ''] = linked;
    if (fragment === null) return `${lead}${id}${separator.trim() === '' ? ' - ' : separator}${title}`;
    // the title stands in the link's words or behind them
    if (/\s/.test(words.trim())) return `${lead}[${id}: ${title}](#${fragment})`;
    return `${lead}[${id}](#${fragment})${separator.trim() === '' ? ' - ' : separator}${title}`;
  }
  const bare = /^([ \t]*[-*+][ \t]+)(?:\*\*|`)?[A-Z]+-\d+(?:\*\*|`)?([ \t]*[-–—:|][ \t]*)?/.exec(line);
  return `${bare?.[1] ?? '- '}${id}${bare?.[2] ?? ': '}${title}`;
}

export interface LoggedChange {
  readonly id: string;
  readonly today: string;
  readonly change: string;
}

/** A row of the change log in the order that its dates have; null without a change log that has a column for ids. */
export function changeLogRow(runbook: Runbook, { id, today, change }: LoggedChange): Addition | null {
  const { text, lines, parts, tables } = runbook;
  const log = parts.findLast(({ role, from }) => role === 'change-log' && from === 'heading');
  const table =
    log === undefined
      ? undefined
      : tables.find(
          ({ block, columns }) =>
            encloses(log.span, block.span) && columns.some((column) => /(?:^|\s)ids?$/.test(column)),
        );
  if (table === undefined) return null;
  const header = table.block.rows[0];
  const widths = header?.cells.map(({ span }, index) => {
    const next = header.cells[index + 1];
    return next === undefined ? span.end - span.start : next.span.start - span.start - 3;
  });
  const cells = table.columns.map((column, index) => {
    const words = /(?:^|\s)ids?$/.test(column)
      ? id
      : column.includes('date')
        ? today
        : /change|description|summary|note/.test(column)
          ? change
          : '';
    return escapePipes(words).padEnd(widths?.[index] ?? 0);
  });
  const row = `| ${cells.join(' | ')} |`;
  const dateColumn = table.columns.findIndex((column) => column.includes('date'));
  const dates = table.rows.map(({ cells: [...all] }) =>
    text.slice(all[dateColumn]?.span.start ?? 0, all[dateColumn]?.span.end ?? 0),
  );
  const newestFirst = dates.length > 1 && (dates[0] ?? '') > (dates.at(-1) ?? '');
  const delimiter = header === undefined ? 0 : lines.lineAt(header.span.start) + 1;
  const last = table.rows.at(-1);
  const line = newestFirst || last === undefined ? delimiter : lines.lineAt(last.span.start);
  return { offset: lines.spanOf(line).end, newText: `\n${row}` };
}
