/**
 * The composition root of the core: wires parser, index, rules and features into plain functions over plain data.
 * Adapters (language server, command line) call these; nothing here knows files, connections or editors.
 */
import type { ProposedMapping } from './alerts/propose-mapping';
import type { ConfigurationTree } from './config/configuration-tree';
import type { ReadText } from './document-store';
import { EarlyFindings } from './early-findings';
import { createEditorFeatures, type EditorFeatures } from './editor-features';
import { FeatureContexts } from './feature-contexts';
import type { Configuration } from './config/configuration';
import type { LocatedRun } from './index/runs-index';
import { writeIdList } from './index/write-id-list';
import type { Runbook } from './model/runbook';
import { DocumentParser, usualParserBudget } from './parsing/document-parser';
import { buildReport } from './report/build-report';
import type { WorkspaceReport } from './report/workspace-report';
import { fixAll, type FixedWorkspace } from './lint/fix-all';
import type { Baseline, IsGone } from './lint/baseline/baseline';
import type { PlainFinding } from './lint/plain-finding';
import type { Finding } from './lint/rule';
export * from './offered';
import { english, sayIn, type Say, type Translate } from './text/say';
import { TrialTexts } from './trial-texts';
import { proposeMappings, wantsAlerts } from './workspace-alerts';
import { usualModelBudget, WorkspaceDocuments } from './workspace-documents';
import { WorkspaceFindings, type SnapshotParts } from './workspace-findings';
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
  /** Text of a document in an editor, opened or changed. */
  openDocument(uri: string, version: number, text: string): Affected;
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
  readonly layout: Pick<
    WorkspaceLayout,
    'folders' | 'placeFrom' | 'joinsOf' | 'folderAt' | 'configurationsOf'
  >;
  runbook(uri: string): Runbook | undefined;
  /** The records of runs of a document (null) or of one of its entries, the latest first. */
  runsOf(uri: string, entry: string | null): readonly LocatedRun[];
  /** How runbooks are run, as the configuration says for a document. */
  runSettings(uri: string): Configuration['run'];
  /** The documents that may hold something to carry out. */
  runnable(): Iterable<string>;
  /** Whether alert rules matter in a workspace folder: something in it is ours, or its configuration speaks of them. */
  wantsAlerts(folder: string): boolean;
  /** The text of a document, or undefined when there is none of this URI. */
  textOf(uri: string): string | undefined;

  /** Today as `YYYY-MM-DD`, by the clock of the service. */
  today(): string;
  /** The identifiers that a folder defines as a list for other repositories; see schemas/runbook-ids.schema.json. */
  exportIds(folder?: string): string;
  /** Mappings that would make the addresses of the alert rules in a folder lead to its documents, the best first. */
  proposeMappings(folder: string): readonly ProposedMapping[];
  /** Counts up with every change of documents, folders or configuration. */
  readonly revision: number;
  readAgain(uri: string): Affected;
  /** Reads the documents that nobody has asked about, one a slice, so that later answers are quick. */
  readUnread(): Generator<undefined>;
  /** Drops what can be worked out again: models of documents that are not open, and what the parser caches of them. */
  evictModels(): void;

  /** The findings of a document in order of their place; empty for an unknown one. */
  findings(uri: string): readonly Finding[];
  /** The same as plain data, which is cached for all documents, so that what did not change is never judged twice. */
  plainFindings(uri: string): readonly PlainFinding[];
  /** Sets what is accepted in a folder, by what a baseline holds; null for nothing. */
  setBaseline(folder: string, baseline: Baseline | null): Affected;
  /** Those of {@link plainFindings} that the baseline of the folder accepts. */
  acceptedFindings(uri: string): ReadonlySet<PlainFinding>;
  /** What is gone from a folder, for baselines of it. */
  isGoneFrom(folder: string): IsGone;
  /** Whether a document is of a kind, without reading it for that. */
  isRecognised(uri: string): boolean;
  /** The identifiers that a document defines, if rules can find anything in it. */
  definedIn(uri: string): readonly string[];
  /**
   * A document as plain values, for {@link restore} in a later session, with its findings (the default) or without;
   * null for one that cannot be saved.
   */
  encode(uri: string, parts?: SnapshotParts): readonly unknown[] | null;
  /**
   * Restores a file from the values of an earlier session instead of reading it, with its findings or without. Null for
   * values that {@link encode} never gave. Everything is restored as it was, then comes {@link endRestoring}, then what
   * changed since, and {@link putRestored} for files that did not.
   */
  restore(uri: string, values: unknown, parts: SnapshotParts): 'judged' | 'read' | null;
  /** Takes in a new file by what {@link encode} gave for it elsewhere, without reading it. Other values are left out. */
  takeIn(uri: string, values: unknown): Affected;
  /** Whether a file was restored whose text is to be put by {@link putRestored}, since texts cannot be read again. */
  lacksText(uri: string): boolean;
  /** The text of a file from which it was restored. */
  putRestored(uri: string, text: string): void;
  /** Everything is restored: takes into account what was opened in the meantime. */
  endRestoring(): Affected;
  /** The texts of a folder (the first) after all automatic fixes of the findings that `accepts` takes; it stays as it is. */
  fixAll(accepts: (uri: string, finding: Finding) => boolean, folder?: string): FixedWorkspace;
  /** Gates, scores, staleness, coverage and gaps of a folder, by default of the first; one document a slice. */
  report(folder?: string): Generator<undefined, WorkspaceReport>;
  /** Says texts in the language of who reads them. */
  readonly say: Say;
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
  /** Whether documents are surveyed for reports when they are judged; asked each time. */
  readonly keepsSurveys?: () => boolean;
  /** Whether files are judged while others are still read, before their models go: for who asks for all findings next. */
  readonly judgesEarly?: boolean;
  readonly workLog?: WorkLog;
  /** The language of what is shown to people, English by default. Its answers must not change after the first question. */
  readonly translate?: Translate;
}

