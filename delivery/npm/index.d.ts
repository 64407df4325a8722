/**
 * What `runbook-md check --format json` prints: an array of findings, sorted by file and position. The package has no
 * programming interface besides. Later versions may add keys.
 */

export type Findings = readonly Finding[];

export interface Finding {
  /** Path relative to the given folder, with `/`; with several folders, the folder stands in front of it. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  /** Counts from 1, in UTF-16 units. */
  readonly column: number;
  /** Counts from 1. */
  readonly endLine: number;
  /** Behind the last character; counts from 1, in UTF-16 units. */
  readonly endColumn: number;
  /** Name of the rule, or `configuration` for a mistake in a configuration file. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** What is wrong, why it matters, what to do. */
  readonly message: string;
  /** Whether `--fix` can fix it. */
  readonly fixable: boolean;
  /** There for a finding that the baseline accepts. */
  readonly accepted?: true;
  /** There for a finding that came with time, without a change. */
  readonly byTime?: true;
}
