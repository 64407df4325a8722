/**
 * The findings that an edit brings. Not all that are new: an edit may have more of a document judged than before, and
 * what is said of that was true before. So these are none that it brings:
 *
 * - what is said of a document that was not judged, or as one of another kind;
 * - what is said of an entry that was none, stood in a document of another kind, was still a template, or took its fields from the document as its only one,
 *   and what is said with regard to such a template, wherever it is said;
 * - what is said at a place of which something else was said before: one cause, one finding, whichever rule says it;
 * - what is said of a document whose only heading names the document now, and so is no section any more;
 * - what is said where an id is named that several entries had: which of them is meant may be another one now;
 * - what is said of gaps that it inserts: they are for the author to fill in.
 */
import { hasBody } from '../../server/src/model/entry';
import { keyOf } from '../../server/src/model/identifier';
import type { Entry, Runbook } from '../../server/src/model/runbook';
import { isUnfilled } from '../../server/src/document/scope';
import type { Finding, RelatedPlace } from '../../server/src/lint/rule';
import type { RunbookService } from '../../server/src/service';
import type { Edit } from '../../server/src/text/edit';
import { newFindings, serve, served, spelledUri, type Texts } from './changed-workspace';
import { counted, offsetAfter } from './edited-texts';
import type { ProductEdit } from './product-edit';
import { isRevealed } from './revealed';

/** What slots that an edit inserts may bring. */
const ofSlots = ['placeholder', 'stub-entry', 'unfilled-template'];

/** The findings that an edit brings, by rule. */
export function broughtBy(change: ProductEdit, after: Texts): string[] {
  const { files, asked, renames, corrections = [] } = change;
  if (asked.includes('*') || partsComment(change)) return [];
  const [old, current] = [served(files), serve(after)];
  const before = new Map([...files.keys()].map((path) => [renames.get(path) ?? path, path]));
  const isJudgedAlike = [...before].every(
    ([path, of]) => judgedAs(current, path) === judgedAs(old, of) && isJudged(old, of),
  );
  if (!isJudgedAlike) return [];
  const paths = new Map([...before].map(([path, of]) => [spelledUri(path), of]));
  const known = entriesOf(old, files);
  const ambiguous = new Set([...definedIn(old, files)].flatMap(([key, count]) => (count > 1 ? [key] : [])));
  const wasInTemplate = ({ uri, range }: RelatedPlace): boolean => {
    const [path, runbook] = [paths.get(uri), current.runbook(uri)];
    const was = path === undefined ? undefined : old.runbook(spelledUri(path));
    if (path === undefined || runbook === undefined || was === undefined) return false;
    return isInTemplate(was, change.edits.get(path) ?? [], runbook.lines.offsetAt(range.start));
  };
  const isHeld = (uri: string, finding: Finding): boolean => {
    const [path, runbook] = [paths.get(uri), current.runbook(uri)];
    if (path === undefined || runbook === undefined) return true;
    if (corrections.some((correction) => isRevealed(correction, { path, runbook, finding }))) return false;
    // nothing repeats what stands in a template, and no bullet gives it another title
    if (namesOneOf(runbook, finding, ambiguous) || finding.related.some(wasInTemplate)) return false;
    const own = change.edits.get(path) ?? [];
    const was = old.runbook(spelledUri(path));
    if (was !== undefined && becomesTitle(was, runbook)) return false;
    // a comment above the heading of a template silences nothing yet
    const below = runbook.lines.startOf(runbook.lines.lineAt(finding.span.start) + 1);
    if (was !== undefined && finding.rule.name === 'unused-suppression' && isInTemplate(was, own, below))
      return false;
    const entry = entryAround(runbook, finding);
    if (was !== undefined && entry !== undefined) {
      const isSame = ({ headingSpan: { start } }: Entry): boolean =>
        offsetAfter(own, start, 'after') === entry.headingSpan.start;
      const stayed = was.entries.find((one) => hasBody(one) && isSame(one));
      const moved = stayed === undefined ? known.get(keyOf(entry.id)) : undefined;
      if (stayed === undefined && moved?.kind !== runbook.kind.kind) return false;
      if (isOnlyOne(was) && !isOnlyOne(runbook)) return false;
      // what stands in a template is none of the entries in it either
      if (isInTemplate(was, own, finding.span.start)) return false;
    }
    const places = [spelledUri(path), uri] as const;
    return corrections.length > 0 || !isSaidOtherwise([old, current], own, places, runbook, finding);
  };
  return newFindings(old, current, [...asked, ...ofSlots], isHeld)
    .filter((finding) => !finding.startsWith('empty-'))
    .map((finding) => `brings ${finding}`);
}

