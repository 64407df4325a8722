/** One workspace folder as the overviews see it: its documents, and the report on them. */
import type { WorkspaceReport } from '../../report/workspace-report';
import type { WorkspaceFolder } from '../../workspace';
import type { FeatureContext } from '../shared/feature-context';

export interface FolderContext {
  readonly folder: WorkspaceFolder;
  readonly context: FeatureContext;
  /** The report as of now; one document a slice. */
  readonly report: () => Generator<undefined, WorkspaceReport>;
}
