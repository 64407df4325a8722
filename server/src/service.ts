/**
 * The composition root of the core: wires parser, index, rules and features into plain functions over plain data.
 * Adapters (language server, command line) call these; nothing here knows files, connections or editors.
 */
import { AcceptedFindings } from './accepted-findings';
import { mayHoldRuns } from './document/run/build-plan';
import { EarlyFindings } from './early-findings';
import { createEditorFeatures } from './editor-features';
import { FeatureContexts } from './feature-contexts';
import { reviewDateOf } from './features/overview/review-date';
import { writeIdList } from './index/write-id-list';
import { DocumentParser, usualParserBudget } from './parsing/document-parser';
import { buildReport } from './report/build-report';
import type { WorkspaceReport } from './report/workspace-report';
import { fixAll, type FixedWorkspace } from './lint/fix-all';
import type { Finding } from './lint/rule';
import type { Affected, RunbookService, ServiceOptions } from './runbook-service';
export * from './offered';
export * from './offered-to-editors';
export type { Affected, CoreService, RunbookService, ServiceOptions } from './runbook-service';
import { english, sayIn } from './text/say';
import { TrialTexts } from './trial-texts';
import { proposeMappings, wantsAlerts } from './workspace-alerts';
import { usualModelBudget, WorkspaceDocuments } from './workspace-documents';
import { WorkspaceFindings } from './workspace-findings';
import { noWorkLog, type Clock } from './workspace';

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
  const accepted = new AcceptedFindings(documents, findings);
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
      isGoneFrom: (folder) => accepted.isGoneFrom(folder),
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
        if (mayHoldRuns(documents.summaryOf(uri)?.kind ?? 'none')) yield uri;
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
      accepted.setBaseline(folder, baseline);
      return new Set(documents.urisAt(folder));
    },
    acceptedFindings: (uri) => accepted.of(uri),
    isGoneFrom: (folder) => accepted.isGoneFrom(folder),
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
    reviewDate: (uri) => onDocument(uri, () => reviewDateOf(contexts.of(uri), uri)),
    say,
    editor: createEditorFeatures(contexts, onDocument),
  };
}
