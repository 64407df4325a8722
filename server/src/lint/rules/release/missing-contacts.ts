/** A feature or release runbook without contacts. */
import { contactsOf } from '../../../document/sections/contacts';
import { titleSpanOf } from '../../../document/document-title';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface MissingContacts extends Match {
  /** Name of the empty section, or null where there is none. */
  readonly section: string | null;
}

const messages = new Messages({
  none: 'This runbook has no contacts, so responders lose time finding whom to call. Add a table of roles, names and contact details.',
  empty:
    '"{section}" names no reachable contact, so responders lose time finding whom to call. Fill in names and contact details.',
});

export const missingContacts = defineRule<MissingContacts>({
  meta: {
    name: 'missing-contacts',
    summary: 'A feature or release runbook without contacts',
    severity: 'warning',
    scope: ['feature', 'release'],
    since: '0.1.0',
    group: 'release',
    absentFrom: 'document',
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
    return section === null ? messages.of('none') : messages.of('empty', { section });
  },
});
