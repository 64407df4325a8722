/** What rules see of one document, from its surroundings. */
import { hasBody } from '../model/entry';
import type { Entry, Runbook } from '../model/runbook';
import { ruleNames } from './registry';
import type { RuleContext, RuleInput } from './rule';

/** What a rule sees before others have run: nothing is known of idle suppressions. */
export function contextFor(input: RuleInput, options: RuleContext['options'] = {}): RuleContext {
  const entries = filledEntries(input.runbook);
  return { ...input, entries, options, ruleNames, idleSuppressions: [], cutShort: noRules };
}

const noRules: ReadonlySet<string> = new Set();

/** The entries of a document that have a body and say something in it. */
export function filledEntries({ entries }: Runbook): readonly Entry[] {
  return entries.filter((entry) => hasBody(entry) && !entry.stub);
}
