/** A field has a value that the document's kind does not allow, or an id of another form. */
import { fieldOfNames, houseField, type CarriedField } from '../../../document/house/house-fields';
import { isAllowed, plainValue } from '../../../document/house/field-values';
import { wordsAt } from '../../../document/fields/fields';
import { isGap } from '../../../document/placeholders/gaps';
import { noForm, type FieldValues, type HouseField } from '../../../model/house-style';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface InvalidField extends Match {
  readonly value: string;
  /** Null for the id. */
  readonly field: HouseField | null;
}

const messages = new Messages({
  date: '{name} is "{value}", which is not a date. Write it as YYYY-MM-DD.',
  interval: '{name} is "{value}", which is not an interval. Write one such as "6 months".',
  duration: '{name} is "{value}", which is not a duration. Write one such as "30 min".',
  channel: '{name} is "{value}", which leads to nobody. Name a #channel, an @team, an address or a link.',
  allowed: '{name} is "{value}". Use one of: {allowed}.',
  pattern: '{name} is "{value}", which does not match {pattern}.',
  several: '{name} is "{value}", which is none of the values that the kind "{kind}" allows.',
  id: 'The ID "{value}" does not match {pattern}, as IDs of the kind "{kind}" do.',
});

export const invalidField = defineRule<InvalidField>({
  meta: {
    name: 'invalid-field',
    summary: 'A field with a value that the kind of the document does not allow',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
    yieldsTo: ['placeholder'],
  },
  *find(context) {
    const { runbook, quiet } = context;
    const { house } = runbook.kind;
    if (quiet || house === null) return;
    for (const field of house.fields)
      if (field.values !== null) yield* judged(context, houseField(runbook, field), field.values, field);
    if (house.ids !== null)
      yield* judged(context, fieldOfNames(runbook, ['id']), { ...noForm, pattern: house.ids }, null);
  },
  message({ value, field }, { runbook }) {
    const kind = runbook.kind.house?.name ?? '';
    if (field === null) return messages.of('id', { value, pattern: runbook.kind.house?.ids ?? '', kind });
    const { name, values } = field;
    const { allowed, pattern, ...flags } = values ?? noForm;
    const [flag, ...more] = forms.filter((one) => flags[one]);
    if (Number(flag !== undefined) + more.length + Number(allowed.length > 0) + Number(pattern !== null) > 1)
      return messages.of('several', { name, value, kind });
    if (flag !== undefined) return messages.of(flag, { name, value });
    return pattern === null
      ? messages.of('allowed', { name, value, allowed: allowed.join(', ') })
      : messages.of('pattern', { name, value, pattern });
  },
});

const forms = ['date', 'interval', 'duration', 'channel'] as const;

/** A value that is none of these; of what a template left, only what is nothing else. */
function* judged(
  context: RuleContext,
  carried: CarriedField | undefined,
  values: FieldValues,
  field: HouseField | null,
): Iterable<InvalidField> {
  const span = carried?.value;
  if (span == null) return;
  const words = wordsAt(context.runbook, span);
  const value = plainValue(words);
  if (isAllowed(words, values) || (/^[[<{]|^YYYY/.test(value) && !isGap(context, span))) return;
  yield { span, value, field };
}
