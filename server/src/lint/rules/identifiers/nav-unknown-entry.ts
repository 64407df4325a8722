/** A navigation bullet for an entry that is not defined. */
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
import { Messages } from '../../message';
import { defineRule, type Fix, type Match, type RuleContext } from '../../rule';
import { undefinedIds } from '../../shared/undefined-ids';

interface UnknownEntry extends Match {
  readonly id: Identifier;
  readonly mention: Mention;
  /** The entry of this document that has the bullet's title and the prefix of its id, or null. */
  readonly meant: Definition | null;
}

/** An entry of this document without a bullet. */
interface UnlistedEntry {
  readonly entry: Entry;
  readonly definition: Definition;
}

const messages = new Messages({
  undefined: 'The navigation lists {id}, which is not defined anywhere. Add the entry, or remove the bullet.',
  similar:
    'The navigation lists {id}, which is not defined anywhere. Did you mean {similar}? If not, add the entry or remove the bullet.',
});

export const navUnknownEntry = defineRule<UnknownEntry>({
  meta: {
    name: 'nav-unknown-entry',
    summary: 'A navigation bullet for an entry that is not defined',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    group: 'identifiers',
    absentFrom: 'name',
    yieldsTo: ['missing-link-target', 'link-id-mismatch', 'malformed-id'],
  },
  *find(context) {
    const unknown = undefinedIds(context).filter(({ inNavigation }) => inNavigation);
    if (unknown.length === 0) return;
    const titles = titlesOf(context);
    for (const { mention, id } of unknown) {
      const meant = titles.get(mention.span.start);
      // the entry of this title is what the bullet was to list
      const covers = [
        ...placesOf(context.runbook, mention),
        ...(meant === undefined ? [] : [nameSpanOf(meant.entry)]),
      ];
      yield { span: mention.span, id, mention, meant: meant?.definition ?? null, covers };
    }
  },
  message({ id, meant }, { workspace }) {
    const similar = meant ?? nearestIdentifier(id, workspace);
    return similar === null
      ? messages.of('undefined', { id: id.text })
      : messages.of('similar', { id: id.text, similar: similar.id.text });
  },
  fixes({ id, mention, meant }, context) {
    const { runbook, place } = context;
    const bullet = readNavigation(runbook)?.bullets.find(
      (one) => one.mention.span.start === mention.span.start,
    );
    const fixes: Fix[] = [];
    if (meant !== null)
      fixes.push({
        title: context.say`Change to ${meant.id.text}, the entry with this title`,
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
        title: context.say`Remove ${id.text} from the navigation`,
        edits: new Map([[place.uri, [removal]]]),
        automatic: false,
        removes: 'item',
      });
    return fixes;
  },
});

/** By the place of a bullet's id the entry of its prefix in this document that has its title and no bullet of its own. */
function titlesOf({ runbook, entries, workspace }: RuleContext): ReadonlyMap<number, UnlistedEntry> {
  const navigation = readNavigation(runbook);
  const found = new Map<number, UnlistedEntry>();
  if (navigation === null) return found;
  const unlisted = new Map<string, UnlistedEntry>();
  for (const entry of entries) {
    const definition = workspace.definition(keyOf(entry.id));
    if (definition !== undefined && entry.title !== '' && !navigation.listed.has(definition.key))
      unlisted.set(keyFor(entry.id.prefix, entry.title), { entry, definition });
  }
  for (const { mention, title } of navigation.bullets) {
    if (title === null) continue;
    const titled = unlisted.get(keyFor(mention.id.prefix, wordsAt(runbook, title)));
    if (titled !== undefined) found.set(mention.span.start, titled);
  }
  return found;
}

function keyFor(prefix: string, title: string): string {
  return `${prefix} ${comparableTitle(title)}`;
}
