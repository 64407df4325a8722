/**
 * What features may look at from one place: the folder that holds it with what that joins, or a document that is alone.
 * Features see one workspace at a time and need not know that there are several.
 */
import type { FolderContext } from './features/overview/folder-context';
import type { FeatureContext } from './features/shared/feature-context';
import type { WorkspaceReport } from './report/workspace-report';
import type { WorkspaceDocuments } from './workspace-documents';

/** What is the same from everywhere. */
export type SharedContext = Omit<
  FeatureContext,
  'workspace' | 'runbook' | 'placeOf' | 'fixAll' | 'labelOf'
> & {
  readonly fixAll: (
    accepts: Parameters<FeatureContext['fixAll']>[0],
    home: string,
  ) => ReturnType<FeatureContext['fixAll']>;
};

/** The report on a folder. */
export type ReportOn = (folder: string) => Generator<undefined, WorkspaceReport>;

export class FeatureContexts {
  readonly #documents: WorkspaceDocuments;
  readonly #shared: SharedContext;
  readonly #reportOn: ReportOn;

  constructor(documents: WorkspaceDocuments, shared: SharedContext, reportOn: ReportOn) {
    this.#documents = documents;
    this.#shared = shared;
    this.#reportOn = reportOn;
  }

  /** From where a document is. */
  of(uri: string): FeatureContext {
    return this.#at(this.#documents.homeOf(uri));
  }

  /** From each workspace folder. */
  ofFolders(): readonly FeatureContext[] {
    return this.#documents.layout.folders.map(({ uri }) => this.#at(uri));
  }

  /** Each workspace folder, with its report. */
  folders(): readonly FolderContext[] {
    return this.#documents.layout.folders.map((folder) => ({
      folder,
      context: this.#at(folder.uri),
      report: () => this.#reportOn(folder.uri),
    }));
  }

  #at(home: string): FeatureContext {
    const documents = this.#documents;
    const { layout } = documents;
    return {
      ...this.#shared,
      workspace: documents.viewAt(home),
      runbook: (uri) => documents.runbook(uri),
      placeOf: (uri) => layout.placeFrom(home, uri),
      labelOf: (uri) => layout.labelOf(uri),
      fixAll: (accepts) => this.#shared.fixAll(accepts, home),
    };
  }
}
