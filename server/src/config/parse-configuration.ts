/** From the text of a `.runbook.yaml` to what it says, with every problem at its place. Knows no disks. */
import {
  profileNames,
  ruleSeverities,
  type Configuration,
  type ConfigurationLayer,
  type PrefixSetting,
  type RuleOverride,
  type RuleSetting,
  type RuleSettings,
} from './configuration';
import { shorten } from '../text/shorten';
import { readAddresses, readAlertSettings, readImports } from './read-alerts';
import { readExtends } from './read-extends';
import { readJoin } from './read-join';
import { optionTypes, type RuleOptionType } from './option-types';
import { readKinds } from './read-kinds';
import { readRun } from './read-run';
import { knownWord, readFields, readGlob, readGlobs } from './read-values';
import { readLanguages, readRoleWords } from './read-words';
import { relativePath } from './relative-path';
import { ofFile, ofItem, ofKey, ofPrefix, ofRule } from './value-words';
import { words } from '../text/say';
import { YamlReader, type ConfigurationProblem, type PlacedText } from './yaml-reader';

/** The options of one rule with their types. */
export type RuleOptionTypes = Readonly<Record<string, { readonly type: RuleOptionType }>>;

/** The rules that a configuration may set: their names, or with their options, which then are checked too. */
export type KnownRules = ReadonlySet<string> | ReadonlyMap<string, RuleOptionTypes>;

