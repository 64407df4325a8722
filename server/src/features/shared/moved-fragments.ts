/**
 * Links that follow headings: when headings move to another document, change their words or their order, the fragments
 * by which they are linked change. Knows documents and links, not why a heading moves.
 */
import { resolvePath } from '../../document/links/linked-paths';
import { keyOf, parseIdentifier, type Identifier } from '../../model/identifier';
import type { Definition } from '../../model/markdown';
import { shownText } from '../../model/plain-text';
import type { DocumentHeading, Link, Runbook } from '../../model/runbook';
import { pathBetween } from '../../index/link-target';
import { headingFragments } from '../../templates/entry-fragment';
import type { Edit } from '../../text/edit';
import { encloses, firstFrom, type Span } from '../../text/span';
import { linkTargetsOf } from './definition-link';
import type { FeatureContext } from './feature-context';
import { spelledFragment, spelledPath } from './link-spelling';
import { withoutMarkup } from './plain-words';
import { addressEdits, alertFilesLeadingTo } from './moved-addresses';
import { destinationEdits } from './moved-destinations';

/** A heading of a document as it will be. */
export interface HeadingAfter {
  /** The document that holds it now. */
  readonly uri: string;
  readonly heading: DocumentHeading;
  /** Its words without markup. */
  readonly words: string;
}

export interface FragmentPlace {
  readonly uri: string;
  /** Empty for the document as a whole. */
  readonly fragment: string;
}

/** An entry that goes from one document to another. */
interface MovedEntry {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** Fragments of what stays behind, in lower case. */
  readonly staying: ReadonlySet<string>;
}

/** Where fragments of documents lead after a change. */
export class MovedFragments {
  readonly #moves = new Map<string, FragmentPlace>();
  readonly #uris = new Set<string>();
  #entry: MovedEntry | null = null;

  /** Takes in all headings that the document at `uri` will have, in their new order. */
  arrange(uri: string, headings: readonly HeadingAfter[]): void {
    this.#uris.add(uri);
    const fragments = headingFragments(headings.map(({ words }) => words));
    const slugs = new Set(headings.map(({ uri: from, heading }) => keyFor(from, heading.slug)));
    for (const [index, { uri: from, heading }] of headings.entries()) {
      const fragment = fragments[index] ?? '';
      if (from === uri && heading.slug === fragment) continue;
      const { explicitId, gitLabSlug, slug } = heading;
      this.#uris.add(from);
      // links may be written as another site has it, unless that is how another heading is linked
      if (!slugs.has(keyFor(from, gitLabSlug))) this.#put(from, gitLabSlug, { uri, fragment });
      this.#put(from, slug, { uri, fragment });
      if (explicitId !== null && from !== uri) this.#put(from, explicitId, { uri, fragment: explicitId });
    }
  }

  /** A fragment that changes otherwise. */
  add(from: FragmentPlace, to: FragmentPlace): void {
    this.#uris.add(from.uri);
    this.#put(from.uri, from.fragment, to);
  }

  /** Links to `from` that name the entry lead to `to`, unless their fragment leads to one of those headings and anchors that stay. */
  moveEntry(id: Identifier, from: string, to: string, staying: Iterable<string>): void {
    const fragments = new Set([...staying].map((fragment) => fragment.toLowerCase()));
    this.#entry = { key: keyOf(id), from, to, staying: fragments };
  }

  /** Documents whose fragments change. */
  get uris(): ReadonlySet<string> {
    return this.#uris;
  }

