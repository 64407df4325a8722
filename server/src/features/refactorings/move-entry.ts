/** Moves an entry to another Source-of-Truth file with everything that points at it. */
import { declaredPrefixes } from '../../document/fields/declared-prefixes';
import { hasBody } from '../../model/entry';
import type { Summary } from '../../index/summary';
import { keyOf } from '../../model/identifier';
import type { Entry, Runbook } from '../../model/runbook';
import { blockOf, type EntryBlock } from '../../document/entries/entry-block';
import { levelOfEntry, placeOfEntry, removalOf } from '../../authoring/entry-place';
import { changeLogsOf, coverageOf } from '../../document/links/change-log';
import { addPrefix, dropLastPrefix } from '../../document/fields/id-prefix-list';
import { isInBand, readNavigation, type Navigation } from '../../document/links/navigation';
import { lineEndingOf, type Edit } from '../../text/edit';
import { encloses, type Span } from '../../text/span';
import { changeLogRow, navigationBullet } from '../../authoring/entry-registers';
import type { FeatureContext } from '../shared/feature-context';
import {
  headingsOf,
  linkEdits,
  linkersOf,
  MovedFragments,
  textWith,
  type Moving,
} from '../shared/moved-fragments';
import { bulletLines, insertBulletLines, removeBulletLines } from './navigation-lines';
import { shiftHeadings } from './shift-headings';
import { isOnDefinition, type Refactoring, type RefactoringPlace } from './refactoring';

/** So many files are offered at most; those that own the prefix come first. */
const mostTargets = 8;

/** One offer for each file that may take the entry on whose definition the cursor is. */
export function* moveEntry(place: RefactoringPlace): Iterable<Refactoring> {
  const { context, runbook, uri, entry } = place;
  const block = entry === undefined ? undefined : blockOf(runbook, entry);
  if (entry === undefined || block === undefined) return;
  if (!isOnDefinition(place, entry) || !canLeave(runbook, block)) return;
  for (const summary of targetsOf(context, uri, entry)) {
    const target = context.runbook(summary.uri);
    if (target === undefined || !takes(target, entry)) continue;
    const edits = moveTo(place, block, summary.uri, target);
    if (edits === null) continue;
    const { id } = entry;
    yield {
      title:
        addPrefix(target, id.prefix).length > 0
          ? context.say`Move ${id.text} to ${summary.path} (adds ${id.prefix} to its id_prefix)`
          : context.say`Move ${id.text} to ${summary.path}`,
      kind: 'refactor.move',
      edits,
    };
  }
}

/** Footnotes and link definitions are the document's: an entry that holds some is not taken out of it. */
function canLeave(runbook: Runbook, block: EntryBlock): boolean {
  const { start, end } = block.span;
  return (
    block.outermost &&
    block.whole &&
    block.entry.form === 'heading' &&
    !/\[\^[^[\]]+\]/.test(runbook.text.slice(start, end)) &&
    !runbook.blocks.some(
      ({ type, span }) =>
        (type === 'definition' || type === 'footnote') && span.start < end && span.end > start,
    )
  );
}

function targetsOf({ workspace, placeOf }: FeatureContext, uri: string, { id }: Entry): Summary[] {
  const { folder } = placeOf(uri);
  const declares = ({ prefixes }: Summary): boolean => prefixes.includes(id.prefix);
  return [...workspace.documents()]
    .filter((one) => one.kind === 'sot' && !one.quiet && one.uri !== uri && one.folder === folder)
    .sort((a, b) => Number(declares(b)) - Number(declares(a)) || (a.path < b.path ? -1 : 1))
    .slice(0, mostTargets);
}

/** Whether the file has no such entry yet, and no bands that leave its number out. */
function takes(target: Runbook, { id }: Entry): boolean {
  const navigation = readNavigation(target);
  return (
    !target.entries.some((other) => hasBody(other) && keyOf(other.id) === keyOf(id)) &&
    (navigation === null || isInBand(navigation, id.prefix, id.number))
  );
}

