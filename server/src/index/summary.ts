/**
 * What the workspace keeps of a document: its definitions, references and fragments. Small, inert and comparable:
 * when the summary of a document stays equal, no other document can be affected by its change.
 */
import { hiddenFragments } from '../document/hidden-text';
import { declaredPrefixes } from '../document/fields/declared-prefixes';
import type { RunFile } from '../document/run/run-file';
import { keyOf, type Identifier } from '../model/identifier';
import type {
  Band,
  DocumentHeading,
  Entry,
  EntryForm,
  KindDecision,
  Mention,
  Runbook,
} from '../model/runbook';
import { NestedSpans } from '../model/nested-spans';
import type { LineRange } from '../text/line-index';
import { encloses, firstFrom } from '../text/span';
import type { DocumentPlace } from '../workspace';
import { summarizeClaims, type AlertSummary, type ClaimSummary } from './alert-summary';
import { linkedPaths } from '../document/links/linked-paths';
import { References, type Spelling } from './references';
import { ownText, type SharedWords } from './shared-words';
import { claims, isNamedOtherwise } from './entry-claims';
import { hiddenIds } from './hidden-ids';
import { idsThatMayBeDefinedIn } from './id-scan';
import { misspelledDefinitions } from './misspelled-ids';
import { replacementOf } from './replacement';
import { summarizeRun } from './run-summary';
import { statedId } from './stated-id';

export type { LineRange } from '../text/line-index';

export interface Summary extends DocumentPlace {
  readonly kind: KindDecision['kind'];
  /** Whether its path says template, example, archive or changelog: it neither owns prefixes nor doubles definitions. */
  readonly quiet: boolean;
  /** Prefixes of `id_prefix`, in order. */
  readonly prefixes: readonly string[];
  readonly definitions: readonly Definition[];
  readonly references: References;
  /** Fragments that a link may name: slugs of headings on GitHub and GitLab, explicit ids, anchors; lower case. */
  readonly fragments: readonly string[];
  readonly bands: readonly Pick<Band, 'prefix' | 'first' | 'last' | 'name'>[];
  /**
   * Keys of ids that entries claim without being read as theirs, so that those who refer to them are not to blame:
   * headings that misspell them (`run_001`), **ID** fields that differ from their heading, entries in a fence or comment
   * that never ends.
   */
  readonly misspelled: readonly string[];
  /** The alerts that it defines: an alert file, which says nothing else. */
  readonly alerts: readonly AlertSummary[];
  /** The alerts that it says it is about. */
  readonly claims: readonly ClaimSummary[];
  /** What it says of a run: a run file, which says nothing else. */
  readonly run: RunFile | null;
  /** Markdown files of the same folder that it links to; see {@link linkedPaths}. */
  readonly linked: readonly string[];
  /**
   * Whether no rule can find anything in it, whatever the rest of the workspace holds: a document of no kind that
   * defines, mentions and misspells nothing, as most Markdown of a repository is. It need not be read again for findings.
   */
  readonly silent: boolean;
  /** How much of the text was read; where that is not all, {@link misspelled} holds what it may define besides. */
  readonly read: 'all' | 'headings' | 'nothing';
}

export interface Definition {
  readonly uri: string;
  readonly key: string;
  readonly id: Identifier;
  readonly form: EntryForm;
  readonly title: string;
  readonly stub: boolean;
  readonly deprecated: boolean;
  /** Key of the id that takes the place of a deprecated entry; empty when it names none. */
  readonly replacedBy: string;
  /** Whether the entry looks like one of the templates', so that a second one is a duplicate. */
  readonly claims: boolean;
  readonly status: string;
  readonly category: string;
  readonly owner: string;
  readonly lastTested: string;
  /** The id's own characters. */
  readonly idRange: LineRange;
  /** From the heading to the end of the entry. */
  readonly range: LineRange;
  /** GitHub's fragment of its heading; empty where there is none. */
  readonly slug: string;
  /** Ids that the author gave its heading, lower case: `load` of `## TEST-001: Load {#load}` or of an anchor before it. */
  readonly anchors: readonly string[];
  /** Keys of the ids that the entry's link fields, trigger and body name. */
  readonly names: readonly string[];
}

