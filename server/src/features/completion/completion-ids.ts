/** Completion of identifiers: bare, in link text, as link target with the right anchor, and in fields for references. */
import { isOurs } from '../../document/scope';
import {
  CompletionItemKind,
  CompletionItemTag,
  type CompletionItem,
  type MarkupContent,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Definition } from '../../index/summary';
import { compareIdentifiers, keyOf } from '../../model/identifier';
import type { Runbook } from '../../model/runbook';
import { isKnownLabel, normalizeName, roleOf } from '../../model/vocabulary';
import { pathBetween } from '../../index/link-target';
import { entryCard, entryKindOf } from '../shared/entry-card';
import { documentAt, pathWords } from './completion-links';
import { rangeAround, type CompletionRequest } from './completion-request';
import type { FeatureContext } from '../shared/feature-context';
import { firstItems, holdsLetters, mostItems } from '../shared/long-lists';
import { importedItems } from './imported-items';
import { isOffered, offeredIds } from './offered-ids';
import { columnAt } from './table-column';

/** What the cursor stands in. */
interface Place {
  readonly range: Range;
  /** What the ids begin with: ``, `RU`, `RUN-`, `RUN-00`; the whole target of a link. */
  readonly typed: string;
  /** What a list that is too long is narrowed by besides: letters of id and title, of path or fragment; may be empty. */
  readonly letters: string;
  readonly form: 'bare' | 'link' | 'target' | 'fragment';
  /** The document whose entries alone belong here: that of a path before `#`. Empty for one that is not there. */
  readonly within: string | null;
  /** Prefixes that fit best, in order. */
  readonly fitting: readonly string[];
}

/** The ids that may be written at the cursor; the best fits where there are too many, empty where none belongs. */
export function completeIds(request: CompletionRequest): CompletionItem[] {
  const { context, uri, options } = request;
  const place = placeAt(request);
  if (place === null) return [];
  if (place.within !== null) return fragmentsIn(request, place, place.within);
  // what is typed of a target filters in the client
  const offered = offeredIds(context.workspace, place.form === 'target' ? '' : place.typed);
  const all =
    options.links === false ? offered.filter((definition) => !isAnchor(uri, definition, place)) : offered;
  const items = fewEnough(request, all, place).map((definition) => toItem(context, uri, definition, place));
  return place.form === 'bare' ? [...items, ...importedItems(context, place.typed, place.range)] : items;
}

/** The best of those that hold what is typed besides; all where they are few. */
function fewEnough(
  { context, uri, leaveOut }: CompletionRequest,
  all: readonly Definition[],
  place: Place,
): readonly Definition[] {
  if (all.length <= mostItems) return all;
  const letters = place.letters.toLowerCase();
  const fitting =
    letters === '' ? all : all.filter((one) => holdsLetters(wordsOf(context, one, place), letters));
  if (fitting.length > mostItems) leaveOut();
  return firstItems(
    fitting,
    (one) => nearness(context, one, place, letters) * 1000 + rankOf(uri, one, place),
    (a, b) => compareIdentifiers(a.id, b.id),
  );
}

/** What an id is found by in a list that is too long, in lower case: what editors filter by. */
function wordsOf(
  { workspace }: FeatureContext,
  { id, title, slug, uri }: Definition,
  { form }: Place,
): string {
  const words = form === 'target' ? `${workspace.document(uri)?.path ?? ''}#${slug}` : `${id.text} ${title}`;
  return words.toLowerCase();
}

/** 0 for ids that begin with the letters, 1 for those whose words hold them one after the other, 2 for the others. */
function nearness(context: FeatureContext, definition: Definition, place: Place, letters: string): number {
  if (letters === '' || definition.id.text.toLowerCase().startsWith(letters)) return 0;
  return wordsOf(context, definition, place).includes(letters) ? 1 : 2;
}

/** The entries of one document, as fragments behind its path. */
function fragmentsIn(request: CompletionRequest, place: Place, within: string): CompletionItem[] {
  const { context, uri, options, leaveOut } = request;
  const { workspace } = context;
  const keys = new Set(workspace.document(within)?.definitions.map(({ key }) => key));
  const definitions = [...keys].flatMap((key) => {
    const [best, ...others] = workspace.definitions(key);
    if (best === undefined || !workspace.owns(best.id.prefix) || !isOffered(workspace, best)) return [];
    if (options.links === false && isAnchor(uri, best, place)) return [];
    return (
      [best, ...others].find((one) => one.uri === within && one.slug !== '' && isOffered(workspace, one)) ??
      []
    );
  });
  const letters = place.letters.toLowerCase();
  const fitting =
    definitions.length <= mostItems
      ? definitions
      : definitions.filter(({ slug }) => holdsLetters(`#${slug}`, letters));
  if (fitting.length > mostItems) leaveOut();
  return firstItems(
    fitting,
    (definition) => rankOf(uri, definition, place),
    (a, b) => compareIdentifiers(a.id, b.id),
  ).map((definition) => toItem(context, uri, definition, place));
}

