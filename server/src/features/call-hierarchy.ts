/** Call hierarchy as traceability: what leads to this runbook (alerts, deployments, risks), and where it leads. */
import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { LocatedAlert } from '../index/alerts-index';
import type { Definition, Summary } from '../index/summary';
import type { LocatedReference } from '../index/workspace-view';
import { keyOf } from '../model/identifier';
import type { Runbook } from '../model/runbook';
import { addressAt } from './alerts/alert-at';
import { placeOfAddress } from './alerts/address-place';
import { isAlert, isEntry, nameOf, sourcesOf } from './shared/entry-references';
import { mentionAt, type FeatureContext } from './shared/feature-context';

/** The entry under the cursor, to start from; empty where no defined identifier stands. */
export function prepareCallHierarchy(
  context: FeatureContext,
  uri: string,
  position: Position,
): CallHierarchyItem[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return [];
  const offset = runbook.lines.offsetAt(position);
  const mention = mentionAt(runbook, offset);
  const definition =
    mention?.id == null
      ? entryOfAddress(context, uri, runbook, offset)
      : context.workspace.definition(keyOf(mention.id));
  return definition === undefined ? [] : [toItem(context, definition)];
}

function entryOfAddress(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  offset: number,
): Definition | undefined {
  const found = addressAt(runbook, offset);
  const place = found === null ? null : placeOfAddress(context, uri, found.address);
  return place?.kind === 'entry' ? place.definition : undefined;
}

/** The entries and documents that name the entry, and the alerts that lead to it. */
export function incomingCalls(context: FeatureContext, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const key = keyIn(item);
  return sourcesOf(context, key).map(({ from, places }) => ({
    from: isEntry(from)
      ? toItem(context, from)
      : isAlert(from)
        ? toAlert(context, from)
        : toFile(from, places[0]?.range ?? noRange),
    fromRanges: isAlert(from) && places.length === 0 ? [from.range] : places.map(({ range }) => range),
  }));
}

/** The entries that the entry names. */
export function outgoingCalls(context: FeatureContext, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const key = keyIn(item);
  const definition = context.workspace.definition(key);
  const calls: CallHierarchyOutgoingCall[] = [];
  for (const name of definition?.names ?? []) {
    const target = context.workspace.definition(name);
    if (target === undefined) continue;
    const fromRanges = context.workspace
      .references(name)
      .filter(
        (reference) => reference.uri === definition?.uri && reference.within === key && refers(reference),
      )
      .map(({ range }) => range);
    if (fromRanges.length > 0) calls.push({ to: toItem(context, target), fromRanges });
  }
  return calls;
}

function refers({ excluded, repeats, place }: LocatedReference): boolean {
  return excluded === null && !repeats && place !== 'navigation';
}

const noRange: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function toFile({ path, uri }: Summary, range: Range): CallHierarchyItem {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { name, kind: SymbolKind.File, uri, range, selectionRange: range, detail: path };
}

function toAlert({ placeOf }: FeatureContext, alert: LocatedAlert): CallHierarchyItem {
  const { uri, range, severity } = alert;
  const detail = [severity ?? '', placeOf(uri).path].filter((part) => part !== '').join(' · ');
  return { name: nameOf(alert), kind: SymbolKind.Event, uri, range, selectionRange: range, detail };
}

function toItem(
  context: FeatureContext,
  { id, title, uri, range, idRange, key, status }: Definition,
): CallHierarchyItem {
  return {
    name: title === '' ? id.text : `${id.text}: ${title}`,
    kind: SymbolKind.Class,
    detail: [status, context.placeOf(uri).path].filter((part) => part !== '').join(' · '),
    uri,
    range,
    selectionRange: idRange,
    data: key,
  };
}

function keyIn({ data }: CallHierarchyItem): string {
  return typeof data === 'string' ? data : '';
}
