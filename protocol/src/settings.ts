/** The editor settings (section `runbook`), as the server reads them, and their defaults. Rules are configured in `.runbook.yaml`. */

/** Which files get diagnostics: every file of the workspace, or only those open in an editor. */
export type DiagnosticsScope = 'workspace' | 'openFiles';

/** How findings that the baseline accepts are shown: as hints, or not at all. */
export type AcceptedShow = 'hint' | 'none';

export interface RunbookSettings {
  readonly diagnostics: { readonly scope: DiagnosticsScope };
  readonly baseline: { readonly show: AcceptedShow };
  /** Whether lines above entries and phases say who routes there, the score, the last test, the gate. */
  readonly codeLens: { readonly enabled: boolean };
  /** Whether titles stand behind bare ids and names behind phase numbers. */
  readonly inlayHints: { readonly enabled: boolean };
}

export const defaultSettings: RunbookSettings = {
  diagnostics: { scope: 'workspace' },
  baseline: { show: 'hint' },
  codeLens: { enabled: true },
  inlayHints: { enabled: true },
};
