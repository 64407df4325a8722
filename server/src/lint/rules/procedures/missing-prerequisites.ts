/** A runbook entry that does not say what is needed before it starts. */
import { bulletOf } from '../../../authoring/insertion';
import { addMissingPart, findMissingPart, type MissingPart } from '../../shared/missing-part';
import { defineRule } from '../../rule';

export const missingPrerequisites = defineRule<MissingPart>({
  meta: {
    name: 'missing-prerequisites',
    summary: 'A runbook entry that does not say what is needed before it starts',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  find: (context) => findMissingPart(context, 'prerequisites'),
  message({ entry }) {
    return {
      message: `${entry.id.text} has no prerequisites: a missing right or tool shows up half way through. List the access, credentials and contacts it takes.`,
    };
  },
  fixes: (match, context) =>
    addMissingPart(match, context, 'prerequisites', 'Prerequisites', [
      `${bulletOf(context.runbook)} [ ] [Access, tool or contact that is needed]`,
    ]),
});
