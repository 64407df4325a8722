/** A navigation bullet to an entry that is defined nowhere (`domain.md` section 5). */
import type { Identifier } from '../../model/identifier';
import type { Mention } from '../../model/runbook';
import { createEntry } from '../create-entry';
import { wordsAt } from '../fields';
import { readNavigation } from '../navigation';
import { removeBullet } from '../navigation-bullet';
import { nearestIdentifier } from '../nearest-identifier';
import { defineRule, type Fix, type Match } from '../rule';
import { undefinedIds } from '../undefined-ids';

interface UnknownEntry extends Match {
  readonly id: Identifier;
  readonly mention: Mention;
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
    for (const { mention, id, inNavigation } of undefinedIds(context))
      if (inNavigation) yield { span: mention.span, id, mention };
  },
  word({ id }, { workspace }) {
    const nearest = nearestIdentifier(id, workspace);
    const hint = nearest === null ? '' : ` Did you mean ${nearest.id.text}?`;
    return {
      message: `The navigation lists ${id.text}, which is defined nowhere in this workspace.${hint} Write the entry, or remove the bullet.`,
    };
  },
  repair({ id, mention }, context) {
    const { runbook, place } = context;
    const bullet = readNavigation(runbook)?.bullets.find(
      (one) => one.mention.span.start === mention.span.start,
    );
    const fixes: Fix[] = [];
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
