/** What single rules find when neither settings nor comments silence them: for reports, which tell how things are. */
import { isUnfilled } from '../document/scope';
import { withoutHidden } from './hidden';
import { withoutCovered } from './precedence';
import { goBefore, rules } from './registry';
import type { Finding, RuleInput } from './rule';
import { contextFor } from './rule-context';
import { optionsFor } from './rule-plan';

const byName = new Map(rules.map((rule) => [rule.meta.name, rule]));

/**
 * The findings of some rules with their usual severities and the options that the configuration sets, without those
 * whose cause another rule reports.
 */
export function runSomeRules(names: readonly string[], input: RuleInput): readonly Finding[] {
  if (isUnfilled(input.runbook)) return [];
  const asked = new Set(names);
  const run = new Set(
    names.flatMap((name) => {
      const rule = byName.get(name);
      return rule === undefined ? [] : [name, ...goBefore(rule.meta)];
    }),
  );
  const findings = [...run].flatMap((name) => check(name, input));
  return withoutHidden(withoutCovered(findings), input.runbook).filter(({ rule }) => asked.has(rule.name));
}

function check(name: string, input: RuleInput): readonly Finding[] {
  const rule = byName.get(name);
  if (rule === undefined) return [];
  return rule.check(contextFor(input, optionsFor(rule.meta, input.configuration, input.place.path)));
}
