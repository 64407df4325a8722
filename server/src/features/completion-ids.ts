/** Completion of identifiers: bare, in link text, as link target with the right anchor, and in fields for references. */
import {
  CompletionItemKind,
  CompletionItemTag,
  type CompletionItem,
  type MarkupContent,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Definition } from '../index/summary';
import { keyOf } from '../model/identifier';
import type { Runbook } from '../model/runbook';
import { isKnownLabel, normalizeName, roleOf } from '../model/vocabulary';
import { pathBetween } from '../rules/link-target';
import { entryCard, entryKindOf } from './entry-card';
import { documentAt } from './completion-links';
import { rangeAround, type CompletionRequest } from './completion-request';
import type { FeatureContext } from './feature-context';
import { isOurs } from './folding-ranges';
import { columnAt } from './table-column';

/** What the cursor stands in. */
interface Place {
  readonly range: Range;
  /** What is typed of the id already: ``, `RU`, `RUN-`, `RUN-00`. */
  readonly typed: string;
  readonly form: 'bare' | 'link' | 'target' | 'fragment';
  /** The document whose entries alone belong here: that of a path before `#`. Empty for one that is not there. */
  readonly within: string | null;
  /** Prefixes that fit best, in order. */
  readonly fitting: readonly string[];
}

/** The ids that may be written at the cursor, best fit first; empty where none belongs. */
export function completeIds({
  context,
  uri,
  runbook,
  position,
  trigger,
  options,
}: CompletionRequest): CompletionItem[] {
  const place = placeAt(context, uri, runbook, position, trigger);
  if (place === null) return [];
  const seen = new Set<string>();
  const items: CompletionItem[] = [];
  for (const definition of context.workspace.allDefinitions()) {
    if (seen.has(definition.key) || !fits(definition, place) || !isOffered(context, definition)) continue;
    if (place.within !== null && definition.uri !== place.within) continue;
    const best = context.workspace.definition(definition.key) ?? definition;
    if (!isOffered(context, best)) continue;
    if (options.links === false && isAnchor(uri, best, place)) continue;
    seen.add(definition.key);
    items.push(toItem(context, uri, place.within === null ? best : definition, place));
  }
  return items;
}

/** The item of an id with its card; computed only for the one that the list shows. */
export function resolveId(context: FeatureContext, item: CompletionItem): CompletionItem {
  const key: unknown = item.data;
  const definition = typeof key === 'string' ? context.workspace.definition(key) : undefined;
  if (definition === undefined) return item;
  const documentation: MarkupContent = { kind: 'markdown', value: entryCard(context, definition, null) };
  return { ...item, documentation };
}

/** What is typed decides: behind `RUN-0` only ids that go on like this. A title that is typed as a link target filters in the client. */
function fits({ id, slug }: Definition, { form, typed }: Place): boolean {
  if (form === 'target' || form === 'fragment') return form === 'target' || slug !== '';
  return id.text.startsWith(typed);
}

/** Whether what would be inserted is the anchor of a heading alone, which editors with Markdown support offer too. */
function isAnchor(uri: string, definition: Definition, { form }: Place): boolean {
  return (
    definition.form === 'heading' &&
    (form === 'fragment' || (form === 'target' && definition.uri === uri && definition.slug !== ''))
  );
}

function isOffered({ workspace }: FeatureContext, { form, id, uri }: Definition): boolean {
  if (form === 'fence') return false;
  const document = workspace.document(uri);
  return document !== undefined && !document.quiet && document.kind !== 'skill' && workspace.owns(id.prefix);
}

function toItem(context: FeatureContext, uri: string, definition: Definition, place: Place): CompletionItem {
  const { id, title, deprecated, status, stub } = definition;
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
    labelDetails: { ...(title === '' ? {} : { detail: ` ${title}` }), description: path },
    detail: [entryKindOf(id.prefix), stub ? 'template text' : status, title]
      .filter((part) => part !== '')
      .join(' · '),
    kind: CompletionItemKind.Reference,
    ...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    sortText: order.join(' '),
    filterText: place.form === 'bare' || place.form === 'link' ? `${id.text} ${title}` : newText,
    textEdit: { range: place.range, newText },
    data: keyOf(id),
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

function placeAt(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  position: Position,
  trigger: string | undefined,
): Place | null {
  const offset = runbook.lines.offsetAt(position);
  const line = runbook.lines.spanOf(position.line);
  const before = runbook.text.slice(line.start, offset);
  const after = runbook.text.slice(offset, line.end);
  const column = columnAt({ runbook, offset, before })?.name ?? '';
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
      form: hash < 0 ? 'target' : 'fragment',
      within,
      fitting: [...inLinkText(before), ...fitting],
    };
  }
  const typed =
    /(?<![A-Za-z0-9_/-])[A-Z][A-Z0-9]{0,11}(?:-[A-Z]{2,12})?(?:-\d{0,4})?$/.exec(before)?.[0] ?? '';
  const rest = typed === '' ? 0 : (/^[A-Z0-9]*(?:-\d{0,4})?/.exec(after)?.[0].length ?? 0);
  const range = rangeAround(position, typed.length, rest);
  const link = linkPlace(runbook, position, before, after, typed);
  if (link !== null) return { ...link, fitting };
  if (typed.includes('-') || (typed.length >= 2 && trigger === undefined))
    return { range, typed, form: 'bare', within: null, fitting: [typed.split('-')[0] ?? '', ...fitting] };
  const refers = inReferenceField(before) || (referringColumns.test(column) && /[|,\s]$/.test(before));
  const asked = trigger === undefined && isOurs(runbook) && /(?:^|\s)$/.test(before);
  const bracket = /\[[A-Z]*$/.test(before);
  return refers || asked || bracket ? { range, typed, form: 'bare', within: null, fitting } : null;
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
): Omit<Place, 'fitting'> | null {
  const isTargeted = /^[A-Z0-9-]*\][[(]/.test(after);
  if (isTargeted || !before.endsWith(`[${typed}`) || before.endsWith('[[')) return null;
  const rest = /^[A-Z0-9-]*\]?/.exec(after)?.[0].length ?? 0;
  const linked = mentions.some(
    ({ place, link }) => place === 'link-text' && link !== null && links[link]?.inline.form === 'inline',
  );
  if (!linked) return null;
  return { range: rangeAround(position, typed.length, rest), typed, form: 'link', within: null };
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
  const words = /\[([A-Z][A-Z0-9]*)-\d+[^[\]]*\]\([^()]*$/.exec(before)?.[1];
  return words === undefined ? [] : [words];
}