/** The item of an id with its card; computed only for the one that the list shows. */
export function resolveId(
  contexts: { of(uri: string): FeatureContext },
  item: CompletionItem,
): CompletionItem {
  const data: unknown = item.data;
  if (typeof data !== 'object' || data === null || !('key' in data) || !('from' in data)) return item;
  if (typeof data.key !== 'string' || typeof data.from !== 'string') return item;
  const context = contexts.of(data.from);
  const definition = context.workspace.definition(data.key);
  if (definition === undefined) return item;
  const documentation: MarkupContent = { kind: 'markdown', value: entryCard(context, definition, null) };
  return { ...item, documentation };
}

/** Fitting prefixes first, in their order; then what is in force, then what this document defines. Below 1000. */
function rankOf(uri: string, definition: Definition, { fitting }: Place): number {
  const rank = fitting.indexOf(definition.id.prefix);
  return (rank < 0 ? 90 : rank * 10) + (definition.deprecated ? 2 : 0) + (definition.uri === uri ? 0 : 1);
}

/** Whether what would be inserted is the anchor of a heading alone, which editors with Markdown support offer too. */
function isAnchor(uri: string, definition: Definition, { form }: Place): boolean {
  return (
    definition.form === 'heading' &&
    (form === 'fragment' || (form === 'target' && definition.uri === uri && definition.slug !== ''))
  );
}

function toItem(context: FeatureContext, uri: string, definition: Definition, place: Place): CompletionItem {
  const { id, title, deprecated, status, stub } = definition;
  const { say } = context;
  const { path } = context.placeOf(definition.uri);
  const newText = textFor(context, uri, definition, place);
  const rank = place.fitting.indexOf(id.prefix);
  const order = [
    rank < 0 ? '9' : String(rank),
    deprecated ? '1' : '0',
    definition.uri === uri ? '0' : '1',
    id.prefix,
    String(id.number).padStart(5, '0'),
  ];
  return {
    label: id.text,
    // the title alone: a file behind it would cut it off
    labelDetails: title === '' ? { description: path } : { detail: ` ${title}` },
    detail: [say(entryKindOf(id.prefix)), stub ? say`template text` : status, title]
      .filter((part) => part !== '')
      .join(' · '),
    kind: CompletionItemKind.Reference,
    ...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    sortText: order.join(' '),
    filterText: place.form === 'bare' || place.form === 'link' ? `${id.text} ${title}` : newText,
    textEdit: { range: place.range, newText },
    data: { key: keyOf(id), from: uri },
  };
}

function textFor(context: FeatureContext, uri: string, definition: Definition, { form }: Place): string {
  if (form === 'bare') return definition.id.text;
  const target = targetOf(context, uri, definition, form === 'fragment');
  return form === 'link' ? `${definition.id.text}](${target})` : target;
}

/** The destination of a link in `uri` to an entry. */
function targetOf(
  { placeOf }: FeatureContext,
  uri: string,
  definition: Definition,
  fragmentOnly: boolean,
): string {
  const fragment = definition.slug === '' ? '' : `#${definition.slug}`;
  if (fragment !== '' && (fragmentOnly || definition.uri === uri)) return fragment;
  return `${pathBetween(placeOf(uri).path, placeOf(definition.uri).path)}${fragment}`;
}

