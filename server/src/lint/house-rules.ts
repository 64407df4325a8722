/**
 * Which rules about procedures may speak in a document of a kind of the workspace's own: those of the roles that the kind
 * asks for, and no louder than it asks. What entries are about is judged as everywhere.
 */
import type { HouseKind, HouseRole, HouseSeverity } from '../model/house-style';
import type { Finding, Severity } from './rule';

const loudness: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** The findings of a rule about a role as the kind wants them: all, none, or milder. */
export function asAsked(
  house: HouseKind | null,
  role: HouseRole | undefined,
  findings: readonly Finding[],
): readonly Finding[] {
  if (house === null || role === undefined) return findings;
  const asked = house.roles.get(role) ?? (house.like === null ? 'off' : null);
  if (asked === null) return findings;
  return findings.flatMap((finding): Finding[] => {
    // entries of a document of no built-in kind are judged like entries anywhere
    if (house.like === null && finding.entry !== null) return [finding];
    if (asked === 'off') return [];
    const severity = milder(finding.severity, asked);
    return [severity === finding.severity ? finding : { ...finding, severity, mild: true }];
  });
}

function milder(own: Severity, asked: Exclude<HouseSeverity, 'off'>): Severity {
  return loudness.indexOf(own) <= loudness.indexOf(asked) ? own : asked;
}