  /** Where a link to `fragment` of the document at `uri` has to lead, or null when it may stay. */
  of(runbook: Runbook, link: Link, uri: string): FragmentPlace | null {
    const moved = link.fragment === null ? undefined : this.#moves.get(keyFor(uri, link.fragment));
    if (moved !== undefined) return moved;
    if (this.#entry?.from !== uri || this.#entry.staying.has(link.fragment?.toLowerCase() ?? '')) return null;
    const { key, to } = this.#entry;
    const index = runbook.links.indexOf(link);
    const named = runbook.mentions.find((mention) => mention.link === index && mention.id !== null);
    return named?.id != null && keyOf(named.id) === key ? { uri: to, fragment: link.fragment ?? '' } : null;
  }

  /** Where a fragment of the document at `uri` goes, from wherever it is named; null where it stays. */
  at(uri: string, fragment: string): FragmentPlace | null {
    const moved = this.#moves.get(keyFor(uri, fragment));
    if (moved !== undefined) return moved;
    if (this.#entry?.from !== uri || this.#entry.staying.has(fragment.toLowerCase())) return null;
    const { key, to } = this.#entry;
    const named = /^[a-z-]{2,30}-\d{1,4}[a-z]?(?![a-z0-9])/i.exec(fragment)?.[0];
    const id = named === undefined ? null : parseIdentifier(named.toUpperCase());
    return id !== null && keyOf(id) === key ? { uri: to, fragment } : null;
  }

  #put(uri: string, fragment: string, place: FragmentPlace): void {
    const key = keyFor(uri, fragment);
    if (!this.#moves.has(key)) this.#moves.set(key, place);
  }
}

function keyFor(uri: string, fragment: string): string {
  return `${uri}#${fragment.toLowerCase()}`;
}

/** Headings of a document as they are. */
export function headingsOf(uri: string, runbook: Runbook): HeadingAfter[] {
  return runbook.headings.map((heading) => ({
    uri,
    heading,
    words: shownText(runbook.text, heading.titleSpan, heading.block.inlines),
  }));
}

/** Text that goes to another document. */
export interface Moving {
  readonly spans: readonly Span[];
  /** The document that receives it. */
  readonly to: string;
}

/** The edits of one document after which its links lead where they did; spans are those of its present text. */
export function linkEdits(
  context: FeatureContext,
  uri: string,
  moved: MovedFragments,
  moving: Moving = { spans: [], to: uri },
): Edit[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return [];
  if (runbook.alerts !== null)
    return addressEdits(context, uri, runbook, (document, fragment) => {
      const goal = moved.at(document, fragment);
      if (goal === null) return null;
      const { path } = context.placeOf(goal.uri);
      return goal.fragment === '' ? { path } : { path, fragment: goal.fragment };
    });
  const place = context.placeOf(uri);
  const targets = linkTargetsOf(context, uri);
  const edits = new Map<number, Edit>();
  for (const link of runbook.links) {
    const leaves =
      moving.to !== uri && moving.spans.some((span) => encloses(span, link.inline.span)) ? moving.to : null;
    const written = runbook.text.slice(link.pathSpan.start, link.pathSpan.end);
    if (link.external) {
      if (leaves !== null && definitionOf(runbook, link) !== undefined) {
        const whole = runbook.text.slice(link.pathSpan.start, link.fragmentSpan.end);
        edits.set(link.inline.span.start, destinationEdit(runbook, link, whole, true));
      }
      continue;
    }
    const base = leaves ?? uri;
    const target = targets.of(link);
    const between = (from: string, to: string): string => spelledPath(runbook, link, pathBetween(from, to));
    let path: string | null = null;
    let fragment = runbook.text.slice(link.fragmentSpan.start, link.fragmentSpan.end);
    if (target.kind === 'document') {
      const goal = moved.of(runbook, link, target.summary.uri);
      if (goal === null && leaves === null) continue;
      const goalUri = goal?.uri ?? target.summary.uri;
      if (goal !== null) fragment = spelledFragment(runbook, link, goal.fragment);
      // the author's own way to write a path stays where it holds
      if (leaves === null && goalUri === target.summary.uri) path = written;
      else
        path =
          goalUri === base && fragment !== ''
            ? ''
            : between(context.placeOf(base).path, context.placeOf(goalUri).path);
    } else if (leaves !== null) {
      const resolved = link.path.startsWith('/') ? null : resolvePath(place.path, link.path);
      if (resolved !== null && link.path !== '') path = between(context.placeOf(base).path, resolved);
      // what needs no other path still needs its target, which stays behind with the definition
      else if (definitionOf(runbook, link) !== undefined) path = written;
    }
    if (path === null) continue;
    const edit = destinationEdit(
      runbook,
      link,
      fragment === '' ? path : `${path}#${fragment}`,
      leaves !== null,
    );
    edits.set(edit.span.start, edit);
  }
  for (const edit of destinationEdits(context, uri, runbook, moved.uris, (of, to) => moved.at(of, to))) {
    const isMoving = moving.spans.some((span) => encloses(span, edit.span));
    if (!edits.has(edit.span.start) && !isMoving) edits.set(edit.span.start, edit);
  }
  return [...edits.values()].filter(
    ({ span, newText }) => runbook.text.slice(span.start, span.end) !== newText,
  );
}

/** A reference link that leaves its definition behind becomes an inline one. */
function destinationEdit(runbook: Runbook, link: Link, destination: string, leaves: boolean): Edit {
  const { text } = runbook;
  const { inline, pathSpan, fragmentSpan } = link;
  if (!leaves || inline.form !== 'reference')
    return { span: { start: pathSpan.start, end: fragmentSpan.end }, newText: destination };
  const mark = inline.type === 'image' ? '!' : '';
  const words = text.slice(inline.text.start, inline.text.end);
  const definition = definitionOf(runbook, link);
  const title =
    definition === undefined
      ? ''
      : text.slice(definition.target.end, definition.span.end).replace(/^>/, '').trim();
  const target = /\s/.test(destination) ? `<${destination}>` : destination;
  return { span: inline.span, newText: `${mark}[${words}](${target}${title === '' ? '' : ` ${title}`})` };
}

/** The definition that a reference link takes its target from, among the outermost blocks. */
function definitionOf({ blocks }: Runbook, { inline, pathSpan }: Link): Definition | undefined {
  if (inline.form !== 'reference') return undefined;
  const block = blocks[firstFrom(blocks, pathSpan.start, ({ span }) => span.end)];
  return block?.type === 'definition' && encloses(block.target, pathSpan) ? block : undefined;
}

/** The text of a span with those edits applied that lie in it. */
export function textWith({ text }: Runbook, { start, end }: Span, edits: readonly Edit[]): string {
  let result = '';
  let at = start;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < at || span.end > end) continue;
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at, end);
}