/** The innermost entry with a body that a finding is about or stands in. */
function entryAround({ entries }: Runbook, { entry, span }: Finding): Entry | undefined {
  return (
    entry ??
    entries.findLast((one) => hasBody(one) && one.span.start <= span.start && span.start < one.span.end)
  );
}

/** Whether an offset after edits lies in what was a template before them. */
function isInTemplate({ entries }: Runbook, own: readonly Edit[], offset: number): boolean {
  return entries.some(
    ({ stub, span }) =>
      stub && offsetAfter(own, span.start, 'after') <= offset && offset < offsetAfter(own, span.end, 'after'),
  );
}

/** Whether the only heading of a document is its title once there are others. */
function becomesTitle(before: Runbook, after: Runbook): boolean {
  const titles = after.headings.filter(({ depth }) => depth === 1);
  return before.headings.length === 1 && after.headings.length > 1 && titles.length === 1;
}

/** Whether a document has one entry, for which its fields speak. */
function isOnlyOne({ entries }: Runbook): boolean {
  return entries.filter(hasBody).length === 1;
}

/** The entries with a body by their ids, with the kind of the document that holds them; of several, one that is no template. */
function entriesOf(service: RunbookService, files: Texts): ReadonlyMap<string, KnownEntry> {
  const found = new Map<string, KnownEntry>();
  for (const path of files.keys()) {
    const runbook = service.runbook(spelledUri(path));
    for (const { id, form, stub } of runbook?.entries ?? [])
      if (hasBody({ form }) && found.get(keyOf(id))?.stub !== false)
        found.set(keyOf(id), { stub, kind: runbook?.kind.kind });
  }
  return found;
}

interface KnownEntry {
  readonly stub: boolean;
  readonly kind: string | undefined;
}

/** How many entries have each id. */
function definedIn(service: RunbookService, files: Texts): Map<string, number> {
  return counted(
    [...files.keys()].flatMap((path) =>
      (service.runbook(spelledUri(path))?.entries ?? []).map(({ id }) => keyOf(id)),
    ),
  );
}

/** Whether the line of a finding names one of some ids. */
function namesOneOf({ mentions, lines }: Runbook, { span }: Finding, keys: ReadonlySet<string>): boolean {
  const line = lines.lineAt(span.start);
  return (
    keys.size > 0 &&
    mentions.some(
      ({ id, place, span: { start } }) =>
        id !== null && place !== 'definition' && keys.has(keyOf(id)) && lines.lineAt(start) === line,
    )
  );
}

/** Whether another rule spoke before of the line that a finding stands in, or for it there, and does so no more. */
function isSaidOtherwise(
  [old, current]: readonly [before: RunbookService, after: RunbookService],
  own: readonly Edit[],
  [was, is]: readonly [before: string, after: string],
  { lines }: Runbook,
  { rule, span }: Finding,
): boolean {
  const line = lines.lineAt(span.start);
  const left = new Set(
    current.findings(is).flatMap((one) => (lines.lineAt(one.span.start) === line ? [one.rule.name] : [])),
  );
  return old.findings(was).some((one) => {
    if (one.rule.name === rule.name || left.has(one.rule.name)) return false;
    const covered = rule.yieldsTo?.includes(one.rule.name) === true ? (one.covers ?? []) : [];
    return [one.span, ...covered].some(
      ({ start }) => lines.lineAt(offsetAfter(own, start, 'after')) === line,
    );
  });
}

/** Whether something is inserted behind words that a comment about the line below follows, and so cannot move. */
function partsComment({ files, edits }: ProductEdit): boolean {
  return [...edits].some(([path, own]) =>
    own.some(({ span }) =>
      /[^\s>][^\r\n]*<!--[^\r\n]*disable-next-line[^\r\n]*-->\s*$/.test(
        (files.get(path) ?? '').slice(0, span.start),
      ),
    ),
  );
}

/** The kind of a document, and of which prefixes it has entries: these decide what is found in it. */
function judgedAs(service: RunbookService, path: string): string {
  const runbook = service.runbook(spelledUri(path));
  if (runbook === undefined) return 'none';
  if (runbook.alerts !== null) return 'alerts';
  const prefixes = new Set(runbook.entries.map((entry) => (hasBody(entry) ? entry.id.prefix : entry.form)));
  return [runbook.kind.kind, ...[...prefixes].sort()].join(' ');
}

/** Whether a document was judged: it is of a kind, and no template as a whole, nor are all of its entries. */
function isJudged(service: RunbookService, path: string): boolean {
  const runbook = service.runbook(spelledUri(path));
  if (runbook === undefined || runbook.alerts !== null) return runbook !== undefined;
  const bodied = runbook.entries.filter(hasBody);
  const areTemplates = bodied.length > 0 && bodied.every(({ stub }) => stub);
  return runbook.kind.kind !== 'none' && !isUnfilled(runbook) && !areTemplates;
}
