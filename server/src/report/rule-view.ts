/** What single rules say of a document when neither settings nor comments keep them silent: a report tells how it is. */
import { isUnfilled } from '../document/scope';
import { hasBody } from '../model/entry';
import { ruleSettingFor } from '../config/configured-files';
import type { Entry, Runbook } from '../model/runbook';
import { isJudged } from '../lint/is-judged';
import { withoutCovered } from '../lint/precedence';
import { ruleNames, rules } from '../lint/registry';
import type { Finding, RuleContext, RuleInput } from '../lint/rule';

const byName = new Map(rules.map((rule) => [rule.meta.name, rule]));

/** Whether a document counts: recognised or with entries of the workspace, no template, example or skill file. */
export function isReported(input: RuleInput): boolean {
  const { kind, stated } = input.runbook.kind;
  if (input.quiet || kind === 'skill' || (kind === 'none' && stated)) return false;
  return isJudged(toContext(input, {}));
}

/**
 * The findings of some rules with their usual severities and the options that the configuration sets, without those
 * whose cause another rule reports.
 */
export function findingsOf(names: readonly string[], input: RuleInput): readonly Finding[] {
  if (isUnfilled(input.runbook)) return [];
  const asked = new Set(names);
  const run = new Set(names.flatMap((name) => [name, ...(byName.get(name)?.meta.yieldsTo ?? [])]));
  const findings = [...run].flatMap((name) => check(name, input));
  return withoutCovered(findings).filter(({ rule }) => asked.has(rule.name));
}

function check(name: string, input: RuleInput): readonly Finding[] {
  const rule = byName.get(name);
  if (rule === undefined) return [];
  const defaults = Object.entries(rule.meta.options ?? {}).map(
    ([option, { default: usual }]): [string, unknown] => [option, usual],
  );
  const { options } = ruleSettingFor(input.configuration, name, input.place.path);
  return rule.check(toContext(input, { ...Object.fromEntries(defaults), ...options }));
}

function toContext(input: RuleInput, options: RuleContext['options']): RuleContext {
  const entries = filledEntries(input.runbook);
  return { ...input, entries, options, ruleNames, idleSuppressions: [], cutShort: new Set() };
}

/** The entries of a document that have a body. */
export function bodiedEntries({ entries }: Runbook): readonly Entry[] {
  return entries.filter(hasBody);
}

/** The entries of a document that have a body and say something in it. */
export function filledEntries(runbook: Runbook): readonly Entry[] {
  return bodiedEntries(runbook).filter(({ stub }) => !stub);
}