function moveTo(
  { context, runbook, uri }: RefactoringPlace,
  leaving: EntryBlock,
  to: string,
  target: Runbook,
): Map<string, Edit[]> | null {
  const { entry, span: block } = leaving;
  const level = entry.section?.heading?.depth ?? 2;
  const delta = (levelOfEntry(target, entry.id) ?? level) - level;
  const shifts = shiftHeadings(runbook, block, delta);
  if (shifts === null) return null;
  // where the other file has no place for it the bullet stays, with what the author says there, and leads to that file
  const navigation = navigationFor(target, entry);
  const bullet =
    navigation === null
      ? undefined
      : readNavigation(runbook)?.bullets.find(({ mention }) => keyOf(mention.id) === keyOf(entry.id));
  const bulletSpan = bullet === undefined ? null : bulletLines(runbook, bullet);
  const moved = fragmentsAfter(uri, runbook, leaving, to, target);
  const moving: Moving = { spans: bulletSpan === null ? [block] : [block, bulletSpan], to };
  const links = linkEdits(context, uri, moved, moving);
  const eol = lineEndingOf(target.text);
  const toTarget = (span: Span): string =>
    textWith(runbook, span, [...links, ...shifts]).replace(/\r\n|\r|\n/g, eol);

  const here = [
    { span: removalOf(runbook, leaving), newText: '' },
    ...(bullet === undefined ? [] : [removeBulletLines(runbook, bullet)]),
    ...logEdits(context, runbook, entry, 'leaves', context.placeOf(to).path),
    ...prefixLeft(runbook, entry),
  ];
  const { offset, before, after } = placeOfEntry(target, { ...entry.id, form: entry.form });
  const there = [
    ...(navigation === null
      ? []
      : bulletThere(target, navigation, entry, bulletSpan === null ? null : toTarget(bulletSpan))),
    ...logEdits(context, target, entry, 'comes', context.placeOf(uri).path),
    { span: { start: offset, end: offset }, newText: before + toTarget(block) + after },
    ...addPrefix(target, entry.id.prefix),
  ];
  const isOutside = ({ span }: Edit): boolean => !here.some((removed) => encloses(removed.span, span));
  const edits = new Map<string, Edit[]>([
    [uri, [...here, ...links.filter(isOutside)]],
    [to, [...there, ...linkEdits(context, to, moved)]],
  ]);
  for (const linker of linkersOf(context, moved.uris)) {
    if (linker === uri || linker === to) continue;
    const own = linkEdits(context, linker, moved);
    if (own.length > 0) edits.set(linker, own);
  }
  return edits;
}

function fragmentsAfter(
  uri: string,
  runbook: Runbook,
  { entry, span: block }: EntryBlock,
  to: string,
  target: Runbook,
): MovedFragments {
  const moved = new MovedFragments();
  const own = headingsOf(uri, runbook);
  const leaving = own.filter(({ heading }) => encloses(block, heading.span));
  const there = headingsOf(to, target);
  const { offset: start } = placeOfEntry(target, { ...entry.id, form: entry.form });
  const at = there.findIndex(({ heading }) => heading.span.start >= start);
  there.splice(at < 0 ? there.length : at, 0, ...leaving);
  moved.arrange(to, there);
  const staying = own.filter((heading) => !leaving.includes(heading));
  moved.arrange(uri, staying);
  const left: string[] = staying.flatMap(({ heading: { slug, explicitId } }) =>
    explicitId === null ? [slug] : [slug, explicitId],
  );
  for (const { id, span } of runbook.anchors)
    if (encloses(block, span)) moved.add({ uri, fragment: id }, { uri: to, fragment: id });
    else left.push(id);
  moved.moveEntry(entry.id, uri, to, left);
  return moved;
}

/** The navigation of a file, where it has no bullet of the entry yet and a place for one. */
function navigationFor(target: Runbook, { id }: Entry): Navigation | null {
  const navigation = readNavigation(target);
  if (navigation === null || navigation.listed.has(keyOf(id))) return null;
  return insertBulletLines(target, navigation, id, '-') === null ? null : navigation;
}

/** The author's own bullet goes along; a file whose entry had none gets one in the style of its navigation. */
function bulletThere(
  target: Runbook,
  navigation: Navigation,
  { id, title }: Entry,
  words: string | null,
): Edit[] {
  const written =
    words ??
    navigationBullet(target, { prefix: id.prefix, number: id.number, id: id.text, title })?.newText.trim() ??
    `- ${id.text}${title === '' ? '' : `: ${title}`}`;
  const edit = insertBulletLines(target, navigation, id, written);
  return edit === null ? [] : [edit];
}

/** Without band and without other entries the prefix has no place in the file any more. */
function prefixLeft(runbook: Runbook, { id }: Entry): Edit[] {
  const rest = runbook.entries.filter((other) => other.id.prefix === id.prefix && other.form !== 'fence');
  const band = runbook.bands.some(({ prefix }) => prefix === id.prefix);
  return rest.length > 1 || band || declaredPrefixes(runbook).length < 2
    ? []
    : dropLastPrefix(runbook, id.prefix);
}

/** A row where the entry comes, unless its log knows it; where it leaves again, that row goes and history stays. */
function logEdits(
  { today }: FeatureContext,
  runbook: Runbook,
  { id }: Entry,
  way: 'leaves' | 'comes',
  otherPath: string,
): Edit[] {
  const change = `Moved here from ${otherPath}`;
  const { lines, text } = runbook;
  const logs = changeLogsOf(runbook);
  if (way === 'leaves') {
    for (const { table, idColumn } of logs) {
      const row = table.rows.find(({ cells }) => {
        const words = cells.map(({ span }) => text.slice(span.start, span.end));
        return words[idColumn] === id.text && words.includes(change);
      });
      if (row === undefined) continue;
      const line = lines.lineAt(row.span.start);
      return [{ span: { start: lines.spanOf(line - 1).end, end: lines.spanOf(line).end }, newText: '' }];
    }
    return [];
  }
  if (logs.length === 0 || coverageOf(runbook, logs)(id)) return [];
  const row = changeLogRow(runbook, { id: id.text, today: today(), change });
  if (row === null) return [];
  const newText = row.newText.replaceAll('\n', lineEndingOf(text));
  return [{ span: { start: row.offset, end: row.offset }, newText }];
}
