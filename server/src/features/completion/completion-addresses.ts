/** Completion in the address of a runbook in an alert file: entries, documents and headings, as the workspace writes them. */
import {
  CompletionItemKind,
  CompletionItemTag,
  type CompletionItem,
  type Range,
} from 'vscode-languageserver-types';
import { readAddress } from '../../alerts/addresses';
import { documentMeant } from '../../index/alert-target';
import type { Definition, Summary } from '../../index/summary';
import type { AlertAddress } from '../../model/alert-document';
import { keyOf } from '../../model/identifier';
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { addressHabit, addressOptionsFor, type AddressHabit } from '../alerts/address-habit';
import { entryKindOf } from '../shared/entry-card';
import { toRange, type FeatureContext } from '../shared/feature-context';
import { firstItems, holdsLetters, mostItems } from '../shared/long-lists';
import { inOrder, type CompletionRequest } from './completion-request';
import { importedItems } from './imported-items';
import { offeredIds } from './offered-ids';

/** Where an address is written. */
interface Place {
  readonly range: Range;
  /** From its beginning to the cursor. */
  readonly typed: string;
  /** What stands between the key and what is written: a blank where there is none yet. */
  readonly lead: string;
}

/** What may stand in the address that the cursor is in; nothing anywhere else. */
export function completeAddresses(request: CompletionRequest): CompletionItem[] {
  const place = placeAt(request);
  if (place === null) return [];
  if (place.typed.includes('#')) return headings(request, place);
  const habit = addressHabit(request.context, request.uri);
  return [
    ...entries(request, place, habit),
    ...importedItems(request.context, '', place.range, place.lead),
    ...documents(request, place, habit),
  ];
}

function placeAt({ runbook, offset }: CompletionRequest): Place | null {
  for (const { field } of runbook.alerts?.addresses ?? []) {
    const { span, raw, exact } = field.value;
    if (span === null || (!exact && raw !== '')) continue;
    const { lines, text } = runbook;
    const line = lines.spanOf(lines.lineAt(span.start));
    if (span.end > line.end) continue;
    const isEmpty = span.start === span.end;
    const start = isEmpty ? endOfBlanks(runbook, span) : span.start;
    if (offset < span.start || offset > Math.max(start, span.end)) continue;
    const from = Math.min(start, offset);
    const lead = isEmpty && text.charAt(from - 1) === ':' ? ' ' : '';
    return {
      range: toRange(runbook, { start: from, end: Math.max(from, span.end) }),
      typed: text.slice(from, offset),
      lead,
    };
  }
  return null;
}

/** Behind the blanks that follow a key without a value. */
function endOfBlanks({ text }: Runbook, { end }: Span): number {
  return end + (/^[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0);
}

/** The entries of the workspace, runbooks first. */
function entries(request: CompletionRequest, place: Place, habit: AddressHabit): CompletionItem[] {
  const { context, uri, leaveOut } = request;
  const { workspace, say } = context;
  const isAddress = /[/:]/.test(place.typed);
  const letters = place.typed.toLowerCase();
  const offered = offeredIds(workspace, '').flatMap((definition) => {
    const address = habit.bareIds ? definition.id.text : addressOfEntry(context, habit, definition);
    return address === null
      ? []
      : [{ definition, address, words: isAddress ? address : wordsOf(definition) }];
  });
  const fitting =
    offered.length <= mostItems
      ? offered
      : offered.filter(({ words }) => holdsLetters(words.toLowerCase(), letters));
  if (fitting.length > mostItems) leaveOut();
  const rank = ({ definition: { id, deprecated } }: (typeof offered)[number]): number =>
    (id.prefix === 'RUN' ? 0 : 2) + (deprecated ? 1 : 0);
  const best = firstItems(fitting, rank, (a, b) => a.definition.id.number - b.definition.id.number);
  return best.map((one): CompletionItem => {
    const { id, title, deprecated } = one.definition;
    return {
      label: id.text,
      labelDetails:
        title === '' ? { description: context.placeOf(one.definition.uri).path } : { detail: ` ${title}` },
      detail: [say(entryKindOf(id.prefix)), title].filter((part) => part !== '').join(' · '),
      kind: CompletionItemKind.Reference,
      ...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
      sortText: `a${String(rank(one))} ${id.prefix} ${String(id.number).padStart(5, '0')}`,
      filterText: one.words,
      textEdit: { range: place.range, newText: place.lead + one.address },
      data: { key: keyOf(id), from: uri },
    };
  });
}

function wordsOf({ id, title }: Definition): string {
  return `${id.text} ${title}`;
}

/** Null where no address leads there: documents of joined folders have none. */
function addressOfEntry(
  { workspace, placeOf }: FeatureContext,
  { addressOf }: AddressHabit,
  { uri, slug }: Definition,
): string | null {
  const address = workspace.holds(uri) ? addressOf(placeOf(uri).path) : null;
  return address === null || slug === '' ? address : `${address}#${slug}`;
}

/** The documents that may be runbooks, those that are first. */
function documents(request: CompletionRequest, place: Place, habit: AddressHabit): CompletionItem[] {
  const { context, uri, leaveOut } = request;
  const { folder } = context.placeOf(uri);
  const letters = place.typed.toLowerCase();
  const all: { summary: Summary; address: string }[] = [];
  for (const summary of context.workspace.documents()) {
    if (summary.folder !== folder || summary.quiet || !/\.(?:md|markdown)$/i.test(summary.path)) continue;
    const address = habit.addressOf(summary.path);
    if (address !== null) all.push({ summary, address });
  }
  const fitting =
    all.length <= mostItems ? all : all.filter(({ address }) => holdsLetters(address.toLowerCase(), letters));
  if (fitting.length > mostItems) leaveOut();
  const rank = ({ summary }: (typeof all)[number]): number =>
    summary.kind !== 'none' || /runbook|playbook|alert/i.test(summary.path) ? 0 : 1;
  return firstItems(fitting, rank, byAddress)
    .toSorted((a, b) => rank(a) - rank(b) || byAddress(a, b))
    .map(({ summary, address }, index) => ({
      label: summary.path,
      kind: CompletionItemKind.File,
      sortText: inOrder(index, 'b'),
      filterText: /[/:]/.test(place.typed) ? address : summary.path,
      textEdit: { range: place.range, newText: place.lead + address },
    }));
}

function byAddress(a: { readonly address: string }, b: { readonly address: string }): number {
  return a.address < b.address ? -1 : 1;
}

/** The headings of the document that is named in front of `#`. */
function headings(request: CompletionRequest, { range, typed }: Place): CompletionItem[] {
  const { context, uri } = request;
  const path = typed.slice(0, typed.indexOf('#'));
  const text: AlertAddress['field']['value'] = {
    ...{ value: path, raw: path, span: null, exact: false, style: 'plain' },
  };
  const target = readAddress(text, addressOptionsFor(context, uri));
  const document =
    target.kind === 'file'
      ? documentMeant(target, context.placeOf(uri).folder, context.workspace)
      : undefined;
  const runbook = document === undefined ? undefined : context.runbook(document.uri);
  return (runbook?.headings ?? [])
    .filter(({ slug }) => slug !== '')
    .slice(0, mostItems)
    .map(({ slug, title, depth }, index) => ({
      label: `#${slug}`,
      detail: `${'#'.repeat(depth)} ${title}`,
      kind: CompletionItemKind.Reference,
      sortText: inOrder(index),
      filterText: `${path}#${slug}`,
      textEdit: { range, newText: `${path}#${slug}` },
    }));
}
