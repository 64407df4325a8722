/** Sets the severity of a rule in the text of a `.runbook.yaml`, and changes nothing else in it. Knows no disks. */
import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { applyEdits, lineEndingOf, type Edit } from '../text/edit';
import { LineIndex } from '../text/line-index';
import { configurationBounds, parseYaml } from './bounded-yaml';
import { defaultConfiguration, type ConfigurationLayer, type RuleSeverity } from './configuration';
import { ruleSettingFor } from './configured-files';
import { type Words, words } from '../text/say';
import { parseConfiguration, type KnownRules } from './parse-configuration';

/** The edit of the text, or why there is none: sentences about the file. */
export type SeverityEdit = { readonly edit: Edit } | { readonly refused: Words };

export interface WantedSeverity {
  readonly rule: string;
  readonly severity: RuleSeverity;
  /** The document that it is to hold for, POSIX style and relative to the folder of the configuration file. */
  readonly path: string;
}

/**
 * Gives `rule` a severity where the file sets it for the document: in the last override for it that does, else under
 * `rules`. A file with mistakes is left alone, since what it means is unclear.
 */
export function setRuleSeverity(text: string, wanted: WantedSeverity, knownRules: KnownRules): SeverityEdit {
  const { configuration, problems } = parseConfiguration(text, knownRules);
  const mistake = problems.find(({ severity }) => severity === 'error');
  if (mistake !== undefined) return { refused: words`Correct the mistakes in it first. ${mistake.words}` };
  const edit = editOf(text, keysTo(configuration, wanted), wanted.severity);
  if (edit !== null && holdsAfter(text, edit, wanted, knownRules)) return { edit };
  return { refused: words`It sets rules in a way that is only edited by hand.` };
}

/** The keys that lead to the rule. */
function keysTo({ overrides = [] }: ConfigurationLayer, { rule, path }: WantedSeverity): (string | number)[] {
  const index = overrides.findLastIndex(
    (override) =>
      ruleSettingFor({ ...defaultConfiguration, overrides: [override] }, rule, path).severity !== null,
  );
  return index < 0 ? ['rules', rule] : ['overrides', index, 'rules', rule];
}

function holdsAfter(
  text: string,
  edit: Edit,
  { rule, severity, path }: WantedSeverity,
  knownRules: KnownRules,
): boolean {
  const { configuration, problems } = parseConfiguration(applyEdits(text, [edit]), knownRules);
  const { rules = defaultConfiguration.rules, overrides = [] } = configuration;
  return (
    !problems.some((problem) => problem.severity === 'error') &&
    ruleSettingFor({ ...defaultConfiguration, rules, overrides }, rule, path).severity === severity
  );
}

function editOf(text: string, keys: readonly (string | number)[], severity: string): Edit | null {
  const parsed = parseYaml(text, configurationBounds, { prettyErrors: false });
  let node: unknown = 'problem' in parsed ? undefined : (parsed.documents[0]?.contents ?? null);
  if (node === null) return atEnd(text, keys, severity);
  for (const [index, key] of keys.entries()) {
    if (typeof key === 'number') {
      node = isSeq(node) ? node.items[key] : undefined;
      continue;
    }
    const rest = keys.slice(index + 1);
    if (!isMap(node)) return null;
    const pair = pairOf(node, key);
    if (pair === undefined) return withPair(text, node, [key, ...rest], severity);
    const { value } = pair;
    if (value === null || (isScalar(value) && value.value === null))
      return withValue(text, pair, rest, severity);
    if (rest.length === 0) return ofRule(text, value, severity);
    node = value;
  }
  return null;
}

/** The setting of a rule: a severity, or a map with one. */
function ofRule(text: string, value: unknown, severity: string): Edit | null {
  if (isScalar(value) && value.range) return replace(value.range[0], value.range[1], severity);
  if (!isMap(value)) return null;
  const own = pairOf(value, 'severity');
  if (own === undefined) return withPair(text, value, ['severity'], severity);
  return isScalar(own.value) && own.value.value !== null && own.value.range
    ? replace(own.value.range[0], own.value.range[1], severity)
    : withValue(text, own, [], severity);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** One more entry of a map, in its manner, at its end. */
function withPair(
  text: string,
  map: YAMLMap,
  keys: readonly (string | number)[],
  severity: string,
): Edit | null {
  const { range } = map;
  if (!range) return null;
  const first = map.items[0]?.key;
  if (map.flow === true) {
    const words = keys
      .map(String)
      .reduceRight(
        (value, key) => (value === severity ? `${key}: ${value}` : `${key}: { ${value} }`),
        severity,
      );
    if (map.items.length === 0) return replace(range[0], range[1], `{ ${words} }`);
    return isScalar(first) && first.range ? replace(first.range[0], first.range[0], `${words}, `) : null;
  }
  if (!isScalar(first) || !first.range) return null;
  const lines = new LineIndex(text);
  const { character } = lines.positionAt(first.range[0]);
  const { end } = lines.spanOf(lines.lineAt(text.slice(0, range[1]).trimEnd().length));
  return replace(end, end, lineEndingOf(text) + block(text, keys, severity, character));
}

/** The value of a key that has none. */
function withValue(
  text: string,
  { key, value }: Pair,
  keys: readonly (string | number)[],
  severity: string,
): Edit | null {
  if (!isScalar(key) || !key.range) return null;
  const written = isScalar(value) && value.range && value.range[0] < value.range[1] ? value.range : null;
  if (keys.length === 0) {
    if (written !== null) return replace(written[0], written[1], severity);
    const colon = text.indexOf(':', key.range[1]) + 1;
    return colon > 0 ? replace(colon, colon, ` ${severity}`) : null;
  }
  if (written !== null) return null;
  const lines = new LineIndex(text);
  const { line, character } = lines.positionAt(key.range[0]);
  const { end } = lines.spanOf(line);
  return replace(end, end, lineEndingOf(text) + block(text, keys, severity, character + 2));
}

/** The first keys of a file without any. */
function atEnd(text: string, keys: readonly (string | number)[], severity: string): Edit {
  const eol = lineEndingOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  return replace(text.length, text.length, before + block(text, keys, severity, 0) + eol);
}

/** Lines of keys below each other, the last one with its value. */
function block(text: string, keys: readonly (string | number)[], severity: string, indent: number): string {
  return keys
    .map(
      (key, level) =>
        `${' '.repeat(indent + 2 * level)}${String(key)}:${level === keys.length - 1 ? ` ${severity}` : ''}`,
    )
    .join(lineEndingOf(text));
}

function replace(start: number, end: number, newText: string): Edit {
  return { span: { start, end }, newText };
}
