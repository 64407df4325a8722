/** A runbook for incidents that ends when the alert does. */
import { entryField } from '../../../document/fields/entry-field';
import { wordsAt } from '../../../document/fields/fields';
import { bulletOf } from '../../../authoring/insertion';
import { addMissingPart, findMissingPart, type MissingPart } from '../../shared/missing-part';
import { defineRule, type RuleContext } from '../../rule';

export const missingPostIncident = defineRule<MissingPart>({
  meta: {
    name: 'missing-post-incident',
    summary: 'A runbook for incidents or recovery without work for afterwards',
    severity: 'hint',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  *find(context) {
    for (const match of findMissingPart(context, 'post')) {
      if (isForIncidents(match, context) && !endsWithDocumentation(match, context)) yield match;
    }
  },
  message({ entry }) {
    return {
      message: `${entry.id.text} says nothing about afterwards, so the same incident comes back. Add "Post-Incident" with the timeline, the tickets and the corrections to make.`,
    };
  },
  fixes: (match, context) => {
    const box = `${bulletOf(context.runbook)} [ ]`;
    return addMissingPart(match, context, 'post', 'Post-Incident', [
      `${box} Write down the timeline`,
      `${box} Correct the steps of this runbook that were wrong or missing`,
    ]);
  },
});

function isForIncidents({ entry }: MissingPart, { runbook }: RuleContext): boolean {
  const category = entryField(runbook, entry, ['category'])?.value;
  return category != null && /^\W*(?:incident|recovery)/i.test(wordsAt(runbook, category.token));
}

/** Whether a step of the entry is about writing it up, as the last step of 003's runbooks is. */
function endsWithDocumentation({ entry }: MissingPart, { runbook }: RuleContext): boolean {
  return /^[ \t]*(?:\d+[.)]|#{2,6}|[-*+])[ \t].{0,20}\b(?:document|post-?mortem|retrospective)|\bpost-?(?:incident|mortem)\b/im.test(
    wordsAt(runbook, { start: entry.headingSpan.end, end: entry.span.end }),
  );
}
