/** A runbook entry without prerequisites. */
import { bulletOf } from '../../../authoring/insertion';
import { addMissingPart, findMissingPart, type MissingPart } from '../../shared/missing-part';
import { Messages } from '../../message';
import { defineRule } from '../../rule';

const messages = new Messages({
  missing:
    '{entry} has no prerequisites, so missing access or tools show up halfway through. List the access, tools and contacts it needs.',
});

export const missingPrerequisites = defineRule<MissingPart>({
  meta: {
    name: 'missing-prerequisites',
    summary: 'A runbook entry without prerequisites',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
  },
  find: (context) => findMissingPart(context, 'prerequisites'),
  message: ({ entry }) => messages.of('missing', { entry: entry.id.text }),
  choices: (match, context) =>
    addMissingPart(match, context, 'prerequisites', 'Prerequisites', [
      `${bulletOf(context.runbook)} [ ] [Access, tool or contact that is needed]`,
    ]),
});
