/**
 * The composition root of the core: wires parser, index, rules and features into plain functions over plain data.
 * Adapters (language server, command line) call these; nothing here knows files, connections or editors.
 */
import type { ConfigurationTree } from './config/configuration-tree';
import type { ReadText } from './document-store';
import { createEditorFeatures, type EditorFeatures } from './editor-features';
import { FeatureContexts } from './feature-contexts';
import type { Runbook } from './model/runbook';
import { DocumentParser, usualParserBudget } from './parsing/document-parser';
import { buildReport } from './report/build-report';
import { isReported } from './report/is-reported';
import { surveyDocument } from './report/survey';
import type { ScoredRunbook, WorkspaceReport } from './report/workspace-report';
import { fixAll, type FixedWorkspace } from './lint/fix-all';
import { FindingsCache } from './cache/findings-cache';
import { isFixable, plainBudget, sizeOf, toPlainFinding, type PlainFinding } from './lint/plain-finding';
import { ruleNames } from './lint/registry';
import type { Finding, RuleInput } from './lint/rule';
import { runRules } from './lint/run-rules';
import { decodeDocument, encodeDocument } from './cache/document-snapshot';
export * from './offered';
import { usualModelBudget, WorkspaceDocuments } from './workspace-documents';
import type { WorkspaceLayout, FolderFiles } from './workspace-layout';
import { noWorkLog, type Clock, type DocumentPlace, type WorkLog, type WorkspaceFolder } from './workspace';

/** Every change returns the documents whose findings may differ afterwards. */
export type Affected = ReadonlySet<string>;
export interface RunbookService {
  setFolders(folders: readonly WorkspaceFolder[]): Affected;
  configure(folder: string, configurations: ConfigurationTree, files?: FolderFiles): Affected;
  /** Text of a file on disk, new or changed. */
  putFile(uri: string, text: string): Affected;
  removeFile(uri: string): Affected;
  openDocument(uri: string, version: number, text: string): Affected;
  changeDocument(uri: string, version: number, text: string): Affected;
  closeDocument(uri: string): Affected;

  /** All documents with a text, open or on disk. */
  uris(): Iterable<string>;
  /** Those of a workspace folder. */
  urisIn(folder: string): Iterable<string>;
  isOpen(uri: string): boolean;
  /** Version of the open document, or null. */
  versionOf(uri: string): number | null;
  placeOf(uri: string): DocumentPlace;
  /** Which folders there are, and what joins what. */
  readonly layout: Pick<WorkspaceLayout, 'folders' | 'placeFrom' | 'joinsOf' | 'folderAt'>;
  runbook(uri: string): Runbook | undefined;
  /** The text of a document, or undefined when there is none of this URI. */
  textOf(uri: string): string | undefined;

  /** Counts up with every change of documents, folders or configuration. */
  readonly revision: number;
  readAgain(uri: string): Affected;
  /** Forgets what can be worked out again of documents that are not open, and what the parser remembers of them. */
  forgetModels(): void;

  /** The findings of a document in order of their place; empty for an unknown one. */
  findings(uri: string): readonly Finding[];
  /** The same as plain data, which is kept for all documents, so that what did not change is never judged twice. */
  plainFindings(uri: string): readonly PlainFinding[];
  /**
   * What is known of a document, for {@link restore} in a later session, with its findings (the default) or without;
   * null for one that cannot be kept.
   */
  remember(uri: string, parts?: { readonly findings: boolean }): readonly unknown[] | null;
  /**
   * Takes in a file from what an earlier session knew of it, instead of reading it, with its findings or without. Null
   * for values that {@link remember} never gave, and where files cannot be read later. Everything is restored as it was, then comes
   * {@link endRestoring}, then what changed since.
   */
  restore(uri: string, values: unknown, parts: { readonly findings: boolean }): 'judged' | 'read' | null;
  /** Everything is restored that was known: takes into account what was opened in the meantime. */
  endRestoring(): Affected;
  /** The texts of a folder (the first) after all automatic fixes of the findings that `accepts` takes; it stays as it is. */
  fixAll(accepts: (uri: string, finding: Finding) => boolean, folder?: string): FixedWorkspace;
  /** Gates, scores, staleness, coverage and gaps of a folder, by default of the first. */
  report(folder?: string): WorkspaceReport;
  /** What editors ask for. */
  readonly editor: EditorFeatures;
}

export interface ServiceOptions {
  /** Characters of text whose models are kept at hand; a model takes some ten bytes for each. */
  readonly modelBudget?: number;
  /** Reads a file again, so that not all texts need to be kept. */
  readonly readText?: ReadText;
  /** Whether plain findings tell if they are fixable. */
  readonly tellsFixable?: boolean;
  readonly workLog?: WorkLog;
}

