/** Reads names of rules. */
import { nearestWord } from '../config/nearest-word';
import { ruleNames } from '../service';
import { UsageError } from './usage-error';

/** The name, if there is such a rule. @throws UsageError with the nearest name when there is not. */
export function readRule(name: string): string {
  if (ruleNames.has(name) || name === 'configuration') return name;
  const nearest = nearestWord(name, ruleNames);
  const advice = nearest === null ? 'Run "runbook-md rules" for the list.' : `Did you mean "${nearest}"?`;
  throw new UsageError(`unknown rule "${name}". ${advice}`);
}

/** The names, if there are such rules. @throws UsageError as `readRule` does. */
export function readRules(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(readRule));
}
