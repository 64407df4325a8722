/** A feature or release runbook that does not say whom to call. */
import { contactsOf } from '../../../document/sections/contacts';
import { titleSpanOf } from '../../../document/document-title';
import { defineRule, type Match } from '../../rule';

interface MissingContacts extends Match {
  /** What the empty section is called, or null where there is none. */
  readonly section: string | null;
}

export const missingContacts = defineRule<MissingContacts>({
  meta: {
    name: 'missing-contacts',
    summary: 'A feature or release runbook without contacts',
    severity: 'warning',
    scope: ['feature', 'release'],
    since: '0.1.0',
    group: 'release',
  },
  *find({ runbook }) {
    const contacts = contactsOf(runbook);
    if (contacts?.filled === true) return;
    yield {
      span: contacts?.passage.nameSpan ?? titleSpanOf(runbook),
      section: contacts?.passage.name ?? null,
    };
  },
  message({ section }) {
    const what =
      section === null ? 'This runbook names nobody to call' : `"${section}" names nobody who can be reached`;
    return {
      message: `${what}: when it does not help, the search for people begins. Add a table of roles, names and contacts.`,
    };
  },
});
