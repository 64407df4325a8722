/** An identifier in a heading or field in the wrong format: `RUN-1`, `run_001`, or with a hyphen that nobody types. */
import { statedId } from '../../../index/stated-id';
import { meantBy, misspelledDefinitions, misspelledSource } from '../../../index/misspelled-ids';
import { formatIdentifier, hasOtherHyphen, keyOf, type Identifier } from '../../../model/identifier';
import type { Entry, Runbook } from '../../../model/runbook';
import { groupBy } from '../../../text/group-by';
import { rememberOf, rememberWords } from '../../../text/remember';
import { encloses, firstFrom, type Span } from '../../../text/span';
import { entryFinder } from '../../../document/entries/run-entries';
import { wordsAt } from '../../../document/fields/fields';
import { placeOfPrefix } from '../../../document/fields/id-prefix-list';
import { isJudged } from '../../is-judged';
import { placesOf } from '../../../document/links/link-ids';
import { isInNavigation, navigationParts } from '../../../document/links/navigation';
import { renumberMentions } from '../../../authoring/renumber';
import { leavesLinks } from '../../shared/heading-links';
import { Messages } from '../../message';
import { repeatedTitles } from '../../shared/repeated-titles';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface MalformedId extends Match {
  readonly id: Identifier;
  readonly written: string;
  /** The entry that it defines, when it is read as one. */
  readonly defines: Entry | null;
}

const messages = new Messages({
  malformed: 'Malformed ID "{written}": searches and links miss it. Write it as {id}.',
});

export const malformedId = defineRule<MalformedId>({
  meta: {
    name: 'malformed-id',
    summary: 'An identifier that is not written as PREFIX-001',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    group: 'identifiers',
    yieldsTo: ['dangling-id', 'nav-unknown-entry', 'change-log-unknown-id'],
  },
  *find(context) {
    const { runbook, workspace, quiet } = context;
    if (quiet) return;
    const judged = isJudged(context);
    if (judged) yield* inDefinitions(context);
    for (const { id, span, heading } of misspelledDefinitions(runbook)) {
      if (!workspace.owns(id.prefix) || !(judged || looksLikeEntry(context, heading))) continue;
      const covers = [span, ...referencesTo(runbook, id)];
      yield { span, id, written: wordsAt(runbook, span), defines: null, covers, standsAlone: true };
    }
    if (!judged) return;
    yield* inMentions(context);
    yield* inFields(context);
  },
  message({ id, written }) {
    return messages.of('malformed', { written, id: canonical(id) });
  },
  fixes({ span, id, defines }, context) {
    const { runbook, place, workspace } = context;
    const text = canonical(id);
    const edits = new Map([[span.start, { span, newText: text }]]);
    if (defines !== null) {
      const stated = statedId(runbook, defines);
      if (stated !== null && keyOf(stated.id) === keyOf(id))
        edits.set(stated.span.start, { span: stated.span, newText: text });
      for (const edit of renumberMentions(runbook, id, text))
        if (!/^\d/.test(edit.newText)) edits.set(edit.span.start, edit);
    }
    const taken = defines === null && workspace.definitions(keyOf(id)).some(({ uri }) => uri === place.uri);
    return [
      {
        title: context.say`Change to ${text}`,
        edits: new Map([[place.uri, [...edits.values()]]]),
        // a heading that would become a duplicate of another is for the author to decide, and so are links to its anchor
        automatic:
          !(taken && runbook.headings.some(({ span: heading }) => encloses(heading, span))) &&
          !leavesLinks(context, [...edits.values()]),
        removes: 'id',
      },
    ];
  },
});

/** Where the document refers to the id that a misspelled heading means to define, and declares its prefix. */
function referencesTo(runbook: Runbook, { prefix, number, suffix }: Identifier): Span[] {
  const places = runbook.mentions
    .filter(({ id }) => id?.prefix === prefix && id.number === number && id.suffix === suffix)
    .flatMap((mention) => placesOf(runbook, mention));
  const declared = placeOfPrefix(runbook, prefix);
  return declared === undefined ? places : [...places, declared];
}

function canonical({ prefix, number, suffix }: Identifier): string {
  return formatIdentifier(prefix, number, suffix);
}

/** Two digits or more for EPIC, three for all others, four only when it takes them. */
function isWellFormed({ prefix, suffix, text }: Identifier): boolean {
  const first = prefix.length + 1;
  const digits = text.length - first - suffix.length;
  if (prefix === 'EPIC') return digits >= 2;
  return digits === 3 || (digits > 3 && text.charAt(first) !== '0');
}

function* inDefinitions({ runbook, workspace }: RuleContext): Iterable<MalformedId> {
  for (const entry of runbook.entries) {
    const { id, form, idSpan: span } = entry;
    if (form === 'fence' || form === 'file-name' || !workspace.owns(id.prefix)) continue;
    const written = wordsAt(runbook, span);
    if (isWellFormed(id) && !hasOtherHyphen(written)) continue;
    // what a bullet calls the entry is another matter than how the entry writes its id
    yield {
      span,
      id,
      written: hasOtherHyphen(written) ? written : id.text,
      entry,
      defines: entry,
      standsAlone: true,
    };
  }
}

