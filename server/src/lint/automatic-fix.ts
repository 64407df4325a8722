/** Which fix of a finding is applied without asking. Knows no rules. */
import type { Finding, Fix } from './rule';

/** The fix of a finding that is automatic, if there is one. */
export function automaticFix({ fixes, needsChoice }: Finding): Fix | undefined {
  return needsChoice === true ? undefined : automaticFixIn(fixes());
}

/** The one among the fixes of a finding that needs no decision, if there is one. */
export function automaticFixIn(fixes: readonly Fix[]): Fix | undefined {
  return fixes.find(({ automatic }) => automatic);
}
