/**
 * Which rules about procedures may speak in a document of a kind of the workspace's own: those of the roles that the kind
 * asks for, and no louder than it asks. What entries are about is judged as everywhere.
 */
import { houseRoles, type HouseKind, type HouseRole, type HouseSeverity } from '../model/house-style';
import type { Finding, Severity } from './rule';

/** The rules that judge how a role is carried out. */
const rulesByRole: Readonly<Record<HouseRole, readonly string[]>> = {
  steps: [
    'assumed-knowledge',
    'step-numbering',
    'step-without-command',
    'too-many-steps',
    'unguarded-destructive-command',
    'unreadable-procedure',
    'vague-step',
  ],
  verification: ['empty-verification', 'missing-verification', 'unverified-procedure'],
  rollback: ['empty-rollback', 'missing-rollback', 'missing-rollback-trigger', 'unverified-rollback'],
  escalation: ['escalation-chain', 'incomplete-escalation', 'missing-escalation'],
  owner: ['missing-owner'],
  review: ['future-date', 'invalid-date', 'missing-last-tested', 'stale-last-tested', 'tested-before-change'],
};

const roleByRule: ReadonlyMap<string, HouseRole> = new Map(
  houseRoles.flatMap((role) => rulesByRole[role].map((rule) => [rule, role] as const)),
);

const loudness: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** The findings of one rule as the kind wants them: all, none, or milder. */
export function asAsked(
  house: HouseKind | null,
  rule: string,
  findings: readonly Finding[],
): readonly Finding[] {
  const role = house === null ? undefined : roleByRule.get(rule);
  if (house === null || role === undefined) return findings;
  const asked = house.roles.get(role) ?? (house.like === null ? 'off' : null);
  if (asked === null) return findings;
  return findings.flatMap((finding): Finding[] => {
    // entries of a document of no built-in kind are judged like entries anywhere
    if (house.like === null && finding.entry !== null) return [finding];
    if (asked === 'off') return [];
    return [{ ...finding, severity: milder(finding.severity, asked) }];
  });
}

function milder(own: Severity, asked: Exclude<HouseSeverity, 'off'>): Severity {
  return loudness.indexOf(own) <= loudness.indexOf(asked) ? own : asked;
}
