/** An entry that the navigation of its file leaves out (`domain.md` section 5). */
import { statedId } from '../../index/stated-id';
import { keyOf } from '../../model/identifier';
import type { WorkspaceView } from '../../index/workspace-view';
import type { Entry, Runbook } from '../../model/runbook';
import { nameSpanOf, wordsAt } from '../fields';
import { comparableTitle, isInBand, readNavigation, type Navigation } from '../navigation';
import { insertBullet } from '../navigation-bullet';
import { defineRule, type Match } from '../rule';

interface MissingInNavigation extends Match {
  readonly entry: Entry;
  readonly navigation: Navigation;
}

export const navMissingEntry = defineRule<MissingInNavigation>({
  meta: {
    name: 'nav-missing-entry',
    summary: 'An entry that the navigation of its file does not list',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Identifiers and links',
  },
  *find({ runbook, entries, workspace, quiet }) {
    const navigation = quiet ? null : readNavigation(runbook);
    if (navigation === null) return;
    const { listed } = navigation;
    const known = new Set<string>();
    const misnamed = titlesOfUnknown(navigation, runbook, workspace);
    for (const entry of entries) {
      const { id, deprecated } = entry;
      const key = keyOf(id);
      if (known.has(key) || listed.has(key) || deprecated !== null || !workspace.owns(id.prefix)) continue;
      known.add(key);
      // id-out-of-band and id-field-mismatch speak of numbers that the navigation cannot know
      if (!isInBand(navigation, id.prefix, id.number)) continue;
      // nav-unknown-entry speaks of a bullet with the right title and a wrong number
      if (misnamed.has(comparableTitle(entry.title))) continue;
      const stated = statedId(runbook, entry);
      if (stated !== null && listed.has(keyOf(stated.id))) continue;
      yield { span: nameSpanOf(entry), entry, navigation };
    }
  },
  word({ entry }) {
    return {
      message: `${entry.id.text} is not in the navigation, so whoever looks for it there believes that it does not exist. Add a bullet for it.`,
    };
  },
  repair({ entry, navigation }, { runbook, place }) {
    const edit = insertBullet(runbook, navigation, entry);
    if (edit === null) return [];
    return [
      {
        title: `Add ${entry.id.text} to the navigation`,
        edits: new Map([[place.uri, [edit]]]),
        automatic: true,
      },
    ];
  },
});

/** Titles of the bullets whose ids are defined nowhere. */
function titlesOfUnknown(
  { bullets }: Navigation,
  runbook: Runbook,
  workspace: WorkspaceView,
): ReadonlySet<string> {
  return new Set(
    bullets
      .filter(({ mention }) => workspace.definition(keyOf(mention.id)) === undefined)
      .flatMap(({ title }) => (title === null ? [] : [comparableTitle(wordsAt(runbook, title))])),
  );
}
