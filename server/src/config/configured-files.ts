/** What a configuration says about one file. `path` is POSIX style and relative to the workspace folder throughout. */
import type { HouseKind } from '../model/house-style';
import { rememberOf } from '../text/remember';
import type { Configuration, KindSetting, RuleSetting } from './configuration';
import { compileEnding, compileGlobs, isNegated, type PathMatcher } from './glob';

/** The kinds that a configuration has for a file by its path. */
export interface KindsForFile {
  /** The last item that sets the kind, or null when none does. */
  readonly setting: KindSetting | null;
  /** The kinds of the workspace's own that the file may be of, in their order. */
  readonly own: readonly HouseKind[];
}

/** What `kinds` says of a file. */
export function kindsFor({ kinds }: Pick<Configuration, 'kinds'>, path: string): KindsForFile {
  if (kinds.length === 0) return noKinds;
  let setting: KindSetting | null = null;
  const own: HouseKind[] = [];
  for (const item of kinds) {
    if ('name' in item) {
      if (item.files.length === 0 || matcherOf(item.files, exactMatchers, false)(path)) own.push(item);
    } else if (matcherOfOne(item.files)(path)) setting = item;
  }
  return { setting, own };
}

const noKinds: KindsForFile = { setting: null, own: [] };

/** All of a configuration that decides how a document is read, as a text to compare; empty for what is built in. */
export const readingOf = rememberOf(({ kinds, words, language }: Configuration): string => {
  const own = kinds.filter((item) => 'name' in item);
  if (own.length === 0 && words.size === 0 && language.length === 0) return '';
  return JSON.stringify([own, words, language], (_key, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
});

/** Whether a file is a template, an example, an archive or a change log, in which no identifier is dangling. */
export function isTemplateFile(configuration: Configuration, path: string): boolean {
  if (configuration.kinds.some((item) => 'name' in item && item.template === path)) return true;
  return matcherOf(configuration.templates, looseMatchers, true)(path);
}

/** Whether a document belongs to the workspace, as far as the configuration decides it. */
export function isIncluded(configuration: Configuration, path: string): boolean {
  const { include } = configuration;
  const wanted = include.length === 0 || matcherOf(include, exactMatchers, false)(path);
  return wanted && !isExcluded(configuration, path);
}

/** Whether a file is left out by name. */
export function isExcluded({ exclude }: Configuration, path: string): boolean {
  return matcherOf(exclude, exactMatchers, false)(path);
}

/** Whether a configuration says anything about alert rules. */
export function speaksOfAlerts({ alerts, addresses, imports }: Configuration): boolean {
  return alerts !== null || addresses.length + imports.length > 0;
}

/** Whether a configuration says of a file that it holds alert rules. */
export function namesAlerts({ alerts }: Configuration, path: string): boolean {
  return alerts !== null && alerts.files.length > 0 && matcherOf(alerts.files, exactMatchers, false)(path);
}

/** Whether `include` names a file by its ending, so that it is a document whatever that is. */
export function isNamedWithEnding({ include }: Configuration, path: string): boolean {
  let matchers = endings.get(include);
  if (matchers === undefined) {
    matchers = include.map(compileEnding).filter((matcher) => matcher !== null);
    endings.set(include, matchers);
  }
  return matchers.some((matches) => matches(path));
}

/** Whether no document in a folder can belong to the workspace, so that it need not be read. */
export function isFolderExcluded(configuration: Configuration, path: string): boolean {
  const { exclude } = configuration;
  // With a negation something below may be taken back, so the folder has to be looked at.
  return !exclude.some(isNegated) && matcherOf(exclude, exactMatchers, false)(path);
}

/** What the configuration says about a rule in a file: the setting for all files, then every override in order. */
export function ruleSettingFor(configuration: Configuration, rule: string, path: string): RuleSetting {
  let setting = configuration.rules.get(rule) ?? unset;
  for (const override of configuration.overrides) {
    const own = override.rules.get(rule);
    if (own !== undefined && matcherOf(override.files, exactMatchers, false)(path)) {
      setting = mergeRuleSettings(setting, own);
    }
  }
  return setting;
}

/** `over` on top of `base`: its severity if it has one, its options key by key. */
export function mergeRuleSettings(base: RuleSetting, over: RuleSetting): RuleSetting {
  return { severity: over.severity ?? base.severity, options: { ...base.options, ...over.options } };
}

const unset: RuleSetting = { severity: null, options: {} };

// Configurations never change, so the list itself is the key: it is compiled once however many files are asked about.
const endings = new WeakMap<readonly string[], readonly PathMatcher[]>();
const exactMatchers = new WeakMap<readonly string[], PathMatcher>();
const looseMatchers = new WeakMap<readonly string[], PathMatcher>();
const singleMatchers = new Map<string, PathMatcher>();

function matcherOf(
  globs: readonly string[],
  cache: WeakMap<readonly string[], PathMatcher>,
  ignoreCase: boolean,
): PathMatcher {
  let matcher = cache.get(globs);
  if (matcher === undefined) {
    matcher = compileGlobs(globs, { ignoreCase });
    cache.set(globs, matcher);
  }
  return matcher;
}

function matcherOfOne(glob: string): PathMatcher {
  let matcher = singleMatchers.get(glob);
  if (matcher === undefined) {
    matcher = compileGlobs([glob], { ignoreCase: false });
    singleMatchers.set(glob, matcher);
  }
  return matcher;
}