function placeAt(request: CompletionRequest): Place | null {
  const { context, uri, runbook, position, offset, before, after, trigger, options } = request;
  const column = columnAt(request)?.name ?? '';
  const fitting = fittingPrefixes(runbook, before, offset, column);
  const target = /\]\(([^()\s]*)$/.exec(before);
  if (target !== null) {
    const [, typed = ''] = target;
    const rest = /^[^()\s]*/.exec(after)?.[0].length ?? 0;
    const hash = typed.indexOf('#');
    const within = hash < 0 ? null : (documentAt(context, uri, typed.slice(0, hash))?.uri ?? '');
    return {
      range: rangeAround(position, typed.length - Math.max(0, hash), rest),
      typed,
      letters: hash < 0 ? pathWords(typed) : typed.slice(hash),
      form: hash < 0 ? 'target' : 'fragment',
      within,
      fitting: [...inLinkText(before), ...fitting],
    };
  }
  const typed =
    /(?<![A-Za-z0-9_/-])[A-Z][A-Z0-9]{0,11}(?:-[A-Z]{2,12})?(?:-\d{0,4})?$/.exec(before)?.[0] ?? '';
  const letters =
    options.continued === true ? (/(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]+$/u.exec(before)?.[0] ?? '') : '';
  if (letters !== '' && !typed.includes('-')) return continuedPlace(request, letters, fitting);
  const rest = typed === '' ? 0 : (/^[A-Z0-9]*(?:-\d{0,4})?/.exec(after)?.[0].length ?? 0);
  const range = rangeAround(position, typed.length, rest);
  const link = linkPlace(runbook, position, before, after, typed);
  if (link !== null) return { ...link, typed, letters: '', fitting };
  const bare = { range, typed, letters: '', form: 'bare', within: null } as const;
  if (typed.includes('-') || (typed.length >= 2 && trigger === undefined))
    return { ...bare, fitting: [typed.split('-')[0] ?? '', ...fitting] };
  const refers = inReferenceField(before) || (referringColumns.test(column) && /[|,\s]$/.test(before));
  const asked = trigger === undefined && isOurs(runbook) && /(?:^|\s)$/.test(before);
  const bracket = /\[[A-Z]*$/.test(before);
  return refers || asked || bracket ? { ...bare, fitting } : null;
}

/** Behind a list that was too long, any letters of an id and its title count. */
function continuedPlace(
  { runbook, position, before, after }: CompletionRequest,
  letters: string,
  fitting: readonly string[],
): Place {
  const rest = /^[A-Z0-9]*(?:-\d{0,4})?/.exec(after)?.[0].length ?? 0;
  const prefix = letters.includes('-') ? [letters.slice(0, letters.lastIndexOf('-'))] : [];
  return {
    ...(linkPlace(runbook, position, before, after, letters) ?? {
      range: rangeAround(position, letters.length, rest),
      form: 'bare',
      within: null,
    }),
    typed: '',
    letters,
    fitting: [...prefix, ...fitting],
  };
}

/** Columns whose cells name entries. */
const referringColumns = /^(?:related|linked|runbook|action|alert|mitigation|rollback|response)s?\b|\bids?$/;

/** Behind `[` in a document that links its ids: the rest of the link belongs to the id. */
function linkPlace(
  { mentions, links }: Runbook,
  position: Position,
  before: string,
  after: string,
  typed: string,
): Pick<Place, 'range' | 'form' | 'within'> | null {
  const isTargeted = /^[A-Z0-9-]*\][[(]/.test(after);
  if (isTargeted || !before.endsWith(`[${typed}`) || before.endsWith('[[')) return null;
  const rest = /^[A-Z0-9-]*\]?/.exec(after)?.[0].length ?? 0;
  const linked = mentions.some(
    ({ place, link }) => place === 'link-text' && link !== null && links[link]?.inline.form === 'inline',
  );
  if (!linked) return null;
  return { range: rangeAround(position, typed.length, rest), form: 'link', within: null };
}

function inReferenceField(before: string): boolean {
  const label = /^\s*(?:[-*+>]\s+)*(?:\*\*|__)?([A-Za-z][\w /-]{1,40}?)(?:\*\*|__)?:(?:\*\*|__)?\s/.exec(
    before,
  );
  if (label === null) return false;
  const name = label[1] ?? '';
  return isKnownLabel(name) && (roleOf(name) === 'linked-ids' || roleOf(name) === 'trigger');
}

/** `RUN` first behind `Runbook:` and in an alert's action; the prefix of the words in a link's text. */
function fittingPrefixes(runbook: Runbook, before: string, offset: number, column: string): string[] {
  const label = /^\s*(?:[-*+>]\s+)*(?:\*\*|__)?([A-Za-z][\w /-]{1,40}?)(?:\*\*|__)?:/.exec(before)?.[1] ?? '';
  const name = normalizeName(label === '' ? column : label);
  if (/^runbooks?$|^related runbooks?$|^action$|^rollback$|^response/.test(name)) return ['RUN'];
  if (/^trigger$|^alerts?$/.test(name)) return ['MON'];
  const entry = runbook.entries.findLast(
    ({ span, form }) => form !== 'file-name' && span.start <= offset && offset <= span.end,
  );
  if (entry?.id.prefix === 'MON' || entry?.id.prefix === 'RISK') return ['RUN'];
  if (entry?.id.prefix === 'RUN') return ['MON', 'DEP', 'RISK'];
  return [];
}

function inLinkText(before: string): string[] {
  const words = /\[([A-Z][A-Z0-9]*)-\d[^[\]]*\]\([^()]*$/.exec(before)?.[1];
  return words === undefined ? [] : [words];
}
