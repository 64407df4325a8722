/** Where the tool writes to, and what its exit codes mean. */

export interface Terminal {
  readonly out: (text: string) => unknown;
  readonly error: (text: string) => unknown;
  /** Whether `out` shows colours. */
  readonly colors: boolean;
}

export const exitCodes = { ok: 0, findings: 1, usage: 2 } as const;