/** The documents that link to one of these, alert files among them, and these. */
export function linkersOf(context: FeatureContext, uris: Iterable<string>): Set<string> {
  const found = new Set(uris);
  for (const uri of [...found]) {
    for (const linker of context.workspace.linkersOf(context.placeOf(uri))) found.add(linker);
    for (const file of alertFilesLeadingTo(context, uri)) found.add(file);
  }
  return found;
}

/** Edits of one document with those of all links to the headings whose words they change. */
export function withLinks(context: FeatureContext, uri: string, edits: readonly Edit[]): Map<string, Edit[]> {
  const all = new Map<string, Edit[]>([[uri, [...edits]]]);
  const runbook = context.runbook(uri);
  if (runbook === undefined) return all;
  const moved = new MovedFragments();
  moved.arrange(
    uri,
    headingsOf(uri, runbook).map((one) => {
      const { titleSpan } = one.heading;
      // a line that is put below the heading begins where its words end
      const own = edits.filter(
        ({ span, newText }) =>
          encloses(titleSpan, span) && !(span.start === titleSpan.end && /^[\r\n]/.test(newText)),
      );
      return own.length === 0 ? one : { ...one, words: withoutMarkup(textWith(runbook, titleSpan, own)) };
    }),
  );
  for (const linker of linkersOf(context, moved.uris)) {
    const own = linkEdits(context, linker, moved);
    if (own.length > 0) all.set(linker, [...(all.get(linker) ?? []), ...own]);
  }
  return all;
}