/** Ids of fields and of the navigation, unless they repeat how the entry itself is written. */
function* inMentions(context: RuleContext): Iterable<MalformedId> {
  const { runbook, workspace } = context;
  const navigation = navigationParts(runbook);
  const malformed = runbook.mentions.filter(
    ({ id, excluded, span }) =>
      id !== null && excluded === null && (!isWellFormed(id) || hasOtherHyphen(wordsAt(runbook, span))),
  );
  const defined = new Set(
    runbook.entries.flatMap(({ id, idSpan }) =>
      hasOtherHyphen(wordsAt(runbook, idSpan)) ? [keyOf(id)] : [],
    ),
  );
  for (const { id, span, place, field } of malformed) {
    if (id === null || !workspace.owns(id.prefix)) continue;
    const inField = place === 'field' || (place === 'link-text' && field !== '');
    if (!inField && (place === 'link-target' || place === 'definition' || !isInNavigation(navigation, span)))
      continue;
    if (isLabel(runbook, span) || repeatedTitles(context).encloses(span)) continue;
    const written = wordsAt(runbook, span);
    const definition = workspace.definition(keyOf(id));
    const repeats = hasOtherHyphen(written) ? defined.has(keyOf(id)) : definition?.id.text === id.text;
    // the later items of DEP-001/02 are short on purpose, and a misspelled heading is where to correct an id
    if (repeats || /^\d/.test(written) || workspace.isMisspelled(keyOf(id))) continue;
    // an undefined id is wrong in more than its format
    yield { span, id, written, defines: null, ...(definition === undefined ? { covers: [] } : {}) };
  }
}

const misspelled = new RegExp(`(?<![\\w#/.\\x60-])${misspelledSource}(?![-.]\\w|\\x60)`, 'g');
const idLists = /^(?:(?:linked|related) ids?|related|runbooks?|related runbooks?|alerts?)$/i;

/** Misspelled ids in **ID** fields and in lists of ids. */
function* inFields({ runbook, workspace }: RuleContext): Iterable<MalformedId> {
  const { labels, parts, text } = runbook;
  const spans: Span[] = [];
  for (const { key, value } of labels) if (key === 'id' && value !== null) spans.push(value.span);
  for (const { role, name, content } of parts)
    if (role === 'linked-ids' && idLists.test(name)) spans.push(content);
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let done = 0;
  for (const { start, end } of spans) {
    if (start < done) continue;
    done = end;
    for (const { id, written, index } of misspelledIn(text.slice(start, end))) {
      const at = { start: start + index, end: start + index + written.length };
      if (!workspace.owns(id.prefix) || isLabel(runbook, at) || isExample(runbook, at)) continue;
      // an entry that lists an id so does list it
      const isDefined = workspace.definition(keyOf(id)) !== undefined;
      const covers = isDefined ? [at, ...mentionsAround(runbook, id, at)] : [at];
      yield { span: at, id, written, defines: null, covers };
    }
  }
}

/** Mentions by key; more than these of one id are not told apart. */
const mostMentions = 100;
const mentionsByKey = rememberOf(({ mentions }: Runbook) =>
  groupBy(
    mentions.flatMap(({ id, span }) => (id === null ? [] : [{ key: keyOf(id), span }])),
    ({ key }) => key,
  ),
);

/** Where the entry around a place mentions an id. */
function mentionsAround(runbook: Runbook, id: Identifier, at: Span): Span[] {
  const entry = entryFinder(runbook)(at);
  const mentions = mentionsByKey(runbook).get(keyOf(id)) ?? [];
  return entry === undefined
    ? []
    : mentions
        .slice(0, mostMentions)
        .map(({ span }) => span)
        .filter((span) => encloses(entry.span, span));
}

/** The misspelled ids in a value, each with where it begins; values are lists as long as a section, and change rarely. */
const misspelledIn = rememberWords(
  (words) =>
    Array.from(visibleText(words).matchAll(misspelled), (match) => {
      const id = meantBy(match);
      return id === null ? [] : [{ id, written: match[0], index: match.index }];
    }).flat(),
  1000,
);

/** The text that readers see, at the same offsets: names of anchors, code and link definitions are no ids. */
function visibleText(words: string): string {
  return words.replace(
    /<[^<>\r\n]{1,400}>|\{[^{}\r\n]{1,200}\}|`[^`\r\n]{1,400}`|^[ \t>]{0,12}\[[^[\]\r\n]{1,200}\]:[^\r\n]*/gm,
    (hidden) => ' '.repeat(hidden.length),
  );
}

/** Whether words are the target of a link, or a label that a definition of the document repeats. */
function isLabel({ links }: Runbook, at: Span): boolean {
  const link = links[firstFrom(links, at.start + 1, ({ inline }) => inline.span.start) - 1];
  if (link === undefined || !encloses(link.inline.span, at)) return false;
  const { form, text, target } = link.inline;
  return !encloses(text, at) || (form === 'reference' && encloses(target, at));
}

/** Whether the misspelling is part of what was read as an id after all, of a comment or of an example. */
function isExample({ mentions, comments, fences }: Runbook, at: Span): boolean {
  const before = mentions[firstFrom(mentions, at.start + 1, ({ span }) => span.start) - 1];
  if (before !== undefined && before.span.end > at.start) return true;
  return isWithin(comments, (span) => span, at) || isWithin(fences, ({ span }) => span, at);
}

/** Whether one of some items, which are in order and apart, holds a stretch. */
function isWithin<T>(items: readonly T[], spanOf: (item: T) => Span, at: Span): boolean {
  const before = items[firstFrom(items, at.start + 1, (item) => spanOf(item).start) - 1];
  return before !== undefined && encloses(spanOf(before), at);
}

/** Whether two fields of the templates stand below a heading, so that it means to define an entry. */
function looksLikeEntry({ runbook }: RuleContext, heading: Span): boolean {
  const { labels } = runbook;
  const from = firstFrom(labels, heading.end, ({ span }) => span.start);
  const keys = labels.slice(from, from + 6).map(({ key }) => key);
  return (
    keys.filter((key) => /^(?:id|category|status|owner|trigger|created|last (?:updated|tested))$/.test(key))
      .length >= 2
  );
}
