/** Messages that set a workspace up: what its runbooks are, found from their texts, and the files that say so. */

/** A file to create. */
export interface SetupFileText {
  readonly uri: string;
  readonly text: string;
}

/** Only the certain ones, or also what may be a runbook. */
export type SetupChoice = 'sure' | 'all';

/** What a choice takes in. */
export interface SetupOffer {
  readonly choice: SetupChoice;
  /** Documents that become runbooks. */
  readonly documents: number;
  /** What `.runbook.yaml` would say. */
  readonly configuration: SetupFileText;
}

/** Answer to {@link setupRequest}. */
export interface SetupResult {
  /** Why there is nothing to set up; null where there are offers. */
  readonly reason: 'no-folder' | 'no-runbooks' | null;
  /** At most one for each choice, the certain ones first. */
  readonly offers: readonly SetupOffer[];
}

/** Request: what a workspace folder would be set up as. Nothing is written. */
export const setupRequest = { method: 'runbook/setup' } as const;
export interface SetupParams {
  /** URI of the workspace folder; by default the first. */
  readonly folder?: string;
}

/**
 * Request: the baseline that accepts what would be found with a configuration that is not written yet. The answer is a
 * {@link SetupFileText}, or null where the folder is unknown.
 */
export const setupBaselineRequest = { method: 'runbook/setupBaseline' } as const;
export interface SetupBaselineParams {
  readonly configuration: SetupFileText;
}
