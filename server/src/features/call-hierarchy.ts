/** Call hierarchy as traceability: what leads to this runbook (alerts, deployments, risks), and where it leads. */
import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Definition, Summary } from '../index/summary';
import type { LocatedReference } from '../index/workspace-view';
import { keyOf } from '../model/identifier';
import { sourcesOf } from './shared/entry-references';
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
  return sourcesOf(context, key).map(({ from, places }) => ({
    from: 'id' in from ? toItem(context, from) : toFile(from, places[0]?.range ?? noRange),
    fromRanges: places.map(({ range }) => range),
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
