/** The configuration file of a workspace folder, for actions that edit it. */

/** The configuration file of the workspace folder; its text is null where there is none yet. */
export interface FolderConfiguration {
  readonly uri: string;
  /** For people. */
  readonly path: string;
  readonly text: string | null;
  readonly version: number | null;
}
