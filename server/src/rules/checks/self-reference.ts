/** An entry that lists itself among its linked ids (`domain.md` section 5). */
import { keyOf } from '../../model/identifier';
import type { Entry, Mention } from '../../model/runbook';
import { removeLinkedId } from '../linked-ids';
import { defineRule, type Match } from '../rule';

interface SelfReference extends Match {
  readonly entry: Entry;
  readonly mention: Mention;
}

export const selfReference = defineRule<SelfReference>({
  meta: {
    name: 'self-reference',
    summary: 'An entry that lists itself among its linked ids',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Identifiers and links',
  },
  *find({ entries, workspace, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (!workspace.owns(entry.id.prefix)) continue;
      for (const { mention } of entry.linkedIds) {
        if (mention.id === null || mention.excluded !== null || keyOf(mention.id) !== keyOf(entry.id))
          continue;
        yield { span: mention.span, entry, mention };
      }
    }
  },
  word({ entry }) {
    return {
      message: `${entry.id.text} lists itself: the link leads its readers back to where they are. Remove it, or name the entry that was meant.`,
    };
  },
  repair({ entry, mention }, { runbook, place }) {
    return [
      {
        title: `Remove ${entry.id.text} from its own list`,
        edits: new Map([[place.uri, [removeLinkedId(runbook, mention)]]]),
        automatic: true,
        removes: 'element',
      },
    ];
  },
});
