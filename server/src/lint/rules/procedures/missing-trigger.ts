/** A runbook entry that does not say when to use it. */
import { runEntries } from '../../../document/entries/run-entries';
import type { Part, Runbook } from '../../../model/runbook';
import { rememberOf } from '../../../text/remember';
import { isBlankPart } from '../../../document/sections/blank-part';
import { entryField, saysNothing, type FieldPlace } from '../../../document/fields/entry-field';
import { nameSpanOf } from '../../../document/fields/fields';
import { addMissingField, type MissingField } from '../../shared/required-field';
import { alertKeys, triggerKeys } from '../../../document/entries/trigger-keys';
import { Messages } from '../../message';
import { defineRule } from '../../rule';
import { insertSection } from '../../../authoring/section-insertion';

const placeholder = '[What starts this runbook]';

const messages = new Messages({
  missing:
    '{entry} does not say when to use it, so responders find it too late. Add "Trigger:" with the alert, report or date that starts it.',
});

export const missingTrigger = defineRule<MissingField>({
  meta: {
    name: 'missing-trigger',
    summary: 'A runbook entry that does not say when to use it',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    judges: 'entry',
  },
  *find(context) {
    const { runbook } = context;
    for (const entry of runEntries(context)) {
      const parts = entry.parts.filter(({ role }) => role === 'trigger');
      if (parts.some((part) => !isBlankPart(runbook, part))) continue;
      const field = entryField(runbook, entry, [...triggerKeys, ...alertKeys]);
      if (field?.value != null && !saysNothing(runbook, field.value)) continue;
      const present: FieldPlace | undefined = field ?? toField(parts[0]);
      yield { span: present?.nameSpan ?? nameSpanOf(entry), entry, present };
    }
  },
  message: ({ entry }) => messages.of('missing', { entry: entry.id.text }),
  choices(match, context) {
    if (match.present !== undefined || !usesSections(context.runbook))
      return addMissingField(match, context, 'Trigger', placeholder);
    const { entry } = match;
    const edit = insertSection(context.runbook, entry, 'trigger', 'When to Use', [placeholder]);
    return [
      {
        title: context.say`Add "When to Use" to ${entry.id.text}`,
        edits: new Map([[context.place.uri, [edit]]]),
        automatic: false,
      },
    ];
  },
});

function toField(part: Part | undefined): FieldPlace | undefined {
  return part === undefined ? undefined : { nameSpan: part.nameSpan, value: null };
}

/** Whether the document's runbooks have the trigger in a section rather than in a field. */
const usesSections = rememberOf(({ parts, kind }: Runbook): boolean => {
  const others = parts.filter(({ role }) => role === 'trigger');
  if (others.length > 0) return others.some(({ from }) => from === 'heading');
  return kind.kind === 'sot';
});
