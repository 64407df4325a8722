/** What profiles make of rules and findings. Knows no rule by name. */
import { profileNames, type ProfileName, type RuleSeverity } from '../config/configuration';
import { profiles } from '../config/profiles';

const byRule: ReadonlyMap<string, ProfileName> = new Map(
  profileNames.flatMap((name) => profiles[name].rules.map((rule) => [rule, name] as const)),
);

/**
 * The severity that a profile gives to a rule: what it asks for is an error, what only later ones ask for is information;
 * null for a rule that no profile names.
 */
export function profileSeverity(profile: ProfileName, rule: string): RuleSeverity | null {
  const own = byRule.get(rule);
  if (own === undefined) return null;
  return profileNames.indexOf(own) <= profileNames.indexOf(profile) ? 'error' : 'information';
}

/** How far a document, or all of a folder, has come. */
export interface Standing {
  /** The last profile that it passes; null for none. */
  readonly passes: ProfileName | null;
  /** The one after that; null behind the last one. */
  readonly next: ProfileName | null;
  /** Findings that keep it from the next one, the most first. */
  readonly lacks: readonly { readonly rule: string; readonly count: number }[];
}

/** The standing of what has these findings, by name of the rule. Those of other rules play no part. */
export function standingOf(found: Iterable<string>): Standing {
  const counts = new Map<string, number>();
  for (const rule of found) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const next = profileNames.find((name) => profiles[name].rules.some((rule) => counts.has(rule))) ?? null;
  const passed = profileNames.slice(0, next === null ? profileNames.length : profileNames.indexOf(next));
  const lacks = (next === null ? [] : profiles[next].rules).flatMap((rule) => {
    const count = counts.get(rule) ?? 0;
    return count === 0 ? [] : [{ rule, count }];
  });
  return {
    passes: passed.at(-1) ?? null,
    next,
    lacks: lacks.sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
  };
}
