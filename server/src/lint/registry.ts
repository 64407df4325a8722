/** What is known of all rules. */
import { rules } from './all-rules';
import type { RuleMetadata, RuleOption } from './rule';

export { rules };

/** The options of each rule with their types, by name of the rule. */
export const ruleOptions: ReadonlyMap<string, Readonly<Record<string, RuleOption>>> = new Map(
  rules.map(({ meta }) => [meta.name, meta.options ?? {}]),
);

export const ruleNames: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.name));

const hiding: readonly string[] = rules.flatMap(({ meta }) => (meta.hides === true ? [meta.name] : []));

/** The rules whose findings can be reported in place of one's. */
export function goBefore({ yieldsTo = [], absentFrom }: RuleMetadata): readonly string[] {
  return absentFrom === undefined ? yieldsTo : [...yieldsTo, ...hiding];
}
