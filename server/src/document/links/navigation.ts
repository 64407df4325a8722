/** The navigation of a document: the lists of its entries that stand at its top (docs/runbook-format.md#bands). */
import { keyOf } from '../../model/identifier';
import type { Block, ListItem } from '../../model/markdown';
import type { Band, Part, Runbook } from '../../model/runbook';
import { Coverage } from '../../text/coverage';
import { rememberOf, rememberWords } from '../../text/remember';
import { firstFrom, trimSpan, type Span } from '../../text/span';
import { isNamed, type NamedMention } from './link-ids';

export interface NavigationBullet {
  readonly item: ListItem;
  /** The first id on the bullet's first line. */
  readonly mention: NamedMention;
  /** - [RUN-001](#run-001-title) - «Title»; null when the bullet has none. */
  readonly title: Span | null;
}

export interface Navigation {
  readonly parts: readonly Part[];
  readonly bullets: readonly NavigationBullet[];
  readonly bands: readonly Band[];
  /** Keys of all ids that it names, ends of ranges left out. */
  readonly listed: ReadonlySet<string>;
}

/** The navigation of a document, or null when it has none that lists entries. */
export const readNavigation = rememberOf((runbook: Runbook): Navigation | null => {
  const parts = navigationParts(runbook);
  if (parts.length === 0) return null;
  const bullets = parts.flatMap((part) =>
    itemsWithin(runbook.blocks, part.span).flatMap((item) => toBullet(runbook, item) ?? []),
  );
  const bands = runbook.bands.filter(({ span }) => isInNavigation(parts, span));
  const open = bands.some(({ span }) => /^\W{0,6}:\W{0,6}$/.test(restOfLine(runbook, span.end)));
  if (bullets.length === 0 && !open && !hasTable(runbook, parts)) return null;
  const listed = new Set<string>();
  for (const { id, span, excluded } of runbook.mentions)
    if (id !== null && excluded !== 'range-end' && isInNavigation(parts, span)) listed.add(keyOf(id));
  return { parts, bullets, bands, listed };
});

/** Whether a table of the navigation names ids in its first column. */
function hasTable({ tables, mentions }: Runbook, parts: readonly Part[]): boolean {
  return tables.some(
    ({ block, rows }) =>
      isInNavigation(parts, block.span) &&
      rows.some(({ cells: [cell] }) => {
        if (cell === undefined) return false;
        const mention = mentions[firstFrom(mentions, cell.span.start, ({ span }) => span.start)];
        return mention?.id != null && mention.span.start < cell.span.end;
      }),
  );
}

/** The sections and labels that are a document's navigation. */
export const navigationParts = rememberOf(({ parts }: Runbook): readonly Part[] =>
  parts.filter(({ role }) => role === 'navigation'),
);

const coverageOf = rememberOf((parts: readonly Part[]) => new Coverage(parts.map(({ span }) => span)));

/** Whether a place lies in one of the parts of the navigation. */
export function isInNavigation(parts: readonly Part[], span: Span): boolean {
  return coverageOf(parts).encloses(span);
}

/** The number of an entry lies in a band of its prefix, or the navigation declares none. */
export function isInBand({ bands }: Navigation, prefix: string, number: number): boolean {
  const own = bands.filter((band) => band.prefix === prefix);
  return own.length === 0 || own.some(({ first, last }) => first <= number && number <= last);
}

/** A title as it is compared: without markup, marks of deprecation, closing punctuation and differences of case. */
export const comparableTitle = rememberWords((words) =>
  words
    .toLowerCase()
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\[?\(?\bdeprecated\b\)?\]?/g, ' ')
    .replace(/[*_`~]/g, '')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:|)\]–—-]+|(?<![\s.:;,])[\s.:;,]+$/g, ''),
);

function itemsWithin(blocks: readonly Block[], span: Span): ListItem[] {
  const from = firstFrom(blocks, span.start, (block) => block.span.start);
  const to = firstFrom(blocks, span.end, (block) => block.span.start);
  return blocks.slice(from, to).flatMap(itemsOf);
}

function itemsOf(block: Block): ListItem[] {
  if (block.type === 'quote') return block.blocks.flatMap(itemsOf);
  if (block.type !== 'list') return [];
  return block.items.flatMap((item) => [item, ...item.blocks.flatMap(itemsOf)]);
}

function toBullet(runbook: Runbook, item: ListItem): NavigationBullet | null {
  const { mentions, links, lines, text } = runbook;
  const line = lines.spanOf(lines.lineAt(item.span.start));
  const mention = mentions[firstFrom(mentions, item.span.start, ({ span }) => span.start)];
  if (mention === undefined || mention.span.start >= line.end) return null;
  if (!isNamed(mention) || mention.excluded !== null) return null;
  const link = mention.link === null ? undefined : links[mention.link];
  if (link === undefined) return { item, mention, title: titleIn(text, mention.span.end, line.end) };
  const { inline } = link;
  if (mention.place === 'link-target' && namesPart(runbook, mention)) return null;
  if (mention.place === 'link-target')
    return { item, mention, title: titleIn(text, inline.text.start, inline.text.end) };
  return {
    item,
    mention,
    title:
      titleIn(text, mention.span.end, inline.text.end) ??
      titleIn(text, inline.span.end, Math.max(line.end, inline.span.end)),
  };
}

/** Digits that an id has at least, but for those of epics. */
const fewestDigits = 3;

/** Whether what reads like an id in a fragment counts a part of the document: `[Step 1: Drain](#step-1-drain)`. */
function namesPart({ entries }: Runbook, { id, span }: NamedMention): boolean {
  const digits = span.end - span.start - id.prefix.length - 1 - id.suffix.length;
  return (
    id.prefix !== 'EPIC' && digits < fewestDigits && !entries.some((entry) => keyOf(entry.id) === keyOf(id))
  );
}

/** The words of a stretch behind its separators and inside its emphasis, or null. */
function titleIn(text: string, start: number, end: number): Span | null {
  const lead = /^(?:[\s*_`)\]]|(?<![-–—:|])[-–—:|]+(?=[\s*_]|$)|[:|])*/.exec(text.slice(start, end));
  const tail = /(?<![\s*_`])[\s*_`]*$/.exec(text.slice(start, end));
  const from = start + (lead?.[0].length ?? 0);
  const to = end - (tail?.[0].length ?? 0);
  return to > from ? trimSpan(text, { start: from, end: to }) : null;
}

function restOfLine({ lines, text }: Runbook, offset: number): string {
  return text.slice(offset, lines.spanOf(lines.lineAt(offset)).end).replace(/^[^)]*\)/, '');
}
