/** Call hierarchy as traceability: what leads to this runbook (alerts, deployments, risks), and where it leads. */
import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Definition } from '../index/summary';
import type { LocatedReference } from '../index/workspace-view';
import { keyOf } from '../model/identifier';
import { mentionAt, type FeatureContext } from './shared/feature-context';

/** The entry under the cursor, to start from; empty where no defined identifier stands. */
export function prepareCallHierarchy(
  context: FeatureContext,
  uri: string,
  position: Position,
): CallHierarchyItem[] {
  const runbook = context.runbook(uri);
  const mention = runbook === undefined ? null : mentionAt(runbook, runbook.lines.offsetAt(position));
  const definition = mention?.id == null ? undefined : context.workspace.definition(keyOf(mention.id));
  return definition === undefined ? [] : [toItem(context, definition)];
}

/** The entries and documents that name the entry. */
export function incomingCalls(context: FeatureContext, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const key = keyIn(item);
  const calls = new Map<string, { from: CallHierarchyItem; fromRanges: Range[] }>();
  for (const reference of context.workspace.references(key)) {
    if (!refers(reference) || reference.within === key) continue;
    const source = sourceOf(context, reference);
    if (source === null) continue;
    const call = calls.get(source.name + source.uri) ?? { from: source, fromRanges: [] };
    call.fromRanges.push(reference.range);
    calls.set(source.name + source.uri, call);
  }
  return [...calls.values()];
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

/** The entry that a reference stands in, else the document as a whole; the navigation of a file leads nowhere. */
function sourceOf(
  context: FeatureContext,
  { within, uri, range }: LocatedReference,
): CallHierarchyItem | null {
  const entry =
    within === ''
      ? undefined
      : context.workspace.definitions(within).find((candidate) => candidate.uri === uri);
  if (entry !== undefined) return toItem(context, entry);
  const document = context.workspace.document(uri);
  if (document === undefined || document.kind === 'sot') return null;
  const name = document.path.slice(document.path.lastIndexOf('/') + 1);
  return { name, kind: SymbolKind.File, uri, range, selectionRange: range, detail: document.path };
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
