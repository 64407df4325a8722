/** What parameters of messages must hold, by method. What comes over the wire only claims to be what the protocol says. */
import { outlineActions } from '../../../protocol/src/messages';
import { isRecord } from './is-record';

type Check = (value: unknown) => string | null;

const position: Check = (value) =>
  isRecord(value) && Number.isInteger(value['line']) && Number.isInteger(value['character'])
    ? null
    : 'a position must have a "line" and a "character", both integers.';
const range: Check = (value) =>
  isRecord(value) && position(value['start']) === null && position(value['end']) === null
    ? null
    : 'a range must have a "start" and an "end", both positions.';
const text: Check = (value) => (typeof value === 'string' ? null : 'it must be a string.');
const document: Check = (value) =>
  isRecord(value) && typeof value['uri'] === 'string' ? null : 'the URI of the document is missing.';
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value)
      ? (value.map(check).find((problem) => problem !== null) ?? null)
      : 'it must be an array.';
const object: Check = (value) => (isRecord(value) ? null : 'it must be an object.');
const item: Check = (value) =>
  document(value) ?? (isRecord(value) ? (range(value['range']) ?? range(value['selectionRange'])) : null);
const move: Check = (value) =>
  isRecord(value) && typeof value['oldUri'] === 'string' && typeof value['newUri'] === 'string'
    ? null
    : 'each file must have an "oldUri" and a "newUri".';
const context: Check = (value) =>
  isRecord(value) &&
  Array.isArray(value['diagnostics']) &&
  (value['only'] === undefined || listOf(text)(value['only']) === null)
    ? null
    : '"diagnostics" must be an array, and "only" an array of kinds.';

const change: Check = (value) =>
  isRecord(value) && typeof value['text'] === 'string'
    ? optional(range)(value['range'])
    : 'each change must have a "text".';

const folders: Check = (value) =>
  isRecord(value)
    ? (listOf(document)(value['added']) ?? listOf(document)(value['removed']))
    : 'it must be an object.';

const outlineAction: Check = (value) =>
  outlineActions.some((action) => action === value)
    ? null
    : `it must be one of ${outlineActions.join(', ')}.`;

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null ? null : check(value);

const place: Check = (value) =>
  document(value) ?? (isRecord(value) ? (range(value['range']) ?? text(value['id'])) : null);

const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value) ? null : `it must be one of ${words.join(', ')}.`;

type Form = Readonly<Record<string, Check>>;
const inDocument: Form = { textDocument: document };
const atPosition: Form = { textDocument: document, position };

const forms: ReadonlyMap<string, Form> = new Map(
  Object.entries<Form>({
    initialize: {
      capabilities: object,
      rootUri: optional(text),
      workspaceFolders: optional(listOf(document)),
    },
    'textDocument/definition': atPosition,
    'textDocument/declaration': atPosition,
    'textDocument/references': { ...atPosition, context: object },
    'textDocument/hover': atPosition,
    'textDocument/completion': atPosition,
    'textDocument/documentHighlight': atPosition,
    'textDocument/linkedEditingRange': atPosition,
    'textDocument/prepareRename': atPosition,
    'textDocument/rename': { ...atPosition, newName: text },
    'textDocument/prepareCallHierarchy': atPosition,
    'callHierarchy/incomingCalls': { item },
    'callHierarchy/outgoingCalls': { item },
    'textDocument/documentSymbol': inDocument,
    'textDocument/foldingRange': inDocument,
    'textDocument/selectionRange': { ...inDocument, positions: listOf(position) },
    'textDocument/semanticTokens/full': inDocument,
    'textDocument/codeAction': { ...inDocument, range, context },
    'textDocument/codeLens': inDocument,
    'textDocument/inlayHint': { ...inDocument, range },
    'textDocument/formatting': inDocument,
    'textDocument/rangeFormatting': { ...inDocument, range },
    'textDocument/onTypeFormatting': atPosition,
    'textDocument/diagnostic': inDocument,
    'completionItem/resolve': { label: text },
    'workspace/symbol': { query: text },
    'workspace/diagnostic': {
      previousResultIds: listOf((value) =>
        isRecord(value) && typeof value['uri'] === 'string' && typeof value['value'] === 'string'
          ? null
          : 'each must have a "uri" and a "value".',
      ),
    },
    'workspace/willRenameFiles': { files: listOf(move) },
    'workspace/willDeleteFiles': { files: listOf(document) },
    'textDocument/didOpen': { textDocument: (value) => document(value) ?? change(value) },
    'textDocument/didChange': { ...inDocument, contentChanges: listOf(change) },
    'textDocument/didSave': inDocument,
    'textDocument/didClose': inDocument,
    'workspace/didChangeWatchedFiles': { changes: listOf(document) },
    'workspace/didChangeWorkspaceFolders': { event: folders },
    'runbook/outline': inDocument,
    'runbook/editOutline': {
      ...inDocument,
      nodes: listOf(text),
      action: outlineAction,
      before: optional(text),
    },
    'runbook/entryTargets': { prefix: text },
    'runbook/newDocument': {
      kind: text,
      ownKind: optional(text),
      answers: object,
      folder: optional(text),
      textDocument: optional(document),
    },
    'runbook/newDocumentKinds': { folder: optional(text), textDocument: optional(document) },
    'runbook/insertPart': { ...atPosition, part: text },
    'runbook/newEntry': { ...inDocument, prefix: text, title: text },
    'runbook/changeEntries': { change: oneOf('mark-tested', 'deprecate'), entries: listOf(place) },
    'runbook/writeRunbook': {
      ...inDocument,
      title: text,
      category: optional(text),
      answers: optional(place),
    },
    'runbook/setup': { folder: optional(text) },
    'runbook/setupBaseline': {
      configuration: (value) => document(value) ?? (isRecord(value) ? text(value['text']) : null),
    },
    'runbook/renewReviews': { documents: listOf(document) },
    'runbook/exportReport': { format: oneOf('html', 'markdown', 'csv') },
  }),
);

/** What is wrong with the parameters of a message, in words, or null. Unknown methods have no form to keep to. */
export function problemOfParams(method: string, params: unknown): string | null {
  const form = forms.get(method);
  if (form === undefined) return null;
  if (!isRecord(params)) return 'the parameters must be an object.';
  for (const [name, check] of Object.entries(form)) {
    const problem = check(params[name]);
    if (problem !== null) return `"${name}": ${problem}`;
  }
  return null;
}
