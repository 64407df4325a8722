/**
 * Which rules run with which settings, by what a configuration says. Worked out once for a configuration, but where
 * its overrides may make a difference between files.
 */
import type { Configuration } from '../config/configuration';
import { ruleSettingFor } from '../config/configured-files';
import type { Runbook } from '../model/runbook';
import { rememberOf } from '../text/remember';
import { profileSeverity } from './profiles';
import { rules } from './registry';
import type { Rule, RuleMetadata, Severity } from './rule';

export interface PlannedRule {
  readonly rule: Rule;
  /** The configured severity, or null. */
  readonly severity: Severity | null;
  /** Options, defaults filled in; null for a rule without any. */
  readonly options: Readonly<Record<string, unknown>> | null;
}

export interface RulePlan {
  /**
   * The rules that are not switched off and whose scope does not leave out documents of a kind; those that look at what became
   * of the others' findings come last.
   */
  readonly rulesFor: (kind: Runbook['kind']['kind']) => readonly PlannedRule[];
  /** Names of the rules that are switched off. */
  readonly disabled: ReadonlySet<string>;
}

/** The rules for the file at `path`, relative to its workspace folder. */
export function planRules(configuration: Configuration, path: string): RulePlan {
  return configuration.overrides.length === 0 ? planForAll(configuration) : plan(configuration, path);
}

const planForAll = rememberOf((configuration: Configuration) => plan(configuration, ''));

const inOrder = [...rules].sort((a, b) => (a.meta.last ?? 0) - (b.meta.last ?? 0));

/** Names of the rules that run last. */
export const lasting: ReadonlySet<string> = new Set(
  inOrder.filter(({ meta }) => meta.last !== undefined).map(({ meta }) => meta.name),
);

/** Names of the rules whose findings come and go with the days. */
export const timed: ReadonlySet<string> = new Set(
  rules.filter(({ meta }) => meta.byTime !== undefined).map(({ meta }) => meta.name),
);

function plan(configuration: Configuration, path: string): RulePlan {
  const { profile } = configuration;
  const planned: PlannedRule[] = [];
  const disabled = new Set<string>();
  for (const rule of inOrder) {
    const { name, severity: usual } = rule.meta;
    const { severity: configured, options } = ruleSettingFor(configuration, name, path);
    const severity = configured ?? (profile === null ? null : profileSeverity(profile, name));
    if (severity === 'off' || (usual === 'off' && severity === null)) disabled.add(name);
    else planned.push({ rule, severity, options: withDefaults(rule.meta, options) });
  }
  return { rulesFor: byKind(planned), disabled };
}

/** Some rules by the kinds of documents that they may speak in, sorted out once for each kind. */
function byKind(planned: readonly PlannedRule[]): RulePlan['rulesFor'] {
  const known = new Map<Runbook['kind']['kind'], readonly PlannedRule[]>();
  return (kind) => {
    const before = known.get(kind);
    if (before !== undefined) return before;
    const speaking = planned.filter(({ rule: { meta } }) => {
      const { scope } = meta;
      return typeof scope === 'string' || scope.some((one) => one === kind);
    });
    known.set(kind, speaking);
    return speaking;
  };
}

/** The options of a rule for the file at `path`, defaults filled in. */
export function optionsFor(
  meta: RuleMetadata,
  configuration: Configuration,
  path: string,
): Readonly<Record<string, unknown>> {
  return withDefaults(meta, ruleSettingFor(configuration, meta.name, path).options) ?? {};
}

function withDefaults(
  { options }: RuleMetadata,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  if (options === undefined) return null;
  const defaults = Object.entries(options).map(([name, option]): [string, unknown] => [name, option.default]);
  return { ...Object.fromEntries(defaults), ...given };
}
