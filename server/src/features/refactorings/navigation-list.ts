/** Builds the navigation of a Source-of-Truth file from its entries, or puts the one that is there in order. */
import { keyOf } from '../../model/identifier';
import type { Entry, Runbook } from '../../model/runbook';
import { entryBlocks, type EntryBlock } from '../../document/entries/entry-block';
import { joinLines, marksAt, quoted } from '../../authoring/insertion';
import { insertBullet, plainBullet } from '../../authoring/navigation-bullet';
import { navigationParts, readNavigation, type Navigation } from '../../document/links/navigation';
import type { Edit } from '../../text/edit';
import { encloses } from '../../text/span';
import { sortBullets } from '../shared/sorted-navigation';
import { rewriteHere, type Refactoring, type RefactoringPlace } from './refactoring';

const groupNames: Readonly<Record<string, string>> = {
  DEP: 'Deployment Procedures',
  GTM: 'Go-to-Market Activities',
  RUN: 'Operational Runbooks',
  MON: 'Monitoring & Alerting',
};

/** Offered on the title, in the navigation, and on the entries' headings. */
export function* navigationList(place: RefactoringPlace): Iterable<Refactoring> {
  const { runbook, selection } = place;
  const blocks = entryBlocks(runbook);
  const entries = blocks.map(({ entry }) => entry);
  if (runbook.kind.kind !== 'sot' || !entries.some(({ form }) => form === 'heading')) return;
  const parts = navigationParts(runbook);
  const line = runbook.lines.lineAt(selection.start);
  const onHeading = runbook.headings.some(({ span }) => runbook.lines.lineAt(span.start) === line);
  if (!onHeading && !parts.some(({ span }) => encloses(span, selection))) return;
  const navigation = readNavigation(runbook);
  if (navigation !== null) {
    const whole = { start: 0, end: runbook.text.length };
    yield* rewriteHere(
      place,
      place.context.say`Sort the navigation`,
      sortBullets(runbook, navigation, whole),
    );
    yield* rewriteHere(
      place,
      place.context.say`Add missing entries to the navigation`,
      completed(runbook, navigation, entries),
    );
    // it would be a part of an entry in plain lines, which goes on to the next one, and would hold deeper headings
  } else if (parts.length === 0 && (entries[0]?.section?.heading?.depth ?? 7) <= 2)
    yield* rewriteHere(place, place.context.say`Add a navigation section`, built(runbook, blocks));
}

/** Anchors of bullets are corrected, bullets that lack are added; bands and all other lines stay. */
function completed(runbook: Runbook, navigation: Navigation, entries: readonly Entry[]): Edit[] {
  const edits: Edit[] = [];
  // of several entries with one id, a bullet leads to the first
  const first = new Map(entries.toReversed().map((entry) => [keyOf(entry.id), entry]));
  for (const { mention } of navigation.bullets) {
    const entry = first.get(keyOf(mention.id));
    const heading = runbook.headings.find(({ span }) => span.start === entry?.headingSpan.start);
    const slug = heading?.slug;
    const link = mention.link === null ? undefined : runbook.links[mention.link];
    if (slug === undefined || link?.path !== '' || link.fragment === null) continue;
    const known = [slug, heading?.gitLabSlug, heading?.explicitId?.toLowerCase()];
    if (!known.includes(link.fragment.toLowerCase())) edits.push({ span: link.fragmentSpan, newText: slug });
  }
  const missing = new Map<number, string>();
  const add = ({ span: { start }, newText }: Edit): void => {
    const before = missing.get(start);
    // a second bullet behind the band line starts no list of its own
    const more = before === undefined ? newText : newText.replace(/^\r?\n[ \t>]*(?=\r?\n)/, '');
    missing.set(start, (before ?? '') + more);
  };
  const homeless: Entry[] = [];
  for (const entry of [...first.values()].sort((a, b) => a.id.number - b.id.number)) {
    if (navigation.listed.has(keyOf(entry.id)) || entry.deprecated !== null) continue;
    const edit = insertBullet(runbook, navigation, entry);
    if (edit === null) homeless.push(entry);
    else add(edit);
  }
  // without a band of their own they follow the last bullet, be it a new one
  const last = Math.max(...missing.keys());
  for (const entry of Number.isFinite(last) ? homeless : []) {
    const words = quoted(marksAt(runbook, last), [plainBullet(runbook, entry)]);
    const newText = joinLines(runbook, ['', ...words]);
    add({ span: { start: last, end: last }, newText });
  }
  for (const [start, newText] of missing) edits.push({ span: { start, end: start }, newText });
  return edits;
}

function built(runbook: Runbook, blocks: readonly EntryBlock[]): Edit[] {
  const entries = blocks.map(({ entry }) => entry);
  const lines: string[] = ['## Navigation by Category', ''];
  for (const prefix of new Set(entries.map(({ id }) => id.prefix))) {
    const own = entries.filter(({ id }) => id.prefix === prefix).sort((a, b) => a.id.number - b.id.number);
    const first = own[0]?.id.number ?? 1;
    const last = own.at(-1)?.id.number ?? 1;
    const low = Math.max(Math.min(1, first), Math.floor(first / 100) * 100);
    const high = Math.floor(last / 100) * 100 + 99;
    lines.push(`**${groupNames[prefix] ?? prefix}** (${idOf(prefix, low)} to ${idOf(prefix, high)}):`, '');
    lines.push(...own.map((entry) => plainBullet(runbook, entry)), '');
  }
  const start = blocks[0]?.span.start ?? runbook.text.length;
  return [{ span: { start, end: start }, newText: joinLines(runbook, [...lines, '---', '', '']) }];
}

function idOf(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(3, '0')}`;
}