/** The summary of a parsed document. `quiet`: see {@link Summary.quiet}; `words`: those of the workspace. */
export function summarize(
  place: DocumentPlace,
  runbook: Runbook,
  quiet: boolean,
  words: SharedWords,
): Summary {
  if (runbook.kind.kind === 'run')
    return summarizeRun(place, runbook, quiet, fragmentsOf(runbook.headings, runbook));
  const around = new NestedSpans(runbook.entries.filter(({ form }) => form !== 'file-name'));
  const read = runbook.passedBound === null ? 'all' : 'headings';
  const misspelled =
    read === 'all' ? [...claimedOtherwise(runbook)] : [...idsThatMayBeDefinedIn(runbook.text)];
  return {
    uri: place.uri,
    folder: place.folder,
    path: place.path,
    kind: runbook.kind.kind,
    quiet,
    prefixes: declaredPrefixes(runbook),
    definitions: runbook.entries.map((entry) => toDefinition(place.uri, runbook, entry, words)),
    references: referencesIn(runbook, around, words),
    fragments: fragmentsOf(runbook.headings, runbook),
    bands: runbook.bands.map(({ prefix, first, last, name }) => ({ prefix, first, last, name })),
    alerts: [],
    claims: summarizeClaims(runbook),
    run: null,
    linked: linkedPaths(runbook).map(ownText),
    misspelled,
    silent:
      runbook.kind.kind === 'skill' ||
      (runbook.kind.kind === 'none' &&
        runbook.entries.length === 0 &&
        runbook.mentions.length === 0 &&
        misspelled.length === 0),
    read,
  };
}

function claimedOtherwise(runbook: Runbook): Set<string> {
  const keys = new Set(misspelledDefinitions(runbook).map(({ id }) => keyOf(id)));
  for (const entry of runbook.entries) {
    const stated = entry.stub ? null : statedId(runbook, entry);
    if (stated !== null && keyOf(stated.id) !== keyOf(entry.id)) keys.add(keyOf(stated.id));
  }
  for (const key of hiddenIds(runbook)) keys.add(key);
  return keys;
}

/** The explicit id of an entry's heading, and those of anchors in it, right before it or right below it. */
function anchorsOf({ anchors, text }: Runbook, { section, headingSpan }: Entry): string[] {
  const found: string[] = [];
  if (section?.heading?.explicitId != null) found.push(section.heading.explicitId.toLowerCase());
  for (let i = firstFrom(anchors, headingSpan.end, ({ span }) => span.start) - 1; i >= 0; i--) {
    const anchor = anchors[i];
    if (anchor === undefined || headingSpan.start - anchor.span.end > 1000) break;
    if (anchor.span.start < headingSpan.start) {
      const between = text.slice(anchor.span.end, headingSpan.start).replace(/<\/?[a-z][^<>]{0,200}>/gi, '');
      if (between.trim() !== '') break;
    }
    found.push(ownText(anchor.id.toLowerCase()));
  }
  let end = headingSpan.end;
  for (let i = firstFrom(anchors, end, ({ span }) => span.start); i < anchors.length; i++) {
    const anchor = anchors[i];
    if (anchor === undefined || anchor.span.start - end > 200) break;
    // from the last thing to the quote in front of the id nothing but tags
    if (!/^(?:\s|<\/?[a-z][^<>]{0,100}>){0,20}<[a-z][^<>]{0,100}$/i.test(text.slice(end, anchor.span.start)))
      break;
    found.push(ownText(anchor.id.toLowerCase()));
    end = Math.max(end, text.indexOf('>', anchor.span.end) + 1);
  }
  return found;
}

