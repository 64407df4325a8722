/**
 * The composition root of the core: wires parser, index, rules and features into plain functions over plain data.
 * Adapters (language server, command line) call these; nothing here knows files, connections or editors.
 */
import type {
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Position,
  SymbolInformation,
} from 'vscode-languageserver-types';
import type { EntryTargetsResult, OutlineResult } from '../../protocol/src/messages';
import type { ConfigurationTree } from './config/configuration-tree';
import { complete, resolveCompletion } from './features/completion';
import { findDefinition } from './features/definition';
import { documentSymbols } from './features/document-symbols';
import type { FeatureContext } from './features/feature-context';
import { hover } from './features/hover';
import { entryTargets, newEntry, type NewEntry } from './features/new-entry';
import { phasesOutline } from './features/phases-outline';
import { findReferences } from './features/references';
import { workspaceSymbols } from './features/workspace-symbols';
import type { Runbook } from './model/runbook';
import { parseRunbook } from './parsing/parse-runbook';
import type { Finding } from './rules/rule';
import { runRules } from './rules/run-rules';
export { completionTriggers } from './features/completion';
export { outlineText } from './features/outline-text';
export { ruleNames } from './rules/registry';
export type { Finding } from './rules/rule';
export { rulePage } from './rules/rule-page';
import { WorkspaceDocuments } from './workspace-documents';
import type { Clock, DocumentPlace, WorkspaceFolder } from './workspace';

/** Every change returns the documents whose findings may differ afterwards. */
export type Affected = ReadonlySet<string>;

export interface RunbookService {
  setFolders(folders: readonly WorkspaceFolder[]): Affected;
  configure(folder: string, configurations: ConfigurationTree): Affected;
  /** Text of a file on disk, new or changed. */
  putFile(uri: string, text: string): Affected;
  removeFile(uri: string): Affected;
  openDocument(uri: string, version: number, text: string): Affected;
  changeDocument(uri: string, version: number, text: string): Affected;
  closeDocument(uri: string): Affected;

  /** All documents with a text, open or on disk. */
  uris(): Iterable<string>;
  isOpen(uri: string): boolean;
  /** Version of the open document, or null. */
  versionOf(uri: string): number | null;
  placeOf(uri: string): DocumentPlace;
  runbook(uri: string): Runbook | undefined;

  /** The findings of a document in order of their place; empty for an unknown one. */
  findings(uri: string): readonly Finding[];
  definition(uri: string, position: Position): LocationLink[];
  references(uri: string, position: Position, includeDeclaration: boolean): Location[];
  hover(uri: string, position: Position): Hover | null;
  complete(uri: string, position: Position, trigger: string | undefined): CompletionItem[];
  resolveCompletion(item: CompletionItem): CompletionItem;
  documentSymbols(uri: string): DocumentSymbol[];
  workspaceSymbols(query: string): SymbolInformation[];
  outline(uri: string): OutlineResult;
  entryTargets(prefix: string, uri: string | undefined): EntryTargetsResult;
  newEntry(uri: string, prefix: string, title: string, category: string | null): NewEntry | null;
}

/** A service over an empty workspace. */
export function createRunbookService(clock: Clock): RunbookService {
  const documents = new WorkspaceDocuments(parseRunbook);
  const { store } = documents;
  const known = new Map<string, readonly Finding[]>();
  const context: FeatureContext = {
    workspace: documents.index,
    runbook: (uri) => documents.runbook(uri),
    placeOf: (uri) => documents.placeOf(uri),
    today: () => clock.today(),
  };

  function changed(affected: Affected): Affected {
    for (const uri of affected) known.delete(uri);
    return affected;
  }

  function findings(uri: string): readonly Finding[] {
    const before = known.get(uri);
    if (before !== undefined) return before;
    const runbook = documents.runbook(uri);
    if (runbook === undefined) return [];
    const found = runRules({
      place: documents.placeOf(uri),
      runbook,
      workspace: documents.index,
      configuration: documents.configurationFor(uri),
      quiet: documents.isQuiet(uri),
      today: clock.today(),
    });
    known.set(uri, found);
    return found;
  }

  return {
    setFolders: (folders) => changed(documents.setFolders(folders)),
    configure: (folder, configurations) => changed(documents.configure(folder, configurations)),
    putFile(uri, text) {
      store.putOnDisk(uri, text);
      return changed(documents.update(uri));
    },
    removeFile(uri) {
      store.removeFromDisk(uri);
      return changed(documents.update(uri));
    },
    openDocument(uri, version, text) {
      store.open(uri, { text, version });
      return changed(documents.update(uri));
    },
    changeDocument(uri, version, text) {
      store.open(uri, { text, version });
      return changed(documents.update(uri));
    },
    closeDocument(uri) {
      store.close(uri);
      return changed(documents.update(uri));
    },
    uris: () => store.uris(),
    isOpen: (uri) => store.isOpen(uri),
    versionOf: (uri) => store.versionOf(uri),
    placeOf: (uri) => documents.placeOf(uri),
    runbook: (uri) => documents.runbook(uri),
    findings,
    definition: (uri, position) => findDefinition(context, uri, position),
    references: (uri, position, includeDeclaration) =>
      findReferences(context, uri, position, includeDeclaration),
    hover: (uri, position) => hover(context, uri, position),
    complete: (uri, position, trigger) => complete(context, uri, position, trigger),
    resolveCompletion: (item) => resolveCompletion(context, item),
    documentSymbols: (uri) => documentSymbols(context, uri),
    workspaceSymbols: (query) => workspaceSymbols(context, query),
    outline(uri) {
      const runbook = documents.runbook(uri);
      if (runbook === undefined) return { kind: 'none', reasons: [], nodes: [] };
      const { kind, reasons } = runbook.kind;
      const nodes =
        kind === 'none' && !runbook.entries.some(({ form }) => form === 'heading' || form === 'plain')
          ? []
          : phasesOutline(runbook, findings(uri));
      return { kind, reasons, nodes };
    },
    entryTargets: (prefix, uri) =>
      entryTargets(context, prefix, uri, uri === undefined ? undefined : documents.configurationFor(uri)),
    newEntry: (uri, prefix, title, category) => newEntry(context, uri, prefix, title, category),
  };
}
