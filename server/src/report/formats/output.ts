/**
 * What commands print as JSON for other programs, as types. `npm run generate` makes the schemas and the types of the npm
 * package of them: nothing is written twice. Data only; knows nothing of where it comes from.
 */
import type { IdentifierList } from '../../index/id-list';
import type { Severity } from '../../lint/rule';
import type { FolderReport } from './sections';

/** What `check --format json` prints: all findings, sorted by file and position. */
export type Findings = readonly Finding[];

export interface Finding {
  /**
   * Path relative to the given folder, with `/`; with several folders, the folder stands in front of it.
   * @minLength 1
   */
  readonly file: string;
  /**
   * Counts from 1.
   * @minimum 1
   */
  readonly line: number;
  /**
   * Counts from 1, in UTF-16 units.
   * @minimum 1
   */
  readonly column: number;
  /**
   * Counts from 1.
   * @minimum 1
   */
  readonly endLine: number;
  /**
   * Behind the last character; counts from 1, in UTF-16 units.
   * @minimum 1
   */
  readonly endColumn: number;
  /**
   * Name of the rule, or `configuration` for a mistake in a configuration file.
   * @pattern ^[a-z][a-z0-9-]*$
   */
  readonly rule: string;
  readonly severity: Severity;
  /**
   * What is wrong, why it matters, what to do.
   * @minLength 1
   */
  readonly message: string;
  /** Whether `--fix` can fix it. */
  readonly fixable: boolean;
  /** There for a finding that the baseline accepts. */
  readonly accepted?: true;
  /** There for a finding that came with time, without a change. */
  readonly byTime?: true;
}

/** What `report --format json` prints. */
export interface Report {
  /** The folders in the order in which they were given. */
  readonly workspaces: readonly FolderReport[];
}

/** What `rules --format json` prints: all rules by name. */
export type Rules = readonly ListedRule[];

export interface ListedRule {
  /** @pattern ^[a-z][a-z0-9-]*$ */
  readonly name: string;
  /** The usual severity; a rule that is `off` runs only where the configuration asks for it. */
  readonly severity: Severity | 'off';
  /** Whether there are fixes, with or without a decision. */
  readonly fixable: boolean;
  /** What it finds. */
  readonly summary: string;
}

/** What `export ids` prints, and what `imports` of a configuration reads. */
export type Identifiers = IdentifierList;
