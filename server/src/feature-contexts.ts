/**
 * What features may look at from one place: the folder that holds it with what that joins, or a document that is alone.
 * Features see one workspace at a time and need not know that there are several.
 */
import type { FolderContext } from './features/overview/folder-context';
import type { FeatureContext } from './features/shared/feature-context';
import type { FixedWorkspace } from './lint/fix-all';
import type { WorkspaceReport } from './report/workspace-report';
import { proposeMappings } from './workspace-alerts';
import type { WorkspaceDocuments } from './workspace-documents';

/** What is the same from everywhere. */
export type SharedContext = Omit<
  FeatureContext,
  'workspace' | 'proposeMappings' | 'runbook' | 'read' | 'placeOf' | 'fixDocument' | 'labelOf'
> & {
  readonly fixDocument: (uri: string, home: string) => FixedWorkspace;
};

/** The report on a folder. */
export type ReportOn = (folder: string) => Generator<undefined, WorkspaceReport>;

/** Where a new document may go. */
export interface PlaceForNew {
  readonly context: FeatureContext;
  readonly home: string;
  readonly path: string | null;
  readonly around: string;
}

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

  /**
   * From where a document is to be created: in `folder`, else in the workspace folder of the document `uri`, else in the first
   * one. `path` is the folder's in its workspace folder, null where none was asked for; `around` is the URI of the folder whose
   * configuration says what may be created: that one, else the document's.
   */
  forNew(folder: string | undefined, uri: string | undefined): PlaceForNew {
    const { layout } = this.#documents;
    const within = folder === undefined ? null : layout.placeOf(`${folder}/x`);
    if (within !== null && within.folder !== '') {
      const path = within.path.slice(0, Math.max(0, within.path.length - 2));
      const { folder: home } = within;
      return { context: this.#at(home), home, path, around: path === '' ? home : (folder ?? home) };
    }
    const own = uri === undefined ? '' : layout.placeOf(uri).folder;
    const home = own === '' ? (layout.folders[0]?.uri ?? '') : own;
    const around = own === '' || uri === undefined ? home : uri.slice(0, uri.lastIndexOf('/'));
    return { context: this.#at(home), home, path: null, around };
  }

  #at(home: string): FeatureContext {
    const documents = this.#documents;
    const { layout } = documents;
    return {
      ...this.#shared,
      workspace: documents.viewAt(home),
      runbook: (uri) => documents.runbook(uri),
      read: (uri, text) => documents.read(uri, text),
      placeOf: (uri) => layout.placeFrom(home, uri),
      labelOf: (uri) => layout.labelOf(uri),
      fixDocument: (uri) => this.#shared.fixDocument(uri, home),
      proposeMappings: () => proposeMappings(documents, home),
    };
  }
}
