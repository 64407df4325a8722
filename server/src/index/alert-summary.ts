/**
 * What the workspace keeps of an alert rule, and of what documents say of alerts: small, inert and comparable. Knows
 * nothing of YAML.
 */
import type { Runbook } from '../model/runbook';
import { keyOf } from '../model/identifier';
import { alertClaimsOf } from '../document/entries/alert-claims';
import type { LineRange } from '../text/line-index';
import { ownText } from './shared-words';

/** An alert rule. */
export interface AlertSummary {
  /** Empty where it is not known. */
  readonly name: string;
  /** Value of the label `severity` in lower case; empty where there is none, null where it is not known. */
  readonly severity: string | null;
  /** What it fires on, at most {@link longestExpression} characters; empty where that is not known. */
  readonly expr: string;
  /** As written: `5m`; empty where there is none or it is not known. */
  readonly duration: string;
  /** The name, or what stands for it. */
  readonly range: LineRange;
  /** Whether it names a runbook, has a placeholder where one is to be named, or may have one where it cannot be seen. */
  readonly runbook: 'named' | 'unset' | 'unseen' | 'none';
  /** Whether that somebody is paged without a runbook is to be expected of it: a watchdog, an inhibitor, a test. */
  readonly exempt: boolean;
  /** Keys of the identifiers that its addresses name. */
  readonly ids: readonly string[];
  /** The files that its addresses may mean, each address on its own. */
  readonly targets: readonly AlertTarget[];
}

/** Where an address leads: to the first of these files that is there. */
export interface AlertTarget {
  readonly paths: readonly string[];
  /** Whether the case of paths counts. */
  readonly matchesCase: boolean;
  /** Lower case, without `#`; empty for the file as a whole. */
  readonly fragment: string;
}

/** An alert that a document says it is about. */
export interface ClaimSummary {
  readonly name: string;
  /** Key of the entry that says so, or empty. */
  readonly entry: string;
  /** Fragment of the heading that says so, or empty. */
  readonly slug: string;
  /** Whether all of the document is about it. */
  readonly ofPage: boolean;
}

export const longestExpression = 1000;

/** What a document says of alerts. */
export function summarizeClaims(runbook: Runbook): readonly ClaimSummary[] {
  return alertClaimsOf(runbook).map(({ name, entry, slug, ofPage }) => ({
    name: ownText(name),
    entry: entry === null ? '' : keyOf(entry.id),
    slug: ownText(slug),
    ofPage,
  }));
}