/** A service over an empty workspace. */
export function createRunbookService(
  clock: Clock,
  {
    modelBudget = usualModelBudget,
    readText,
    tellsFixable = false,
    workLog = noWorkLog,
  }: ServiceOptions = {},
): RunbookService {
  const parser = new DocumentParser(usualParserBudget);
  const documents = new WorkspaceDocuments(parser, modelBudget, readText, workLog);
  const { store } = documents;
  const known = new FindingsCache<Finding>(modelBudget);
  const plain = new FindingsCache<PlainFinding>(plainBudget);
  const scored = new Map<string, readonly ScoredRunbook[]>();
  /** The day of what was found and scored. */
  let day = clock.today();
  let revision = 0;
  const contexts = new FeatureContexts(documents, {
    today: () => clock.today(),
    findings,
    fixAll: fixDocuments,
    configurationFor: (uri) => documents.configurationFor(uri),
    scores,
    versionOf: (uri) => store.versionOf(uri),
  });

  function changed(affected: Affected): Affected {
    revision++;
    for (const uri of affected) {
      known.delete(uri);
      plain.delete(uri);
      scored.delete(uri);
    }
    return affected;
  }

  /** Drops findings and scores when the day changes: dates are judged by it. */
  function invalidateOnDayChange(): void {
    const now = clock.today();
    if (now === day) return;
    day = now;
    known.clear();
    plain.clear();
    scored.clear();
  }

  /** A file came, changed or went. Findings that nobody has asked for do not differ from anything. */
  function updateFile(uri: string): Affected {
    const isAsked = known.count + plain.count + scored.size > 0;
    return isAsked ? documents.update(uri) : documents.put(uri);
  }

  function findings(uri: string): readonly Finding[] {
    invalidateOnDayChange();
    const before = known.get(uri);
    if (before !== undefined) return before;
    const found = judge(uri);
    known.set(uri, found, store.textOf(uri)?.length ?? 0);
    return found;
  }

  function judge(uri: string): readonly Finding[] {
    if (plain.get(uri)?.length === 0 || documents.summaryOf(uri)?.silent === true) return [];
    const input = ruleInput(uri);
    return input === undefined ? [] : onDocument(uri, () => runRules(input));
  }

  function onDocument<T>(uri: string, work: () => T): T {
    const text = store.textOf(uri);
    return text === undefined ? work() : workLog.during(uri, text, work);
  }

  function plainFindings(uri: string): readonly PlainFinding[] {
    invalidateOnDayChange();
    const before = plain.get(uri);
    if (before !== undefined) return before;
    // the model of a document that nobody looks at need not be kept with its findings
    const found = known.get(uri) ?? (store.isOpen(uri) ? findings(uri) : judge(uri));
    const lines = found.length === 0 ? undefined : documents.runbook(uri)?.lines;
    const made =
      lines === undefined
        ? []
        : found.map((finding) => toPlainFinding(finding, lines, tellsFixable ? isFixable(finding) : null));
    plain.set(uri, made, sizeOf(made));
    return made;
  }

  function restore(
    uri: string,
    values: unknown,
    parts: { readonly findings: boolean },
  ): 'judged' | 'read' | null {
    if (readText === undefined) return null;
    invalidateOnDayChange();
    const stored = decodeDocument(documents.placeOf(uri), values, ruleNames, documents.words);
    if (stored === null) return null;
    documents.restore(stored.summary);
    if (stored.judged === null || !parts.findings) return 'read';
    plain.set(uri, stored.judged, sizeOf(stored.judged));
    return 'judged';
  }

  function remember(uri: string, parts = { findings: true }): readonly unknown[] | null {
    invalidateOnDayChange();
    const summary = documents.summaryOf(uri);
    if (summary === undefined) return null;
    const judged = plain.get(uri) ?? (summary.silent ? [] : null);
    return encodeDocument({ summary, judged: parts.findings ? judged : null });
  }

  function scores(uri: string): readonly ScoredRunbook[] {
    invalidateOnDayChange();
    const before = scored.get(uri);
    if (before !== undefined) return before;
    const input = ruleInput(uri);
    const found = input !== undefined && isReported(input) ? surveyDocument(input).runbooks : [];
    scored.set(uri, found);
    return found;
  }

  function ruleInput(uri: string): RuleInput | undefined {
    const runbook = documents.runbook(uri);
    return runbook === undefined ? undefined : documents.ruleInput(uri, runbook, clock.today());
  }

  /** Those of the documents of a folder, in order. */
  function* ruleInputs(home: string): Iterable<RuleInput> {
    for (const uri of [...documents.urisAt(home)].sort()) {
      const input = ruleInput(uri);
      if (input !== undefined) yield input;
    }
  }

  /** Puts a text in the place of the one that counts, open or on disk. */
  function putText(uri: string, text: string): Affected {
    const version = store.versionOf(uri);
    if (version === null) store.putOnDisk(uri, text);
    else store.open(uri, { text, version });
    return changed(documents.update(uri));
  }

  function fixDocuments(
    accepts: (uri: string, finding: Finding) => boolean,
    home = firstFolder(),
  ): FixedWorkspace {
    const workspace = documents.viewAt(home);
    const textOf = (uri: string): string | undefined =>
      workspace.holds(uri) ? store.textOf(uri) : undefined;
    return fixAll({ uris: () => documents.urisAt(home), textOf, findings, put: putText }, accepts);
  }

  function firstFolder(): string {
    return documents.layout.folders[0]?.uri ?? '';
  }

  return {
    setFolders: (folders) => changed(documents.setFolders(folders)),
    configure: (folder, configurations, files) => changed(documents.configure(folder, configurations, files)),
    putFile(uri, text) {
      store.putOnDisk(uri, text);
      return changed(updateFile(uri));
    },
    removeFile(uri) {
      store.removeFromDisk(uri);
      return changed(updateFile(uri));
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
    urisIn: (folder) => documents.urisAt(folder),
    isOpen: (uri) => store.isOpen(uri),
    versionOf: (uri) => store.versionOf(uri),
    placeOf: (uri) => documents.placeOf(uri),
    layout: documents.layout,
    runbook: (uri) => documents.runbook(uri),
    textOf: (uri) => store.textOf(uri),
    readAgain: (uri) => changed(documents.readAgain(uri)),
    forgetModels() {
      documents.forgetModels();
      known.clear();
    },
    get revision() {
      return revision;
    },
    findings,
    plainFindings,
    remember,
    restore,
    endRestoring: () => changed(documents.endRestoring()),
    fixAll: fixDocuments,
    report: (folder = firstFolder()) => buildReport(clock.today(), ruleInputs(folder)),
    editor: createEditorFeatures(contexts, onDocument),
  };
}
