/** An entry that is missing from the navigation of its file. */
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { readNavigation, type Navigation } from '../../../document/links/navigation';
import { insertBullet } from '../../../authoring/navigation-bullet';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface MissingInNavigation extends Match {
  readonly entry: Entry;
  readonly navigation: Navigation;
}

const messages = new Messages({
  missing: '{id} is missing from the navigation, so readers assume it does not exist. Add a bullet for it.',
});

export const navMissingEntry = defineRule<MissingInNavigation>({
  meta: {
    name: 'nav-missing-entry',
    summary: 'An entry that is missing from the navigation of its file',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
    yieldsTo: ['nav-unknown-entry', 'id-out-of-band', 'id-field-mismatch'],
  },
  *find({ runbook, entries, workspace, quiet }) {
    const navigation = quiet ? null : readNavigation(runbook);
    if (navigation === null) return;
    const { listed } = navigation;
    const known = new Set<string>();
    for (const entry of entries) {
      const { id, deprecated } = entry;
      const key = keyOf(id);
      if (known.has(key) || listed.has(key) || deprecated !== null || !workspace.owns(id.prefix)) continue;
      known.add(key);
      yield { span: nameSpanOf(entry), entry, navigation };
    }
  },
  message({ entry }) {
    return messages.of('missing', { id: entry.id.text });
  },
  fixes({ entry, navigation }, { runbook, place, say }) {
    const edit = insertBullet(runbook, navigation, entry);
    if (edit === null) return [];
    return [
      {
        title: say`Add ${entry.id.text} to the navigation`,
        edits: new Map([[place.uri, [edit]]]),
        automatic: true,
      },
    ];
  },
});
