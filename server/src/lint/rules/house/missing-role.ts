/** A document has nothing of what its kind asks for by role: no steps, no way back, nobody to turn to. */
import { titleSpanOf } from '../../../document/document-title';
import { hasRole } from '../../../document/house/house-roles';
import { houseSections } from '../../../document/house/house-sections';
import type { FieldPurpose, HouseRole } from '../../../model/house-style';
import { roleOf } from '../../../model/vocabulary';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface MissingRole extends Match {
  readonly role: HouseRole;
}

const messages = new Messages({
  steps:
    'No steps found, so readers do not know what to do. Write them as a numbered list, in the order of the work.',
  verification:
    'Nothing says how to tell that it worked, so a failure goes unnoticed. Say what to check and what to expect.',
  rollback:
    'Nothing says how to go back. If it fails halfway, responders must improvise. Add the way back, or say why there is none.',
  escalation:
    'Nothing says whom to turn to, so a stuck responder does not know whom to call. Name a team or channel.',
  owner:
    'No owner is named, so this goes out of date and questions stay unanswered. Add "Owner" with a team.',
  review:
    'No review date is given, so nobody knows whether this still holds. Add "Last reviewed" with a date.',
});

export const missingRole = defineRule<MissingRole>({
  meta: {
    name: 'missing-role',
    summary:
      'A document without the steps, verification, way back, escalation, owner or review date that its kind asks for',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
    absentFrom: 'document',
    yieldsTo: ['missing-field', 'missing-section'],
  },
  *find(context) {
    const { runbook, configuration, quiet } = context;
    const { house } = runbook.kind;
    // a built-in kind has rules of its own for each role
    if (quiet || house?.like !== null) return;
    for (const [role, severity] of house.roles)
      if (severity !== 'off' && !hasRole(runbook, role, configuration))
        yield {
          span: titleSpanOf(runbook),
          role,
          severity,
          ...(isRequiredAs(context, role) ? {} : { standsAlone: true }),
        };
  },
  message: ({ role }) => messages.of(role),
});

/** What a field says that a role is about. */
const purposes: Partial<Record<HouseRole, FieldPurpose>> = { owner: 'owner', review: 'reviewDate' };

/** Whether a field or section that the kind requires and the document lacks is what the role asks for. */
function isRequiredAs({ runbook, configuration }: RuleContext, role: HouseRole): boolean {
  const purpose = purposes[role];
  if (purpose !== undefined)
    return runbook.kind.house?.fields.some(({ required, sets }) => required && sets === purpose) === true;
  const added = configuration.words.get(role)?.add.map((word) => word.toLowerCase());
  return houseSections(runbook).some(
    ({ wanted: { name, requirement }, section }) =>
      section === null &&
      requirement !== 'optional' &&
      (roleOf(name) === role || added?.includes(name.toLowerCase()) === true),
  );
}
