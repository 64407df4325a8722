/** The values that enumerated fields may have, by field and place: what hovers tell and completion offers. */
import { hasBody } from '../../model/entry';
import { ruleSettingFor } from '../../config/configured-files';
import type { Entry, Runbook } from '../../model/runbook';
import { allowedValues } from '../../lint/shared/allowed-values';
import { rules } from '../../lint/registry';
import type { FeatureContext } from './feature-context';
import { touches } from '../../text/span';

const weights = ['High', 'Medium', 'Low'];

/** Values that need neither an entry nor the configuration, by key in lower case. */
const fixed: ReadonlyMap<string, readonly string[]> = new Map([
  ['impact', weights],
  ['likelihood', weights],
  ['probability', weights],
  ['environment', ['Production', 'Staging', 'Development']],
  ['ship/no-ship decision', ['Ship', 'No-Ship']],
  ['runbook', ['playbook', 'feature', 'entry', 'sot', 'release', 'none']],
]);

const documentStatuses: ReadonlyMap<string, readonly string[]> = new Map([
  ['feature', ['Draft', 'Review', 'Approved', 'Active']],
  ['release', ['Draft', 'Reviewed', 'Approved']],
]);

/** How many characters of white space below an entry are looked at. */
const blankBelow = 8;

/** The entry with a body around an offset, the innermost one; a blank line below its last words belongs to it. */
export function entryAround({ entries, text }: Runbook, offset: number): Entry | undefined {
  return entries.findLast(
    ({ form, span: { start, end } }) =>
      hasBody({ form }) &&
      start <= offset &&
      (offset <= end || (offset - end <= blankBelow && text.slice(end, offset).trim() === '')),
  );
}

/** The values of the field `key` (lower case, words divided by blanks) at an offset; empty where anything goes. */
export function valuesOfField(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  key: string,
  offset: number,
): readonly string[] {
  const entry = entryAround(runbook, offset);
  if (key === 'category' || key === 'status') {
    if (entry !== undefined) return allowedValues(key, entry.id.prefix, context.configurationFor(uri));
    return key === 'status' ? (documentStatuses.get(runbook.kind.kind) ?? []) : [];
  }
  if (key === 'severity') return optionOf(context, uri, 'invalid-severity', 'severities');
  if (key === 'type' && (runbook.kind.kind === 'playbook' || runbook.kind.kind === 'none'))
    return optionOf(context, uri, 'invalid-type', 'types');
  const inFrontMatter = runbook.frontMatter !== null && touches(runbook.frontMatter.span, offset);
  if (key === 'risk level') return inFrontMatter ? ['low', 'medium', 'high'] : ['Low', 'Medium', 'High'];
  // the kind of the document is said in its front matter; elsewhere a field of this name names an entry
  const kindOnly = key === 'runbook' && !inFrontMatter;
  const values = (kindOnly ? undefined : fixed.get(key)) ?? [];
  if (key !== 'runbook') return values;
  const own = context.configurationFor(uri).kinds.flatMap((item) => ('name' in item ? item.name : []));
  return kindOnly ? values : [...own, ...values];
}

/** The words of a rule's list option as the configuration has it. */
function optionOf(context: FeatureContext, uri: string, rule: string, option: string): readonly string[] {
  const { options } = ruleSettingFor(context.configurationFor(uri), rule, context.placeOf(uri).path);
  const usual = rules.find(({ meta }) => meta.name === rule)?.meta.options?.[option]?.default;
  const words: unknown = options[option] ?? usual;
  return Array.isArray(words) ? words.map(String) : [];
}
