/**
 * One cause, one finding: drops findings of rules that yield to others where these have findings. Runs over what
 * severities, configuration and comments have left, so a rule that is off or silenced somewhere covers nothing there.
 * Knows no rule by name.
 */
import { Coverage } from '../text/coverage';
import type { Finding } from './rule';

/**
 * The findings that no finding of a rule that they yield to covers, in the same order. How severe they are plays no
 * part. A dropped finding covers all the same: what it would have been reported for is reported by the one that covers
 * it, so that fewer rules never mean more dropped findings. Cost: n log n in the number of findings.
 */
export function withoutCovered(findings: readonly Finding[]): Finding[] {
  const coverages = new Map<string, Coverage>();
  const coverageOf = (name: string): Coverage => {
    const known = coverages.get(name);
    if (known !== undefined) return known;
    const own = findings
      .filter(({ rule }) => rule.name === name)
      .flatMap(({ span, covers = [span] }) => covers);
    const coverage = new Coverage(own);
    coverages.set(name, coverage);
    return coverage;
  };
  return findings.filter(
    ({ rule, span, standsAlone }) =>
      standsAlone === true || rule.yieldsTo?.some((name) => coverageOf(name).encloses(span)) !== true,
  );
}