/** A service over an empty workspace. */
export function createRunbookService(
  clock: Clock,
  {
    modelBudget = usualModelBudget,
    readText,
    tellsFixable = false,
    keepsSurveys = () => false,
    judgesEarly = false,
    workLog = noWorkLog,
    translate,
  }: ServiceOptions = {},
): RunbookService {
  const parser = new DocumentParser(usualParserBudget);
  const documents = new WorkspaceDocuments(parser, modelBudget, readText, workLog);
  const say = translate === undefined ? english : sayIn(translate);
  const findings = new WorkspaceFindings(documents, clock, {
    ...{ modelBudget, tellsFixable, keepsSurveys, workLog, say },
  });
  const early = judgesEarly ? new EarlyFindings(documents, findings) : null;
  const { store, layout } = documents;
  let revision = 0;

  function changed(affected: Affected): Affected {
    revision++;
    findings.invalidate(affected);
    early?.invalidate(affected);
    return affected;
  }

  /** A file came, changed or went. Findings that were never asked for do not differ from anything. */
  function updateFile(uri: string): Affected {
    return changed(findings.isEmpty ? documents.put(uri) : documents.update(uri));
  }

  function openDocument(uri: string, version: number, text: string): Affected {
    store.open(uri, { text, version });
    return changed(documents.update(uri));
  }

  function onDocument<T>(uri: string, work: () => T): T {
    const text = store.textOf(uri);
    return text === undefined ? work() : workLog.during(uri, text, work);
  }

  function fixDocuments(
    accepts: (uri: string, finding: Finding) => boolean,
    home = firstFolder(),
    uris = documents.urisAt(home),
  ): FixedWorkspace {
    const workspace = documents.viewAt(home);
    const trials = new TrialTexts(documents, findings, modelBudget);
    return fixAll(
      {
        uris: () => uris,
        textOf: (uri) => (workspace.holds(uri) ? store.textOf(uri) : undefined),
        findings: (uri) => findings.of(uri),
        findingsOf: (uri, rules) => findings.ofRules(uri, rules),
        put(uri, text) {
          revision++;
          return trials.put(uri, text);
        },
        takeBack(count) {
          revision++;
          trials.takeBack(count);
        },
      },
      accepts,
    );
  }

  function reportOn(folder: string): Generator<undefined, WorkspaceReport> {
    return buildReport(clock.today(), findings.surveysIn(folder), say);
  }

  function firstFolder(): string {
    return layout.folders[0]?.uri ?? '';
  }

  const contexts = new FeatureContexts(
    documents,
    {
      today: () => clock.today(),
      findings: (uri) => findings.of(uri),
      plainFindings: (uri) => findings.plainOf(uri),
      isGoneFrom: (folder) => findings.isGoneFrom(folder),
      fixDocument: (uri, home) => fixDocuments(() => true, home, [uri]),
      configurationFor: (uri) => documents.configurationFor(uri),
      surroundingsOf: (uri) => documents.surroundingsOf(uri),
      scores: (uri) => findings.scoresOf(uri),
      revision: () => revision,
      versionOf: (uri) => store.versionOf(uri),
      say,
    },
    reportOn,
  );

  return {
    setFolders: (folders) => changed(documents.setFolders(folders)),
    configure: (folder, configurations, files) => changed(documents.configure(folder, configurations, files)),
    putFile(uri, text) {
      store.putOnDisk(uri, text);
      const affected = updateFile(uri);
      early?.makeRoom();
      return affected;
    },
    removeFile(uri) {
      store.removeFromDisk(uri);
      return updateFile(uri);
    },
    openDocument,
    closeDocument(uri) {
      store.close(uri);
      return changed(documents.update(uri));
    },
    uris: () => store.uris(),
    urisIn: (folder) => documents.urisAt(folder),
    isOpen: (uri) => store.isOpen(uri),
    versionOf: (uri) => store.versionOf(uri),
    placeOf: (uri) => documents.placeOf(uri),
    layout,
    runbook: (uri) => documents.runbook(uri),
    today: () => clock.today(),
    exportIds: (folder = firstFolder()) => writeIdList(documents.viewAt(folder), clock.today()),
    proposeMappings: (folder) => proposeMappings(documents, folder),
    runsOf: (uri, entry) =>
      documents.viewAt(documents.homeOf(uri)).runs.of(documents.placeOf(uri), entry ?? ''),
    runSettings: (uri) => documents.configurationFor(uri).run,
    *runnable() {
      for (const uri of documents.store.uris())
        if (!['none', 'run', 'skill'].includes(documents.summaryOf(uri)?.kind ?? 'none')) yield uri;
    },
    wantsAlerts: (folder) => wantsAlerts(documents, folder),
    textOf: (uri) => store.textOf(uri),
    get revision() {
      return revision;
    },
    readUnread: () => documents.readUnread(),
    readAgain: (uri) => changed(documents.readAgain(uri)),
    evictModels() {
      documents.evictModels();
      findings.evictModels();
    },
    findings: (uri) => findings.of(uri),
    plainFindings: (uri) => findings.plainOf(uri),
    setBaseline(folder, baseline) {
      findings.setBaseline(folder, baseline);
      return new Set(documents.urisAt(folder));
    },
    acceptedFindings: (uri) => findings.acceptedOf(uri),
    isGoneFrom: (folder) => findings.isGoneFrom(folder),
    isRecognised: (uri) => (documents.summaryOf(uri)?.kind ?? 'none') !== 'none',
    definedIn: (uri) =>
      findings.isSilent(uri) ? [] : (documents.summaryOf(uri)?.definitions.map(({ id }) => id.text) ?? []),
    encode: (uri, parts = { findings: true }) => findings.encode(uri, parts),
    restore: (uri, values, parts) => findings.restore(uri, values, parts),
    takeIn(uri, values) {
      const snapshot = findings.decode(uri, values);
      if (snapshot === null) return new Set();
      store.putUnread(uri);
      return changed(documents.giveBack({ uri, summary: snapshot.summary, model: null }));
    },
    lacksText: (uri) => store.lacksText(uri),
    putRestored(uri, text) {
      store.putOnDisk(uri, text);
    },
    endRestoring: () => changed(documents.endRestoring()),
    fixAll: fixDocuments,
    report: (folder = firstFolder()) => reportOn(folder),
    say,
    editor: createEditorFeatures(contexts, onDocument),
  };
}
