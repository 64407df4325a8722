/**
 * Alert rules in Terraform and Jsonnet: objects that are rules as in YAML, rules and monitors of providers, and rule files in
 * texts between marks.
 */
import type { AlertField, AlertRule, AlertText } from '../model/alert-rule';
import type { LineIndex } from '../text/line-index';
import { mapsOf, valueOf, type MapNode, type Node } from './nodes';
import { readObjects } from './object-reader';
import type { ObjectLanguage } from './object-tokens';
import { YamlText } from './read-yaml';
import type { RuleFields } from './rule-fields';
import { findRules, rulesOf } from './rule-places';
import { readScalar } from './scalars';

/** The rules of a text. */
export function readObjectRules(text: string, lines: LineIndex, language: ObjectLanguage): AlertRule[] {
  const yaml = new YamlText(text, lines);
  const toText = (node: Node): AlertText | null =>
    node.kind === 'scalar' ? readScalar(node, yaml.template, lines) : null;
  const toRules = (map: MapNode, fields: RuleFields): AlertRule[] | null => {
    const ofProvider =
      language === 'terraform' ? (monitorRule(map, fields, toText) ?? grafanaRule(map, fields)) : null;
    return ofProvider === null ? rulesOf(map, fields) : [ofProvider];
  };
  const rules = findRules(
    readObjects(yaml.template, language),
    yaml.fields,
    (scalar) => yaml.readWithin(scalar).rules,
    toRules,
  );
  return rules.map((rule) => ({
    ...rule,
    form: language,
    // other files add to objects: a patch of a rule has no runbook of its own, and a function gives one to all rules
    annotationsKnown: rule.annotationsKnown && language !== 'jsonnet',
  }));
}

/** A monitor of Datadog: its message says where the runbook is, its tags are labels. */
function monitorRule(
  map: MapNode,
  fields: RuleFields,
  toText: (node: Node) => AlertText | null,
): AlertRule | null {
  if (!['name', 'type', 'query', 'message'].every((key) => valueOf(map, key) !== undefined)) return null;
  const rule = fields.rule(map, 'terraform', { name: 'name', expr: 'query' });
  const named = (key: string): AlertField[] =>
    map.pairs.filter((pair) => pair.key === key).map((pair) => fields.field(pair));
  const tags = valueOf(map, 'tags');
  const tagTexts = tags?.kind === 'list' ? tags.items.map(toText) : [];
  return {
    ...rule,
    labels: [...named('priority'), ...tagTexts.flatMap((text) => (text === null ? [] : tagField(text)))],
    annotations: named('message'),
    labelsKnown:
      tags === undefined || (tags?.kind === 'list' && tagTexts.every((text) => text?.value != null)),
    annotationsKnown: true,
  };
}

/** `team:ops` as a label. */
function tagField(text: AlertText): AlertField[] {
  const colon = text.value?.indexOf(':') ?? -1;
  if (text.value === null || colon <= 0) return [];
  const value = text.value.slice(colon + 1);
  const start = (text.span?.start ?? 0) + colon;
  const span = text.exact && text.span !== null ? { start: start + 1, end: text.span.end } : null;
  const nameSpan = span === null ? null : { start: start - colon, end: start };
  return [{ name: text.value.slice(0, colon), nameSpan, value: { ...text, value, raw: value, span } }];
}

/** A rule of a group in Grafana: the first query has the expression. */
function grafanaRule(map: MapNode, fields: RuleFields): AlertRule | null {
  const data = valueOf(map, 'data');
  if (valueOf(map, 'name') === undefined || valueOf(map, 'condition') === undefined || data == null)
    return null;
  const rule = fields.rule(map, 'terraform', { name: 'name', expr: 'expr' });
  const queries = map.pairs.filter(({ key }) => key === 'data').flatMap(({ value }) => value ?? []);
  const expr = exprIn([...queries, ...mapsOf(map, 'data')], fields);
  return expr === null ? rule : { ...rule, expr };
}

/** The first expression in nodes, where it is not deep in them. */
function exprIn(nodes: readonly Node[], fields: RuleFields, depth = 0): AlertText | null {
  for (const node of nodes.slice(0, 20)) {
    if (node.kind === 'scalar' || depth > 6) continue;
    const own = node.kind === 'map' ? fields.text(node, 'expr') : null;
    const inner = node.kind === 'map' ? node.pairs.flatMap(({ value }) => value ?? []) : partsOf(node);
    const found = own ?? exprIn(inner, fields, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function partsOf(node: Node): readonly Node[] {
  if (node.kind === 'list') return node.items;
  return node.kind === 'unknown' ? node.parts : [];
}
