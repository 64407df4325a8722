/** The editor settings (section `runbook`), as the server reads them, and their defaults. Rules are configured in `.runbook.yaml`. */

/** Which files get diagnostics: every file of the workspace, or only those open in an editor. */
export type DiagnosticsScope = 'workspace' | 'openFiles';

export interface RunbookSettings {
  readonly diagnostics: { readonly scope: DiagnosticsScope };
}

export const defaultSettings: RunbookSettings = { diagnostics: { scope: 'workspace' } };
