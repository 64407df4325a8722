/** What a change of files led to, as inert data. */
import type { Affected } from '../service';
import type { NoticedFile } from './file-notice';

/** Something that could not be used, in words; `uri` names the file or folder. */
export interface WorkspaceProblem extends NoticedFile {
  readonly uri: string;
}

/** What a change of files led to. */
export interface WorkspaceChange {
  /** The documents whose findings may differ. */
  readonly affected: Affected;
  readonly problems: readonly WorkspaceProblem[];
}