export interface ParsedConfiguration {
  /** What is valid in the file, whatever is wrong elsewhere in it. */
  readonly configuration: ConfigurationLayer;
  /** Templates that kinds name, as written: relative to the folder of the file. */
  readonly templates: readonly PlacedText[];
  /** In the order of the text. */
  readonly problems: readonly ConfigurationProblem[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Layer = Writable<ConfigurationLayer>;
type KeyReader = (reader: YamlReader, node: unknown, layer: Layer, knownRules: KnownRules) => void;

/** Every key of the file, and how it is read. */
const keyReaders: Readonly<Record<keyof Configuration, KeyReader>> = {
  prefixes: (reader, node, layer) => {
    layer.prefixes = readPrefixes(reader, node);
  },
  kinds: (reader, node, layer) => {
    layer.kinds = readKinds(reader, node);
  },
  words: (reader, node, layer) => {
    layer.words = readRoleWords(reader, node);
  },
  language: (reader, node, layer) => {
    layer.language = readLanguages(reader, node);
  },
  include: (reader, node, layer) => {
    layer.include = readGlobs(reader, node, 'include');
  },
  exclude: (reader, node, layer) => {
    layer.exclude = readGlobs(reader, node, 'exclude');
  },
  templates: (reader, node, layer) => {
    layer.templates = readGlobs(reader, node, 'templates');
  },
  rules: (reader, node, layer, knownRules) => {
    layer.rules = readRules(reader, node, knownRules);
  },
  overrides: (reader, node, layer, knownRules) => {
    layer.overrides = readOverrides(reader, node, knownRules);
  },
  procedures: (reader, node, layer) => {
    layer.procedures = reader
      .texts(node, ofKey('procedures'))
      .filter((prefix) => isPrefix(reader, prefix))
      .map(({ text }) => text);
  },
  categories: (reader, node, layer) => {
    layer.categories = readWords(reader, node, 'categories');
  },
  statuses: (reader, node, layer) => {
    layer.statuses = readWords(reader, node, 'statuses');
  },
  staleAfterDays: (reader, node, layer) => {
    const days = reader.count(node, 'staleAfterDays');
    if (days !== null) layer.staleAfterDays = days;
  },
  profile: (reader, node, layer) => {
    const name = reader.text(node, words`"profile" must be a string.`);
    const profile = profileNames.find((one) => one === name?.text);
    if (profile !== undefined) layer.profile = profile;
    else if (name !== null)
      reader.reportUnknown(name, (word) => words`Unknown profile "${word}".`, profileNames);
  },
  baseline: (reader, node, layer) => {
    const path = reader.text(node, words`"baseline" must be a string.`);
    if (path !== null) layer.baseline = relativePath(reader, path);
  },
  extends: (reader, node, layer) => {
    layer.extends = readExtends(reader, node);
  },
  join: (reader, node, layer) => {
    layer.join = readJoin(reader, node);
  },
  alerts: (reader, node, layer) => {
    layer.alerts = readAlertSettings(reader, node);
  },
  addresses: (reader, node, layer) => {
    layer.addresses = readAddresses(reader, node);
  },
  imports: (reader, node, layer) => {
    layer.imports = readImports(reader, node);
  },
  run: (reader, node, layer) => {
    layer.run = readRun(reader, node);
  },
};

/** The names that the top of the file may have. */
export const configurationKeys: readonly string[] = Object.keys(keyReaders);

/**
 * Reads a configuration file. Never throws: whatever is wrong is a problem with its place, and the rest applies.
 * A rule that is not in `knownRules` is a problem and is left out.
 */
export function parseConfiguration(text: string, knownRules: KnownRules): ParsedConfiguration {
  const reader = new YamlReader(text);
  const layer: Layer = {};
  for (const { key, keySpan, value } of reader.entries(reader.root, ofFile)) {
    if (!isConfigurationKey(key))
      reader.reportUnknown(
        { text: key, span: keySpan },
        (word) => words`Unknown setting "${word}".`,
        configurationKeys,
        'warning',
      );
    // a key without a value says that there is such a thing
    else if (value !== null || key === 'alerts') keyReaders[key](reader, value, layer, knownRules);
  }
  return {
    configuration: layer,
    templates: reader.templates,
    problems: reader.problems.toSorted((a, b) => a.span.start - b.span.start),
  };
}

function isConfigurationKey(key: string): key is keyof Configuration {
  return Object.hasOwn(keyReaders, key);
}

function readPrefixes(reader: YamlReader, node: unknown): ReadonlyMap<string, PrefixSetting> {
  const prefixes = new Map<string, PrefixSetting>();
  if (reader.isList(node)) {
    for (const { text, span } of reader.texts(node, ofKey('prefixes'))) {
      if (isPrefix(reader, { text, span })) prefixes.set(text, { owner: null });
    }
    return prefixes;
  }
  for (const { key, keySpan, value } of reader.entries(node, ofKey('prefixes'))) {
    if (!isPrefix(reader, { text: key, span: keySpan })) continue;
    const owner =
      value === null ? null : reader.text(value, words`The owner file of ${key} must be a string.`);
    prefixes.set(key, { owner: owner === null ? null : relativePath(reader, owner) });
  }
  return prefixes;
}

function isPrefix(reader: YamlReader, { text, span }: PlacedText): boolean {
  if (/^[A-Z][A-Z0-9]{1,11}(-[A-Z]{2,12}){0,2}$/.test(text)) return true;
  reader.report(
    span,
    words`Invalid prefix "${shorten(text)}". Use upper case without a trailing dash, such as RUN or KPI.`,
  );
  return false;
}

function readOverrides(reader: YamlReader, node: unknown, knownRules: KnownRules): readonly RuleOverride[] {
  return reader.items(node, ofKey('overrides')).flatMap((item) => {
    const fields = readFields(reader, item, ofItem('overrides'), ['files', 'rules']);
    if (fields === null) return [];
    const files = fields.get('files');
    const globs = reader.isList(files)
      ? readGlobs(reader, files, 'files')
      : [readGlob(reader, files)].filter((glob) => glob !== null);
    return [{ files: globs, rules: readRules(reader, fields.get('rules'), knownRules) }];
  });
}

function readWords(reader: YamlReader, node: unknown, name: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { key, keySpan, value } of reader.entries(node, ofKey(name))) {
    if (!isPrefix(reader, { text: key, span: keySpan }) || value === null) continue;
    found.set(
      key,
      reader.texts(value, ofPrefix(key, name)).map(({ text }) => text),
    );
  }
  return found;
}

function readRules(reader: YamlReader, node: unknown, knownRules: KnownRules): RuleSettings {
  const rules = new Map<string, RuleSetting>();
  for (const { key, keySpan, value } of reader.entries(node, ofKey('rules'))) {
    if (!knownRules.has(key))
      reader.reportUnknown(
        { text: key, span: keySpan },
        (word) => words`Unknown rule "${word}".`,
        knownRules.keys(),
        'warning',
      );
    else if (value !== null) rules.set(key, readRule(reader, key, value, optionsOf(knownRules, key)));
  }
  return rules;
}

/** The options of a rule by name with their types; null when only names of rules are known. */
function optionsOf(knownRules: KnownRules, rule: string): RuleOptionTypes | null {
  return 'get' in knownRules ? (knownRules.get(rule) ?? null) : null;
}

function readRule(
  reader: YamlReader,
  rule: string,
  node: unknown,
  known: RuleOptionTypes | null,
): RuleSetting {
  if (!reader.isMap(node)) return { severity: readSeverity(reader, rule, node), options: {} };
  const options: [string, unknown][] = [];
  let severity: RuleSetting['severity'] = null;
  for (const { key, keySpan, value } of reader.entries(node, ofRule(rule))) {
    if (key === 'severity') {
      if (value !== null) severity = readSeverity(reader, rule, value);
      continue;
    }
    const option = known === null ? null : Object.hasOwn(known, key) ? known[key] : undefined;
    if (option === undefined) {
      reader.reportUnknown(
        { text: key, span: keySpan },
        (word) => words`Unknown option "${word}" of ${rule}.`,
        ['severity', ...Object.keys(known ?? {})],
        'warning',
      );
      continue;
    }
    const plain = reader.plain(value);
    const type = option === null ? null : optionTypes[option.type];
    if (type === null || type.matches(plain)) options.push([key, plain]);
    else reader.report(reader.spanOf(value), type.otherwise(key, rule));
  }
  // From entries, so that an option named __proto__ is one like any other.
  return { severity, options: Object.fromEntries(options) };
}

function readSeverity(reader: YamlReader, rule: string, node: unknown): RuleSetting['severity'] {
  const word = reader.text(node, words`The severity of ${rule} must be one of ${ruleSeverities.join(', ')}.`);
  if (word === null) return null;
  return knownWord(reader, word, (given) => words`Unknown severity "${given}".`, ruleSeverities);
}
