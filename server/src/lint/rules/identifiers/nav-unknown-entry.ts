/** A navigation bullet to an entry that is defined nowhere. */
import type { Definition } from '../../../index/summary';
import { keyOf, type Identifier } from '../../../model/identifier';
import type { Entry, Mention } from '../../../model/runbook';
import { createEntry } from '../../shared/create-entry';
import { nameSpanOf, wordsAt } from '../../../document/fields/fields';
import { placesOf } from '../../../document/links/link-ids';
import { comparableTitle, readNavigation } from '../../../document/links/navigation';
import { removeBullet } from '../../../authoring/navigation-bullet';
import { nearestIdentifier } from '../../../index/nearest-identifier';
import { retargetEdits } from '../../shared/retarget';
import { defineRule, type Fix, type Match, type RuleContext } from '../../rule';
import { undefinedIds } from '../../shared/undefined-ids';

interface UnknownEntry extends Match {
  readonly id: Identifier;
  readonly mention: Mention;
  /** The entry of this document that has the bullet's title and the prefix of its id, or null. */
  readonly meant: Definition | null;
}

/** An entry of this document that no bullet names. */
interface UnlistedEntry {
  readonly entry: Entry;
  readonly definition: Definition;
}

export const navUnknownEntry = defineRule<UnknownEntry>({
  meta: {
    name: 'nav-unknown-entry',
    summary: 'A navigation bullet to an entry that does not exist',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    group: 'identifiers',
    yieldsTo: ['missing-link-target', 'link-id-mismatch', 'malformed-id'],
  },
  *find(context) {
    const unknown = [...undefinedIds(context)].filter(({ inNavigation }) => inNavigation);
    if (unknown.length === 0) return;
    const titles = titlesOf(context);
    for (const { mention, id } of unknown) {
      const titled = titles.get(mention.span.start);
      const meant = titled?.definition.id.prefix === id.prefix ? titled.definition : null;
      // the entry of this title is what the bullet was to list
      const covers = [
        ...placesOf(context.runbook, mention),
        ...(titled === undefined ? [] : [nameSpanOf(titled.entry)]),
      ];
      yield { span: mention.span, id, mention, meant, covers };
    }
  },
  message({ id, meant }, { workspace }) {
    const nearest = meant ?? nearestIdentifier(id, workspace);
    const hint = nearest === null ? '' : ` Did you mean ${nearest.id.text}?`;
    return {
      message: `The navigation lists ${id.text}, which is defined nowhere in this workspace.${hint} Write the entry, or remove the bullet.`,
    };
  },
  fixes({ id, mention, meant }, context) {
    const { runbook, place } = context;
    const bullet = readNavigation(runbook)?.bullets.find(
      (one) => one.mention.span.start === mention.span.start,
    );
    const fixes: Fix[] = [];
    if (meant !== null)
      fixes.push({
        title: `Name ${meant.id.text}, which has this title`,
        edits: new Map([[place.uri, retargetEdits(context, mention, meant)]]),
        automatic: true,
        removes: 'id',
      });
    const title = bullet?.title == null ? '' : wordsAt(runbook, bullet.title);
    const created = createEntry(context, id, title);
    if (created !== null) fixes.push(created);
    const removal = bullet === undefined ? null : removeBullet(runbook, bullet);
    if (removal !== null)
      fixes.push({
        title: `Remove ${id.text} from the navigation`,
        edits: new Map([[place.uri, [removal]]]),
        automatic: false,
        removes: 'item',
      });
    return fixes;
  },
});

/** By the place of a bullet's id the entry of this document that has the bullet's title and no bullet of its own. */
function titlesOf({ runbook, entries, workspace }: RuleContext): ReadonlyMap<number, UnlistedEntry> {
  const navigation = readNavigation(runbook);
  const found = new Map<number, UnlistedEntry>();
  if (navigation === null) return found;
  const unlisted = new Map<string, UnlistedEntry>();
  for (const entry of entries) {
    const definition = workspace.definition(keyOf(entry.id));
    if (definition !== undefined && entry.title !== '' && !navigation.listed.has(definition.key))
      unlisted.set(comparableTitle(entry.title), { entry, definition });
  }
  for (const { mention, title } of navigation.bullets) {
    const titled = title === null ? undefined : unlisted.get(comparableTitle(wordsAt(runbook, title)));
    if (titled !== undefined) found.set(mention.span.start, titled);
  }
  return found;
}
