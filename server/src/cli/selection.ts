/** Which findings a run is about: of some rules, of some files. */

export interface Selection {
  /** Names of rules; null for all. */
  readonly rules: ReadonlySet<string> | null;
  /** Paths relative to the workspace folder; null for all. */
  readonly files: ReadonlySet<string> | null;
}

/** Whether a run is about the findings of a rule in a file. */
export function selects({ rules, files }: Selection, file: string, rule: string): boolean {
  return (rules === null || rules.has(rule)) && (files === null || files.has(file));
}
