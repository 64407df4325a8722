/** A field has a value that the document's kind does not allow, or an id of another form. */
import { fieldOfNames, houseField, type CarriedField } from '../../../document/house/house-fields';
import { isAllowed, plainValue } from '../../../document/house/field-values';
import { wordsAt } from '../../../document/fields/fields';
import { noForm, type FieldValues } from '../../../model/house-style';
import type { Runbook } from '../../../model/runbook';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface InvalidField extends Match {
  readonly name: string;
  readonly value: string;
  /** What it may be; null for an id. */
  readonly values: FieldValues | null;
}

const messages = new Messages({
  date: '{name} says "{value}", which is no date. Write it as YYYY-MM-DD.',
  interval: '{name} says "{value}", which is no interval. Write one such as "6 months".',
  duration: '{name} says "{value}", which is no duration. Write one such as "30 min".',
  channel: '{name} says "{value}", which leads to nobody. Name a #channel, an @team, an address or a link.',
  allowed: '{name} says "{value}". Allowed here: {allowed}.',
  pattern: '{name} says "{value}", which is not of the form {pattern}.',
  several: '{name} says "{value}", which is none of the values that the kind "{kind}" allows.',
  id: 'The ID "{value}" is not of the form {pattern}, which IDs of the kind "{kind}" have.',
});

export const invalidField = defineRule<InvalidField>({
  meta: {
    name: 'invalid-field',
    summary: 'A field with a value that the kind of the document does not allow',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
  },
  *find({ runbook, quiet }) {
    const { house } = runbook.kind;
    if (quiet || house === null) return;
    for (const field of house.fields) {
      const found = field.values === null ? undefined : houseField(runbook, field);
      if (found?.value == null || field.values === null) continue;
      const match = judge(runbook, found, field.name, field.values);
      if (match !== null) yield match;
    }
    const id = house.ids === null ? undefined : fieldOfNames(runbook, ['id']);
    if (id?.value != null && house.ids !== null) {
      const match = judge(runbook, id, 'ID', { ...noForm, pattern: house.ids });
      if (match !== null) yield { ...match, values: null };
    }
  },
  message({ name, value, values }, { runbook }) {
    const kind = runbook.kind.house?.name ?? '';
    if (values === null) return messages.of('id', { value, pattern: runbook.kind.house?.ids ?? '', kind });
    const { allowed, pattern, ...flags } = values;
    const [flag, ...more] = (['date', 'interval', 'duration', 'channel'] as const).filter(
      (one) => flags[one],
    );
    const forms =
      Number(flag !== undefined) + more.length + Number(allowed.length > 0) + Number(pattern !== null);
    if (forms > 1) return messages.of('several', { name, value, kind });
    if (flag !== undefined) return messages.of(flag, { name, value });
    return pattern === null
      ? messages.of('allowed', { name, value, allowed: allowed.join(', ') })
      : messages.of('pattern', { name, value, pattern });
  },
});

function judge(
  runbook: Runbook,
  { value }: CarriedField,
  name: string,
  values: FieldValues,
): InvalidField | null {
  if (value === null) return null;
  const words = wordsAt(runbook, value);
  // what a template left there is to be filled in, which is told elsewhere
  if (isAllowed(words, values) || /^[[<{]|^YYYY/.test(plainValue(words))) return null;
  return { span: value, name, value: plainValue(words), values };
}
