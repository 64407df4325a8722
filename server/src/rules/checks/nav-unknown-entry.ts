/** A navigation bullet to an entry that is defined nowhere (`domain.md` section 5). */
import type { Definition } from '../../index/summary';
import { keyOf, type Identifier } from '../../model/identifier';
import type { Mention } from '../../model/runbook';
import { createEntry } from '../create-entry';
import { wordsAt } from '../fields';
import { comparableTitle, readNavigation } from '../navigation';
import { removeBullet } from '../navigation-bullet';
import { nearestIdentifier } from '../nearest-identifier';
import { retargetEdits } from '../retarget';
import { defineRule, type Fix, type Match, type RuleContext } from '../rule';
import { undefinedIds } from '../undefined-ids';

interface UnknownEntry extends Match {
  readonly id: Identifier;
  readonly mention: Mention;
  /** The entry of this document that has the bullet's title, or null. */
  readonly meant: Definition | null;
}

export const navUnknownEntry = defineRule<UnknownEntry>({
  meta: {
    name: 'nav-unknown-entry',
    summary: 'A navigation bullet to an entry that does not exist',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    source: 'section 5, Identifiers and links',
  },
  *find(context) {
    const unknown = [...undefinedIds(context)].filter(({ inNavigation }) => inNavigation);
    if (unknown.length === 0) return;
    const titles = titlesOf(context);
    for (const { mention, id } of unknown) {
      const meant = titles.get(mention.span.start) ?? null;
      yield { span: mention.span, id, mention, meant };
    }
  },
  word({ id, meant }, { workspace }) {
    const nearest = meant ?? nearestIdentifier(id, workspace);
    const hint = nearest === null ? '' : ` Did you mean ${nearest.id.text}?`;
    return {
      message: `The navigation lists ${id.text}, which is defined nowhere in this workspace.${hint} Write the entry, or remove the bullet.`,
    };
  },
  repair({ id, mention, meant }, context) {
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
      });
    return fixes;
  },
});

/** By the place of a bullet's id the entry of this document that has the bullet's title and no bullet of its own. */
function titlesOf({ runbook, entries, workspace }: RuleContext): ReadonlyMap<number, Definition> {
  const navigation = readNavigation(runbook);
  const found = new Map<number, Definition>();
  if (navigation === null) return found;
  const unlisted = new Map<string, Definition>();
  for (const { id, title } of entries) {
    const definition = workspace.definition(keyOf(id));
    if (definition !== undefined && title !== '' && !navigation.listed.has(definition.key))
      unlisted.set(comparableTitle(title), definition);
  }
  for (const { mention, title } of navigation.bullets) {
    if (title === null) continue;
    const meant = unlisted.get(comparableTitle(wordsAt(runbook, title)));
    if (meant?.id.prefix === mention.id.prefix) found.set(mention.span.start, meant);
  }
  return found;
}