function toDefinition(uri: string, runbook: Runbook, entry: Entry, words: SharedWords): Definition {
  const valueOf = (key: string): string => {
    const value = entry.fields.find((field) => field.key === key)?.value;
    return value == null ? '' : ownText(runbook.text.slice(value.token.start, value.token.end));
  };
  const named = new Set<string>();
  const { mentions } = runbook;
  for (let i = firstFrom(mentions, entry.idSpan.end, ({ span }) => span.start); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.span.start >= entry.span.end || entry.form === 'file-name') break;
    if (mention.id !== null && mention.excluded !== 'range-end') named.add(words.id(mention.id).key);
  }
  named.delete(keyOf(entry.id));
  const replacement = replacementOf(runbook, entry);
  return {
    uri,
    ...words.id(entry.id),
    form: entry.form,
    title: ownText(entry.title),
    stub: entry.stub,
    deprecated: entry.deprecated !== null,
    replacedBy: replacement === null ? '' : keyOf(replacement),
    claims: claims(runbook, entry),
    status: valueOf('status'),
    category: valueOf('category'),
    owner: valueOf('owner'),
    lastTested: valueOf('last tested'),
    idRange: runbook.lines.rangeOf(entry.idSpan),
    range: runbook.lines.rangeOf(entry.span),
    slug: isNamedOtherwise(runbook, entry) ? '' : ownText(slugAt(runbook, entry.headingSpan.start)),
    anchors: anchorsOf(runbook, entry),
    names: [...named],
  };
}

/** The fragment of the heading at an offset; empty where there is none. */
function slugAt({ headings }: Runbook, start: number): string {
  const heading = headings[firstFrom(headings, start, ({ span }) => span.start)];
  return heading?.span.start === start ? heading.slug : '';
}

function referencesIn(runbook: Runbook, around: NestedSpans<Entry>, words: SharedWords): References {
  const { mentions, lines } = runbook;
  return References.pack(mentions.length, (writer) => {
    for (const mention of mentions) {
      const { id, place, excluded, span } = mention;
      if (id === null || place === 'definition') continue;
      const within = around.around({ start: span.start, end: span.start + 1 });
      const shared = words.id(id);
      const manner = {
        place,
        field: words.text(mention.field),
        excluded,
        within: within === null ? '' : words.id(within.id).key,
        repeats: place === 'link-target' && wordsOfLink(runbook, mention) === shared.key,
        spelling: spellingOf(runbook, mention, shared.id),
      };
      writer.add(shared, manner, span, lines);
    }
  });
}

function spellingOf(runbook: Runbook, { span, link }: Mention, { text }: Identifier): Spelling {
  const target = link === null ? undefined : runbook.links[link];
  // a path changes with its file only
  if (target !== undefined && encloses(target.pathSpan, span)) return 'other';
  const words = runbook.text.slice(span.start, span.end);
  if (words === text) return 'id';
  return target !== undefined && words === text.toLowerCase() ? 'fragment' : 'other';
}

/** Key of the first id in the words of the link that a mention stands in, or empty. */
function wordsOfLink(runbook: Runbook, { link }: Mention): string {
  const inline = link === null ? undefined : runbook.links[link]?.inline;
  if (inline === undefined) return '';
  const index = firstFrom(runbook.mentions, inline.text.start, (mention) => mention.span.start);
  const first = runbook.mentions[index];
  return first?.id != null && first.span.end <= inline.text.end ? keyOf(first.id) : '';
}

function fragmentsOf(headings: readonly DocumentHeading[], runbook: Runbook): string[] {
  const fragments = new Set<string>();
  for (const { slug, gitLabSlug, explicitId } of headings) {
    fragments.add(slug);
    if (gitLabSlug !== slug) fragments.add(gitLabSlug);
    if (explicitId !== null) fragments.add(ownText(explicitId.toLowerCase()));
  }
  for (const { id } of runbook.anchors) fragments.add(ownText(id.toLowerCase()));
  for (const fragment of hiddenFragments(runbook)) fragments.add(ownText(fragment));
  return [...fragments];
}

/** Whether two summaries say the same, so that the other documents see no difference. */
export function sameSummary(a: Summary, b: Summary): boolean {
  return isSame(a, b);
}

function isSame<T>(a: T, b: T): boolean {
  if (a === b) return true;
  if (a instanceof References) return b instanceof References && a.equals(b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!isSame<unknown>(a[index], b[index])) return false;
    return true;
  }
  for (const key in a) if (!isSame(a[key], b[key])) return false;
  return true;
}
