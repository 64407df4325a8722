/** An incident runbook without post-incident work. */
import { englishValue } from '../../../model/translated-values';
import { entryField } from '../../../document/fields/entry-field';
import { wordsAt } from '../../../document/fields/fields';
import { bulletOf } from '../../../authoring/insertion';
import { addMissingPart, findMissingPart, type MissingPart } from '../../shared/missing-part';
import { Messages } from '../../message';
import { defineRule, type RuleContext } from '../../rule';

const messages = new Messages({
  missing:
    '{entry} has no post-incident work, so the same incident can recur. Add "Post-Incident" with timeline, tickets and follow-ups.',
});

export const missingPostIncident = defineRule<MissingPart>({
  meta: {
    name: 'missing-post-incident',
    summary: 'An incident or recovery runbook without post-incident work',
    severity: 'hint',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
  },
  *find(context) {
    for (const match of findMissingPart(context, 'post')) {
      if (isForIncidents(match, context) && !endsWithDocumentation(match, context)) yield match;
    }
  },
  message: ({ entry }) => messages.of('missing', { entry: entry.id.text }),
  choices: (match, context) => {
    const box = `${bulletOf(context.runbook)} [ ]`;
    return addMissingPart(match, context, 'post', 'Post-Incident', [
      `${box} Write down the timeline`,
      `${box} Correct the steps of this runbook that were wrong or missing`,
    ]);
  },
});

function isForIncidents({ entry }: MissingPart, { runbook }: RuleContext): boolean {
  const category = entryField(runbook, entry, ['category'])?.value;
  return (
    category != null && /^\W*(?:incident|recovery)/i.test(englishValue(wordsAt(runbook, category.token)))
  );
}

/** Whether a step of the entry is about writing up the incident. */
function endsWithDocumentation({ entry }: MissingPart, { runbook }: RuleContext): boolean {
  return /^[ \t]*(?:\d+[.)]|#{2,6}|[-*+])[ \t].{0,20}\b(?:document|post-?mortem|retrospective)|\bpost-?(?:incident|mortem)\b/im.test(
    wordsAt(runbook, { start: entry.headingSpan.end, end: entry.span.end }),
  );
}
